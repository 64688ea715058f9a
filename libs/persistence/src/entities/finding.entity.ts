import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('finding')
@Index('finding_by_subject', ['programme', 'subjectCode'])
export class FindingEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'text', name: 'subject_code' })
  subjectCode!: string;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'text' })
  target!: string;

  @Column({ type: 'text' })
  aspect!: string;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', nullable: true })
  document!: string | null;

  @Column({ type: 'text', nullable: true, unique: true })
  replaces!: string | null;

  @Column({ type: 'text', name: 'recorded_at' })
  recordedAt!: string;
}

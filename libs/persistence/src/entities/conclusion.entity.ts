import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('conclusion')
@Index('conclusion_by_subject', ['programme', 'subjectCode'])
@Index('conclusion_first', ['programme', 'subjectCode', 'year'], {
  unique: true,
  where: 'replaces IS NULL',
})
export class ConclusionEntity {
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
  document!: string;

  @Column({ type: 'text' })
  date!: string;

  @Column({ type: 'text' })
  result!: string;

  @Column({ type: 'text', nullable: true, unique: true })
  replaces!: string | null;

  @Column({ type: 'text', name: 'recorded_at' })
  recordedAt!: string;
}

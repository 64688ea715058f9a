import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('row_finding')
@Index('row_finding_by_subject', ['programme', 'subjectCode'])
export class RowFindingEntity {
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
  ledger!: string;

  @Column({ type: 'text' })
  item!: string;

  /** The id of the report that was looked at, and the row in it. */
  @Column({ type: 'text' })
  part!: string;

  @Column({ type: 'integer' })
  row!: number;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', nullable: true, unique: true })
  replaces!: string | null;

  @Column({ type: 'text', name: 'recorded_at' })
  recordedAt!: string;
}

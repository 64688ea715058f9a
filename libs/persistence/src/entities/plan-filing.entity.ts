import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('plan_filing')
@Index('plan_filing_by_subject', ['programme', 'subjectCode'])
export class PlanFilingEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'text', name: 'subject_code' })
  subjectCode!: string;

  @Column({ type: 'text' })
  document!: string;

  @Column({ type: 'text', nullable: true })
  approval!: string | null;

  /** Another filing's id. */
  @Column({ type: 'text', nullable: true })
  amends!: string | null;

  /** JSON. */
  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'text', name: 'filed_at' })
  filedAt!: string;

  @Column({ type: 'text', name: 'filed_by' })
  filedBy!: string;
}

@Entity('plan_decision')
export class PlanDecisionEntity {
  /** The filing's id. */
  @PrimaryColumn({ type: 'text' })
  filing!: string;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text' })
  opinion!: string;

  @Column({ type: 'text', name: 'decided_at' })
  decidedAt!: string;

  @Column({ type: 'text', name: 'decided_by' })
  decidedBy!: string;
}

import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('yearly_run')
@Unique('yearly_run_once', ['programme', 'year'])
export class YearlyRunEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'text', name: 'started_at' })
  startedAt!: string;

  @Column({ type: 'text', name: 'started_by' })
  startedBy!: string;
}

/** That a run evaluates a subject. */
@Entity('yearly_run_subject')
export class YearlyRunSubjectEntity {
  /** The run's number. */
  @PrimaryColumn({ type: 'integer' })
  run!: number;

  @PrimaryColumn({ type: 'text' })
  code!: string;
}

/** What it came to for the subject. */
@Entity('yearly_run_result')
export class YearlyRunResultEntity {
  @PrimaryColumn({ type: 'integer' })
  run!: number;

  @PrimaryColumn({ type: 'text' })
  code!: string;

  @Column({ type: 'text', nullable: true })
  determination!: string | null;

  @Column({ type: 'text' })
  at!: string;
}

/** That a run ended. */
@Entity('yearly_run_summary')
export class YearlyRunSummaryEntity {
  @PrimaryColumn({ type: 'integer' })
  run!: number;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text' })
  canonical!: string;

  @Column({ type: 'text' })
  at!: string;
}

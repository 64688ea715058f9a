import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('determination')
export class DeterminationEntity {
  @PrimaryColumn({ type: 'text' })
  hash!: string;

  /** The canonical JSON that the hash is of. */
  @Column({ type: 'text' })
  canonical!: string;

  @Column({ type: 'text' })
  quantified!: string;

  @Column({ type: 'text' })
  overall!: string;

  @Column({ type: 'text' })
  rulebook!: string;

  @Column({ type: 'text' })
  engine!: string;
}

@Entity('evaluation')
@Index('evaluation_by_subject', ['programme', 'subjectCode', 'year', 'number'])
export class EvaluationEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'text', name: 'subject_code' })
  subjectCode!: string;

  @Column({ type: 'integer' })
  year!: number;

  /** On which of the reports' states it rests. */
  @Column({ type: 'text', default: 'draft' })
  standing!: string;

  @Column({ type: 'text' })
  determination!: string;

  @Column({ type: 'text' })
  at!: string;
}

import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('sample')
@Index('sample_of_year', ['programme', 'subjectCode', 'year'])
export class SampleEntity {
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
  seed!: string;

  @Column({ type: 'integer' })
  population!: number;

  @Column({ type: 'text', name: 'drawn_at' })
  drawnAt!: string;

  @Column({ type: 'text', name: 'drawn_by' })
  drawnBy!: string;
}

@Entity('sample_row')
export class SampleRowEntity {
  /** The sample's number. */
  @PrimaryColumn({ type: 'integer' })
  sample!: number;

  /** In the order drawn, from 1. */
  @PrimaryColumn({ type: 'integer' })
  position!: number;

  /** A report's number. */
  @Column({ type: 'integer' })
  report!: number;

  @Column({ type: 'text' })
  ledger!: string;

  @Column({ type: 'integer' })
  row!: number;
}

@Entity('sample_mark')
@Index('sample_mark_of', ['sample'])
export class SampleMarkEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  /** The sample's number. */
  @Column({ type: 'integer' })
  sample!: number;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', name: 'marked_at' })
  markedAt!: string;

  @Column({ type: 'text', name: 'marked_by' })
  markedBy!: string;
}

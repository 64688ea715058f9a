import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a report has a ledger, though it may be empty. Its rows are written in batches. */
@Entity('ledger_content', { withoutRowid: true })
export class LedgerContentEntity {
  @PrimaryColumn({ type: 'integer' })
  report!: number;

  @PrimaryColumn({ type: 'text' })
  ledger!: string;

  @Column({ type: 'integer' })
  rejected!: number;
}

@Entity('ledger_row', { withoutRowid: true })
export class LedgerRowEntity {
  @PrimaryColumn({ type: 'integer' })
  report!: number;

  @PrimaryColumn({ type: 'text' })
  ledger!: string;

  @PrimaryColumn({ type: 'integer' })
  row!: number;

  /** The cells by column id, as JSON. */
  @Column({ type: 'text' })
  item!: string;
}

@Entity('figure', { withoutRowid: true })
export class FigureEntity {
  @PrimaryColumn({ type: 'integer' })
  report!: number;

  @PrimaryColumn({ type: 'integer' })
  row!: number;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'integer' })
  year!: number;

  /** In the smallest step of the unit; text, as an integer column would lose digits. */
  @Column({ type: 'text' })
  value!: string;

  @Column({ type: 'text' })
  unit!: string;
}

@Entity('statement', { withoutRowid: true })
export class StatementEntity {
  @PrimaryColumn({ type: 'integer' })
  report!: number;

  @PrimaryColumn({ type: 'integer' })
  row!: number;

  @Column({ type: 'text' })
  target!: string;

  @Column({ type: 'text' })
  completion!: string;

  @Column({ type: 'text' })
  deviation!: string;

  @Column({ type: 'text' })
  proof!: string;
}

@Entity('problem', { withoutRowid: true })
export class ProblemEntity {
  @PrimaryColumn({ type: 'integer' })
  report!: number;

  /** In the order found, from 1. */
  @PrimaryColumn({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  severity!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text', nullable: true })
  sheet!: string | null;

  @Column({ type: 'integer', nullable: true })
  row!: number | null;

  @Column({ type: 'text', nullable: true })
  column!: string | null;

  @Column({ type: 'text', nullable: true })
  seen!: string | null;

  @Column({ type: 'text', nullable: true })
  expected!: string | null;

  @Column({ type: 'text' })
  message!: string;
}

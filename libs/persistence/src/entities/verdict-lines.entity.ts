import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a list shows of a determination, beside it; those frozen before have none. */
@Entity('verdict_lines')
export class VerdictLinesEntity {
  /** The determination's. */
  @PrimaryColumn({ type: 'text' })
  hash!: string;

  /** JSON: a line a target. */
  @Column({ type: 'text' })
  targets!: string;
}

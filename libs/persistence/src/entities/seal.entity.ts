import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link of the audit chain: what one row was when a transaction that changed it ended. */
@Entity('seal')
@Index('seal_by_row', ['table', 'row', 'number'])
export class SealEntity {
  /** From 1, without a gap. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  /** The audit entry of the transaction. */
  @Column({ type: 'integer' })
  entry!: number;

  @Column({ type: 'text', name: 'of_table' })
  table!: string;

  @Column({ type: 'text', name: 'of_row' })
  row!: string;

  /** Of the row as it was; null where it was removed. */
  @Column({ type: 'text', nullable: true })
  digest!: string | null;

  /** The hash over the last link's and all of this. */
  @Column({ type: 'text' })
  chain!: string;
}

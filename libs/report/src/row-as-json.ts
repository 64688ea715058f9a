import type { LedgerRow } from '#engine';

/** A row of a ledger on its way into a store, which looks at no value of it. */
export interface RowAsJson {
  /** In the sheet. */
  readonly row: number;
  /** By column id, as JSON. */
  readonly values: string;
}

/** The row, written out. */
export function rowAsJson({ row, values }: LedgerRow): RowAsJson {
  return { row, values: JSON.stringify(values) };
}

export type Cell = string | number | Uint8Array | null;

/** Where rows in bulk go. */
export interface Into {
  readonly table: string;
  /** What all rows have in common; said once, which saves a tenth of the time. */
  readonly same: Readonly<Record<string, Cell>>;
  /** The other columns. */
  readonly columns: readonly string[];
}

import type { DisputedItem } from './disputed-item.js';
import type { CellValue } from './ledger.js';

/** One row of a ledger with its place: the thing that is counted. */
export interface Item {
  /** The same for rows that are the same item. */
  readonly key: string;
  /** The report's year. */
  readonly year: number;
  /** SHA-256 of the file. */
  readonly file: string;
  readonly row: number;
  readonly values: Readonly<Record<string, CellValue>>;
  /** The reason of the finding that leaves it out; it then counts nowhere. */
  readonly excluded: string | null;
  /** Who else claims it, until a finding confirms it; it then counts as undecided. */
  readonly rivals: readonly DisputedItem[];
}

interface Placed {
  readonly year: number;
  readonly file: string;
  readonly row?: number;
}

/** Orders by year, then file hash, then row: the one order that no file name can change. */
export function byYearThenFile(a: Placed, b: Placed): number {
  if (a.year !== b.year) return a.year - b.year;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.row ?? 0) - (b.row ?? 0);
}

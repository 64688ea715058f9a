import type { CellValue } from './ledger.js';
import type { Unit } from './unit.js';

/** One accepted row of a ledger: every cell of it passed its own checks. */
export interface LedgerRow {
  /** The row's number as a spreadsheet numbers it, from 1. */
  readonly row: number;
  /** Cells by column id; a blank or absent column is null or missing. */
  readonly values: Readonly<Record<string, CellValue>>;
}

/** What one file says of one ledger. A ledger whose sheet is missing has no entry at all. */
export interface LedgerContent {
  readonly rows: readonly LedgerRow[];
  /** How many rows failed a check and are no evidence. */
  readonly rejected: number;
}

/** One line of 年度数据: a figure that the subject states. */
export interface Figure {
  readonly code: string;
  readonly year: number;
  /** In the smallest step of the figure's unit. */
  readonly value: bigint;
  readonly unit: Unit;
  readonly row: number;
}

/** One line of 专项说明. */
export interface Statement {
  readonly target: string;
  readonly completion: string;
  readonly deviation: string;
  readonly proof: string;
  readonly row: number;
}

/** One file of a subject's report for a year. Files of the same year are parts of one report. */
export interface ReportContent {
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly file: string;
  readonly year: number;
  readonly ledgers: Readonly<Record<string, LedgerContent>>;
  /** Undefined where the sheet 年度数据 is missing. */
  readonly figures: readonly Figure[];
  readonly statements: readonly Statement[];
}

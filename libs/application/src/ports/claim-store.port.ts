import type { CellValue, Ledger } from '#engine';

/** A row that claims what another subject has claimed as well. */
export interface ContestedRow {
  /** The ledger's id. */
  readonly ledger: string;
  /** As `claimKeys` gives it. */
  readonly claim: string;
  /** The subject's. */
  readonly code: string;
  /** The report's id, file and year. */
  readonly report: string;
  readonly file: string;
  readonly year: number;
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly values: Readonly<Record<string, CellValue>>;
}

/** What the rows of submitted reports claim, which is only ever added to. */
export interface ClaimStore {
  /** Takes in what a report's rows claim. Within a transaction. @throws where it was before */
  add(report: string, ledgers: readonly Ledger[]): Promise<void>;
  /**
   * Every row of the programme, theirs and others', that claims what a row of these reports claims
   * and several subjects have: in order of ledger, claim, year, file and row.
   */
  contested(reports: readonly string[]): Promise<readonly ContestedRow[]>;
}

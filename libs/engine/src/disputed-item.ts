/** An item of the subject that another subject claims as well (跨主体重复): one claim of the other. */
export interface DisputedItem {
  /** The ledger's id. */
  readonly ledger: string;
  /** What both claim it by, as `claimKeys` gives it. */
  readonly claim: string;
  /** Who else claims it. */
  readonly by: { readonly code: string; readonly name: string };
  /** The other's report: its year, and the SHA-256 of the file. */
  readonly year: number;
  readonly file: string;
  /** As a spreadsheet numbers it. */
  readonly row: number;
}

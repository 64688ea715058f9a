/**
 * What an authorised reviewer decided about a single item of a ledger (单行核查结论), always with a
 * reason. In a ledger that accumulates it holds for the item in the reports of every year, from the
 * assessment of `year` on, until a finding of a later year; in the others for that year's report.
 */
export interface RowFinding {
  /** The ledger's id. */
  readonly ledger: string;
  /** As `itemKey` gives it. */
  readonly item: string;
  /** The year of the report whose row was looked at. */
  readonly year: number;
  /**
   * `excluded`: the item is no evidence, and neither is what belongs to it. `confirmed`: it is this
   * subject's, whoever else claims it.
   */
  readonly outcome: 'excluded' | 'confirmed';
  readonly reason: string;
}

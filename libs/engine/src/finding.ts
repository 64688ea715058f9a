/** What an authorised reviewer decided (核查结论), always with a reason. */
export interface Finding {
  readonly target: string;
  /**
   * What it decides: an aspect of a qualitative target, a confirmation of a measured one (`base` for
   * the base), or the target's own id where it says that the whole does not apply.
   */
  readonly on: string;
  readonly year: number;
  readonly outcome: 'met' | 'not_met' | 'not_applicable';
  readonly reason: string;
  /** The document's number, which `not_applicable` needs. */
  readonly document?: string;
}

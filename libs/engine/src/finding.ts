/** What an authorised reviewer decided (核查结论), always with a reason. */
export interface Finding {
  readonly target: string;
  /** The aspect of a qualitative target, or the confirmation of a measured one, that it decides. */
  readonly on: string;
  readonly year: number;
  readonly outcome: 'met' | 'not_met' | 'not_applicable';
  readonly reason: string;
  /** The document's number, which `not_applicable` needs. */
  readonly document?: string;
}

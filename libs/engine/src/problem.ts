export type Severity = 'error' | 'warning' | 'notice';

/** One thing that is wrong, or worth knowing, in a report. */
export interface Problem {
  readonly severity: Severity;
  /** A stable code from the documented list. */
  readonly code: string;
  /** SHA-256 of the file; edges show the name that it came with. */
  readonly file: string;
  readonly sheet?: string;
  /** As a spreadsheet numbers it. */
  readonly row?: number;
  /** The column's header. */
  readonly column?: string;
  readonly seen?: string;
  readonly expected?: string;
  /** A sentence in Chinese that a clerk can act on. */
  readonly message: string;
}

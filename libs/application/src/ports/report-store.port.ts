import type { Day, Figure, LedgerRow, Problem, ReportContent, Severity, Statement } from '#engine';
import type { Instant } from '../instant.js';
import type { SubjectKey } from '../subject.js';

/** A file that was sent in, and what became of it. */
export interface ReportRecord {
  readonly id: string;
  /** SHA-256 of the file's bytes; the same file twice is one report. */
  readonly file: string;
  readonly fileName: string;
  /** In bytes. */
  readonly fileSize: number;
  readonly receivedAt: Instant;
  readonly state: ReportState;
}

export type ReportState =
  | { readonly kind: 'received' }
  | (Accepted & { readonly kind: 'accepted'; readonly at: Instant })
  /** Unreadable, or about something else; nothing is kept of it but this fact. */
  | {
      readonly kind: 'refused';
      readonly at: Instant;
      readonly code: string;
      readonly message: string;
    }
  /** Reading it failed again and again through no fault that could be told. */
  | { readonly kind: 'set-aside'; readonly at: Instant; readonly message: string };

/** What an accepted report says of itself. */
export interface Accepted {
  readonly subject: SubjectKey & { readonly name: string };
  readonly year: number;
  readonly filledOn: Day | null;
  readonly filledBy: string;
  readonly contact: string;
  readonly phone: string;
  readonly rows: { readonly accepted: number; readonly rejected: number };
  readonly problems: Readonly<Record<Severity, number>>;
}

/** A subject with the years that it has reported. */
export interface ReportingSubject extends SubjectKey {
  /** As the latest year's report writes it. */
  readonly name: string;
  readonly years: readonly number[];
}

/** Part of a longer list; `from` is what the last page gave as `next`. */
export interface PageRequest {
  readonly limit: number;
  readonly from?: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts, or null on the last. */
  readonly next: number | null;
}

/** Takes the content of one report in, within the transaction that it was opened in. */
export interface ContentWriter {
  rows(ledger: string, rows: readonly LedgerRow[]): void;
  problems(problems: readonly Problem[]): void;
  figures(figures: readonly Figure[]): void;
  statements(statements: readonly Statement[]): void;
  /** Ends it: which ledgers there were, with their rejected rows, and what the report says. */
  accept(
    ledgers: Readonly<Record<string, { readonly rejected: number }>>,
    accepted: Accepted,
    at: Instant,
  ): Promise<void>;
}

/** Reports and their content. What changes anything needs a transaction around it. */
export interface ReportStore {
  add(report: Omit<ReportRecord, 'state'>): Promise<void>;
  byId(id: string): Promise<ReportRecord | undefined>;
  byFile(sha256: string): Promise<ReportRecord | undefined>;
  /** Latest first. */
  list(page: PageRequest): Promise<Page<ReportRecord>>;
  write(id: string): Promise<ContentWriter>;
  refuse(id: string, refusal: { code: string; message: string }, at: Instant): Promise<void>;
  setAside(id: string, message: string, at: Instant): Promise<void>;
  /** A report's problems in the order found. */
  problems(id: string, page: PageRequest): Promise<Page<Problem>>;
  subjects(): Promise<readonly ReportingSubject[]>;
  subject(key: SubjectKey): Promise<ReportingSubject | undefined>;
  /** The accepted reports of a subject up to a year, in order of year and file. */
  accepted(key: SubjectKey, upTo: number): Promise<readonly AcceptedReport[]>;
  /** What such a report contains. */
  content(report: AcceptedReport): Promise<ReportContent>;
}

export interface AcceptedReport {
  readonly id: string;
  readonly file: string;
  readonly year: number;
  readonly subjectName: string;
}

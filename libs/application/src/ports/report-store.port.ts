import type { CellValue, Day, Figure, LedgerRow, Problem, Severity, Statement } from '#engine';
import type { RowAsJson } from '#report';
import type { Instant } from '../instant.js';
import type { Standing } from '../standing.js';
import type { SubjectKey } from '../subject.js';
import type { Page, PageRequest } from './page.js';

/** A file that was sent in for a subject, and what became of it. */
export interface ReportRecord {
  readonly id: string;
  readonly subject: SubjectKey;
  /** SHA-256 of the file's bytes; the same file twice for one subject is one report. */
  readonly file: string;
  readonly fileName: string;
  /** In bytes. */
  readonly fileSize: number;
  readonly receivedAt: Instant;
  /** The account that sent it in. */
  readonly receivedFrom: string;
  /** Whether it is a part beside the others of its year, or replaces what was drafted before. */
  readonly beside: boolean;
  readonly state: ReportState;
}

export type ReportState =
  | { readonly kind: 'received'; /** Accepted so far, while it is read. */ readonly rows: number }
  | (Accepted & { readonly kind: 'accepted'; readonly at: Instant })
  /** Unreadable, or about something else; nothing is kept of it but this fact. */
  | (Refusal & { readonly kind: 'refused'; readonly at: Instant })
  /** Reading it failed again and again through no fault that could be told. */
  | { readonly kind: 'set-aside'; readonly at: Instant; readonly message: string };

/** Why a file is no report. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** What an accepted report says of itself. */
export interface Accepted {
  readonly subjectName: string;
  readonly year: number;
  readonly filledOn: Day | null;
  readonly filledBy: string;
  readonly contact: string;
  readonly phone: string;
  readonly rows: { readonly accepted: number; readonly rejected: number };
  readonly problems: Readonly<Record<Severity, number>>;
}

/** What a report holds beside the rows of its ledgers. */
export interface RestOfContent {
  /** Which ledgers there were. */
  readonly ledgers: Readonly<Record<string, { readonly rejected: number }>>;
  readonly figures: readonly Figure[];
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
}

/**
 * Takes the content of one report in, over as many transactions as the rows need, so that none is
 * long. Nothing of it counts before it is accepted.
 * @throws Overtaken by each method once another try at this report has begun, or has settled it
 */
export interface ContentWriter {
  rows(ledger: string, rows: readonly RowAsJson[]): Promise<void>;
  accept(rest: RestOfContent, accepted: Accepted, at: Instant): Promise<void>;
  /** Nothing of the content is kept. */
  refuse(refusal: Refusal, at: Instant): Promise<void>;
}

/** Another worker took over, so that this one's work on a report is void. */
export class Overtaken extends Error {}

/** Reports and their content. What changes anything needs a transaction around it. */
export interface ReportStore {
  add(report: Omit<ReportRecord, 'state'>): Promise<void>;
  byId(id: string): Promise<ReportRecord | undefined>;
  byFile(key: SubjectKey, sha256: string): Promise<ReportRecord | undefined>;
  /** A subject's, latest first. */
  list(key: SubjectKey, page: PageRequest): Promise<Page<ReportRecord>>;
  /**
   * Begins a try at a report that is not settled, whose earlier tries leave nothing.
   * @throws Overtaken where it is settled
   */
  write(id: string): Promise<ContentWriter>;
  setAside(id: string, message: string, at: Instant): Promise<void>;
  /** Puts a refused report, or one that was set aside, back to where it was when it came in. */
  takeAnew(id: string): Promise<void>;
  /** A report's problems in the order found. */
  problems(id: string, page: PageRequest): Promise<Page<Problem>>;
  /**
   * Makes a report the last that was sent in, as if it had just come.
   * @returns false where it changed nothing
   */
  sendAgain(id: string, beside: boolean): Promise<boolean>;
  /** One that is still to be read, if any. */
  unread(key: SubjectKey): Promise<string | undefined>;
  /** Whether an accepted report has a row, or a problem in it. */
  holds(id: string, place: PlaceInReport): Promise<boolean>;
  /** The rows of a ledger in reports that others have not, or not as often, by report and row. */
  rowsNotIn(
    ids: readonly string[],
    others: readonly string[],
    ledger: string,
  ): Promise<readonly (LedgerRow & { readonly part: string })[]>;
  /** What reports state beside their ledgers, by report and row. */
  stated(ids: readonly string[]): Promise<{
    readonly figures: readonly (Figure & { readonly part: string })[];
    readonly statements: readonly (Statement & { readonly part: string })[];
  }>;
  /** A row of a ledger, by column; undefined where there is none. */
  row(
    id: string,
    ledger: string,
    row: number,
  ): Promise<Readonly<Record<string, CellValue>> | undefined>;
  /** The years that a subject has drafted, or submitted, in order. */
  years(key: SubjectKey, standing: Standing): Promise<readonly number[]>;
  /** The accepted reports that a subject's years up to one consist of, in order of year and file. */
  accepted(key: SubjectKey, upTo: number, standing: Standing): Promise<readonly AcceptedReport[]>;
}

export interface PlaceInReport {
  readonly sheet: string;
  /** The ledger's id; null where the sheet is none's. */
  readonly ledger: string | null;
  readonly row: number;
}

export interface AcceptedReport {
  readonly id: string;
  readonly file: string;
  readonly year: number;
}

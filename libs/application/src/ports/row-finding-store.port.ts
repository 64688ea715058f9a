import type { RowFinding } from '#engine';
import type { Instant } from '../instant.js';
import type { SubjectKey } from '../subject.js';
import type { Page, PageRequest } from './page.js';

/** A finding on a single row (单行核查结论); a correction is a new one that names the one it replaces. */
export interface RowFindingRecord extends RowFinding {
  readonly id: string;
  /** The report, and the row of it, that was looked at. */
  readonly part: string;
  readonly row: number;
  readonly replaces: string | null;
  readonly recordedAt: Instant;
}

/** Findings on single rows, which are only ever added. */
export interface RowFindingStore {
  /** Within a transaction. */
  add(key: SubjectKey, finding: RowFindingRecord): Promise<void>;
  /** All of a subject, oldest first, replaced ones included. */
  all(key: SubjectKey): Promise<readonly RowFindingRecord[]>;
  /** The same, page by page. */
  list(key: SubjectKey, page: PageRequest): Promise<Page<RowFindingRecord>>;
}

import type { Finding } from '#engine';
import type { Instant } from '../instant.js';
import type { SubjectKey } from '../subject.js';
import type { Page, PageRequest } from './page.js';

/** A finding (核查结论) as recorded; a correction is a new one that names the one it replaces. */
export interface FindingRecord extends Finding {
  readonly id: string;
  readonly replaces: string | null;
  readonly recordedAt: Instant;
}

/** Findings, which are only ever added. */
export interface FindingStore {
  /** Within a transaction. */
  add(key: SubjectKey, finding: FindingRecord): Promise<void>;
  /** All findings about a subject, oldest first, replaced ones included. */
  all(key: SubjectKey): Promise<readonly FindingRecord[]>;
  /** The same, page by page. */
  list(key: SubjectKey, page: PageRequest): Promise<Page<FindingRecord>>;
}

import type { Day } from '#engine';
import type { Instant } from '../instant.js';
import type { SubjectKey } from '../subject.js';

/** What the two ministries concluded about a subject's year (考核结论). */
export interface ConclusionRecord {
  readonly id: string;
  readonly year: number;
  /** Its number (文号). */
  readonly document: string;
  readonly date: Day;
  readonly result: 'passed' | 'failed';
  /** The conclusion that this one corrects. */
  readonly replaces: string | null;
  readonly recordedAt: Instant;
}

/** Official conclusions, which are only ever added. */
export interface ConclusionStore {
  /** Within a transaction. */
  add(key: SubjectKey, conclusion: ConclusionRecord): Promise<void>;
  /** All about a subject, oldest first, replaced ones included. */
  all(key: SubjectKey): Promise<readonly ConclusionRecord[]>;
}

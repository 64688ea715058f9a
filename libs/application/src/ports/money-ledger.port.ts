import type { Instant } from '../instant.js';
import type { SubjectKey } from '../subject.js';
import type { Page, PageRequest } from './page.js';

/** What was awarded (核定资金) or paid (已拨付) to a subject, with its document. */
export interface MoneyEntry {
  readonly id: string;
  readonly kind: 'award' | 'payment';
  /** 分. */
  readonly fen: bigint;
  readonly document: string;
  /** The entry that this one corrects. */
  readonly replaces: string | null;
  readonly recordedAt: Instant;
}

/** Entries of money, which are only ever added. */
export interface MoneyLedger {
  /** Within a transaction. */
  add(key: SubjectKey, entry: MoneyEntry): Promise<void>;
  /** All of a subject, oldest first, replaced ones included. */
  entries(key: SubjectKey): Promise<readonly MoneyEntry[]>;
  /** The same, page by page. */
  list(key: SubjectKey, page: PageRequest): Promise<Page<MoneyEntry>>;
}

import type { Instant } from '../instant.js';

/** What a call that changes something was answered. */
export interface KeptAnswer {
  /** The account that called. */
  readonly account: string;
  /** The name that the caller gave the call (Idempotency-Key). */
  readonly key: string;
  /** SHA-256 of all that was asked. */
  readonly request: string;
  readonly answer: string;
  readonly at: Instant;
}

/** Answers by account and key, each kept for a while. What changes anything needs a transaction. */
export interface AnswerStore {
  add(answer: KeptAnswer): Promise<void>;
  byKey(account: string, key: string): Promise<KeptAnswer | undefined>;
  /** Forgets what was answered before a moment. */
  forgetBefore(moment: Instant): Promise<void>;
}

import { sha256 } from './hash.js';
import { after } from './instant.js';
import { failed, ok, type Outcome } from './outcome.js';
import type { Actor } from './people/actor.js';
import type { Service } from './service.js';

/** How long an answer is remembered: thirty days, in milliseconds. */
const remembered = 30 * 24 * 60 * 60 * 1000;

/** A call that changes something, by the name that its caller gave it. */
export interface Call {
  /** The caller's own name for it (Idempotency-Key). */
  readonly key: string;
  /** What is called. */
  readonly request: string;
  /** All that is asked, or a hash of it. */
  readonly content: string;
}

/** What a call came to. */
export interface Answered {
  /** As the caller is told, in the edge's own writing. */
  readonly answer: string;
  /** The kind of failure, where it was refused. */
  readonly refusal: string | null;
}

/**
 * Does what a call asks for once, and gives every later call of the same account with the same key
 * and content the same answer, whatever has happened since. The answer is kept in the transaction of
 * the effect, so that nothing is done without being remembered. Refusals are remembered as well, and
 * audited. After thirty days an answer is forgotten.
 * @param work runs within a transaction; what it throws is neither kept nor remembered
 */
export function once(
  service: Pick<Service, 'transactions' | 'answers' | 'audit' | 'clock'>,
  { account }: Actor,
  { key, request, content }: Call,
  work: () => Promise<Answered>,
): Promise<Outcome<string>> {
  const { transactions, answers, audit, clock } = service;
  const refuse = (failure: string) =>
    audit.add({ at: clock.now(), who: account, what: 'refused', about: { request, failure } });
  return transactions.run(async () => {
    const hash = sha256(`${request}\n${content}`);
    const at = clock.now();
    await answers.forgetBefore(after(at, -remembered));
    const known = await answers.byKey(account, key);
    if (known && known.request !== hash) {
      await refuse('key-used');
      return failed({ kind: 'key-used', key });
    }
    if (known) return ok(known.answer);
    const { answer, refusal } = await work();
    await answers.add({ account, key, request: hash, answer, at });
    if (refusal !== null) await refuse(refusal);
    return ok(answer);
  });
}

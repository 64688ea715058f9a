import type { Outcome } from '#application';

/** The value of an outcome. Throws where it failed. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  return outcome.value;
}

/** The kind of failure that an outcome is, or `none`. */
export function failureOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'none' : outcome.failure.kind;
}

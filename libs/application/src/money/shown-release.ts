import { canonicalText } from '#engine';
import { sha256 } from '../hash.js';
import type { Release } from '../ports/release-store.port.js';
import type { Gate } from '../use-cases/read-gate.use-case.js';

/**
 * The hash of what is shown of a release to whoever decides on it: its year and amount, and the gate
 * as it stands without it, which says determination, conclusion, position of the money, obstacles and
 * open findings. Any change of these gives another hash.
 */
export function shownHash({ year, fen }: Pick<Release, 'year' | 'fen'>, gate: Gate): string {
  return sha256(canonicalText({ release: { year, fen: String(fen) }, gate: inText(gate) }));
}

/** Amounts as text, as JSON has no such integers. */
function inText({ money, ...gate }: Gate) {
  const { award, paid, released, remaining, releasable } = money;
  const amounts = [award, paid, released, remaining, releasable];
  return { ...gate, money: amounts.map((fen) => (fen === null ? null : String(fen))) };
}

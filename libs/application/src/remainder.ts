import type { MoneyEntry } from './ports/money-ledger.port.js';

/** Award, payments and what remains (剩余资金), in 分; without an award nothing is known to remain. */
export function remainderOf(entries: readonly MoneyEntry[]): {
  readonly award: MoneyEntry | null;
  readonly paid: bigint;
  readonly remaining: bigint | null;
} {
  const award = entries.find(({ kind }) => kind === 'award') ?? null;
  const paid = entries
    .filter(({ kind }) => kind === 'payment')
    .reduce((sum, { fen }) => sum + fen, 0n);
  return { award, paid, remaining: award && award.fen - paid };
}

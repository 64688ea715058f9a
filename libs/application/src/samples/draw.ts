import { sha256 } from '../hash.js';

/** A row of a report, as anybody who has the file can name it. */
export interface RowName {
  /** SHA-256 of the file. */
  readonly file: string;
  /** A ledger's id. */
  readonly ledger: string;
  /** As a spreadsheet numbers it. */
  readonly row: number;
}

/**
 * Draws a sample (抽样), the same for the same seed on any machine and in any order of rows. Each
 * ledger gets one row, and what is left is shared out in proportion to the rows that they have left,
 * by whole parts, then by the largest remainders, of equal ones to the ledger whose id comes first.
 * Within a ledger those are drawn whose SHA-256 of seed, file, ledger and row, each on a line, is
 * smallest in hexadecimal.
 * @param size at least the number of ledgers with rows, at most that of rows
 * @returns by ledger, then by that hash
 */
export function drawSample<T extends RowName>(
  rows: readonly T[],
  size: number,
  seed: string,
): readonly T[] {
  const ids = [...new Set(rows.map(({ ledger }) => ledger))].sort();
  const ledgers = ids.map((id) => rows.filter(({ ledger }) => ledger === id));
  const shares = shareOut(
    ledgers.map(({ length }) => length - 1),
    size - ledgers.length,
  );
  return ledgers.flatMap((each, index) => smallest(each, 1 + (shares[index] ?? 0), seed));
}

function smallest<T extends RowName>(rows: readonly T[], size: number, seed: string): readonly T[] {
  return rows
    .map((row) => ({ row, hash: sha256([seed, row.file, row.ledger, row.row].join('\n')) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, size)
    .map(({ row }) => row);
}

/** Shares whole things out in proportion to weights, by the largest remainders. */
function shareOut(weights: readonly number[], things: number): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights;
  const shares = weights.map((weight) => Math.floor((weight * things) / total));
  const left = things - shares.reduce((sum, share) => sum + share, 0);
  const largest = weights
    .map((weight, index) => ({ index, remainder: (weight * things) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, left);
  for (const { index } of largest) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

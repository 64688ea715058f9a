import type { CellValue, Ledger } from './ledger.js';

/**
 * What a row can be claimed by besides its own subject: two subjects whose rows of one ledger share
 * any of these are in dispute. Stable text, such as `{"registration":"2021-1"}`; none where the
 * ledger's items may recur, or where the row leaves blank what tells them apart.
 */
export function claimKeys(
  { acrossSubjects }: Ledger,
  values: Readonly<Record<string, CellValue>>,
): readonly string[] {
  if (!('disputedBy' in acrossSubjects)) return [];
  return acrossSubjects.disputedBy
    .filter((columns) => columns.every((id) => (values[id] ?? null) !== null))
    .map((columns) => JSON.stringify(Object.fromEntries(columns.map((id) => [id, values[id]]))));
}

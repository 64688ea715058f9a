import type { CellValue, Ledger } from './ledger.js';

/**
 * What tells an item of a ledger from another, from the first of its keys with no blank. Stable text
 * by which a row finding names its item.
 */
export function itemKey(ledger: Ledger, values: Readonly<Record<string, CellValue>>): string {
  const { sameItem } = ledger;
  const index = sameItem.findIndex((columns) =>
    columns.every((id) => (values[id] ?? null) !== null),
  );
  const chosen = index === -1 ? sameItem.length - 1 : index;
  const columns = sameItem[chosen] ?? [];
  const [only] = columns;
  if (sameItem.length === 1 && columns.length === 1 && only) return String(values[only] ?? '');
  return JSON.stringify([chosen, ...columns.map((id) => values[id] ?? null)]);
}

/**
 * Whether rows of two subjects are the same item, and do not only share a number that several may
 * issue. What an item belongs to is numbered by each subject for itself, and tells nothing here.
 */
export function isSameItem(
  ledger: Ledger,
  a: Readonly<Record<string, CellValue>>,
  b: Readonly<Record<string, CellValue>>,
): boolean {
  const { belongsTo } = ledger;
  const without = belongsTo && { [belongsTo.by]: null };
  return itemKey(ledger, { ...a, ...without }) === itemKey(ledger, { ...b, ...without });
}

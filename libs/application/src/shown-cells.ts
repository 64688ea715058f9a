import { formatQuantity, type CellValue, type Ledger } from '#engine';

/** Cells as a reviewer reads them, by the header of their column; a blank one is left out. */
export type ShownCells = Readonly<Record<string, string>>;

/** The cells of a ledger's row, amounts in 万元. */
export function shownCells(
  { columns }: Ledger,
  values: Readonly<Record<string, CellValue>>,
): ShownCells {
  const shown: Record<string, string> = {};
  for (const [id, { header, type }] of Object.entries(columns)) {
    const value = values[id] ?? null;
    if (value === null) continue;
    shown[header] =
      type.kind === 'amount' && typeof value === 'number'
        ? formatQuantity(BigInt(value), '万元')
        : typeof value === 'boolean'
          ? value
            ? '是'
            : '否'
          : String(value);
  }
  return shown;
}

import type { ShownCells } from './shown-cells.js';

/** A row of a report, as it is compared. */
export interface SaidRow {
  /** The report's id. */
  readonly part: string;
  readonly row: number;
  /** What tells it from other rows of its sheet. */
  readonly item: string;
  readonly cells: ShownCells;
}

/** What became of a row from one round to the next. */
export interface RowChange {
  readonly sheet: string;
  /** The ledger's id; null where the sheet is none's. */
  readonly ledger: string | null;
  readonly item: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Where it was, and where it is. */
  readonly before: Place | null;
  readonly after: Place | null;
  /** The cells that differ, by header; null where it was blank, or is. */
  readonly cells: readonly CellChange[];
}

interface Place {
  readonly part: string;
  readonly row: number;
}

interface CellChange {
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The changes of a sheet: rows of the same item are held against each other, in order where an item
 * has several. Rows that say the same are none.
 */
export function changesBetween(
  sheet: Pick<RowChange, 'sheet' | 'ledger'>,
  before: readonly SaidRow[],
  after: readonly SaidRow[],
): readonly RowChange[] {
  const left = new Map<string, SaidRow[]>();
  for (const row of before) left.set(row.item, [...(left.get(row.item) ?? []), row]);
  const changes: RowChange[] = [];
  for (const row of after) {
    const was = left.get(row.item)?.shift();
    const cells = changedCells(was?.cells ?? {}, row.cells);
    if (cells.length === 0) continue;
    const kind = was ? 'changed' : 'added';
    const places = { before: was ? placeOf(was) : null, after: placeOf(row) };
    changes.push({ ...sheet, item: row.item, kind, ...places, cells });
  }
  for (const row of [...left.values()].flat()) {
    const places = { before: placeOf(row), after: null };
    const cells = changedCells(row.cells, {});
    changes.push({ ...sheet, item: row.item, kind: 'removed', ...places, cells });
  }
  return changes;
}

function placeOf({ part, row }: SaidRow): Place {
  return { part, row };
}

function changedCells(before: ShownCells, after: ShownCells): readonly CellChange[] {
  const columns = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...columns]
    .map((column) => ({
      ...{ column, before: before[column] ?? null, after: after[column] ?? null },
    }))
    .filter((cell) => cell.before !== cell.after);
}

import type { Cell, Table } from './paper.js';

/** A cell with the place that it begins at, from 0. */
export interface PlacedCell extends Cell {
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
}

/** Where each cell of a table stands, given that a row leaves out what others cover. */
export function placedCells({ rows, widths }: Table): readonly PlacedCell[] {
  const covered = new Set<string>();
  return rows.flatMap((cells, row) => {
    let column = 0;
    const placed = cells.map((cell): PlacedCell => {
      while (covered.has(`${row} ${column}`)) column += 1;
      const { across = 1, down = 1 } = cell;
      const begins = column;
      for (let below = 0; below < down; below += 1) {
        for (let beside = 0; beside < across; beside += 1) {
          covered.add(`${row + below} ${begins + beside}`);
        }
      }
      column += across;
      return { ...cell, row, column: begins, across, down };
    });
    for (let each = 0; each < widths.length; each += 1) {
      if (!covered.has(`${row} ${each}`)) throw new Error(`row ${row} of a table has a gap`);
    }
    return placed;
  });
}

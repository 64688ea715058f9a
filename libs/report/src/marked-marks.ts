import type { Problem } from '#engine';
import { fold } from './cells/fold.js';
import type { RawRow } from './cells/raw-cell.js';
import { coverSheet, problemsName } from './sheet-names.js';

/** What is marked in one row: cells by column from 0, and what 错误说明 says. */
export interface RowMarks {
  readonly cells: ReadonlySet<number>;
  readonly remark: string;
}

/** What is marked in one sheet. */
export interface SheetMarks {
  /** The row that gets the header of the remarks, and their column from 0. */
  readonly headerRow: number;
  readonly remarkColumn: number;
  /** True where the column is there already, from a marked copy that came back. */
  readonly hadRemarks: boolean;
  /** By row number. */
  readonly rows: ReadonlyMap<number, RowMarks>;
}

/** Title lines stand above a header, but not many. */
const mostRowsToHeader = 20;
/** Just under what a cell holds. */
const longestRemark = 32_000;

/** Finds the cells of a sheet that its problems speak of. */
export class MarkFinder {
  private readonly columns: ReadonlySet<string>;
  private header = { row: 1, texts: [''], found: -1 };
  private readonly labels = new Map<string, number>();
  private width = 0;

  /** @param problems those of this sheet */
  constructor(
    private readonly sheet: string,
    private readonly problems: readonly Problem[],
  ) {
    const named = sheet === coverSheet ? [] : problems.map(({ column = '' }) => fold(column));
    this.columns = new Set([problemsName, ...named]);
  }

  /** Takes the next row of the sheet. */
  push({ row, cells }: RawRow): void {
    this.width = Math.max(this.width, cells.length);
    if (row > mostRowsToHeader || cells.length === 0) return;
    const texts = Array.from(cells, (cell) => fold(cell?.text ?? ''));
    this.labels.set(texts[0] ?? '', row);
    const found = texts.filter((text) => text !== '' && this.columns.has(text)).length;
    if (found > this.header.found) this.header = { row, texts, found };
  }

  /** The marks, once every row was taken. */
  finish(): SheetMarks {
    const { texts, row: headerRow } = this.header;
    const firstColumn = Math.max(
      texts.findIndex((text) => text !== ''),
      0,
    );
    const rows = new Map<number, { cells: Set<number>; remark: string }>();
    for (const problem of this.problems) {
      const place = this.placeOf(problem);
      if (!place) continue;
      const { cells, remark } = rows.get(place.row) ?? { cells: new Set(), remark: '' };
      if (place.column >= 0) cells.add(place.column);
      else if (place.row !== headerRow) cells.add(firstColumn);
      // Beside the header stands the header of the remarks.
      const added = place.row === headerRow ? '' : problem.message;
      rows.set(place.row, {
        cells,
        remark: [remark, added].filter(Boolean).join('\n').slice(0, longestRemark),
      });
    }
    const known = texts.indexOf(problemsName);
    const remarkColumn = known < 0 ? this.width : known;
    return { headerRow, remarkColumn, hadRemarks: known >= 0, rows };
  }

  /** On the cover, which has no header, a label in the first column names the value beside it. */
  private placeOf({ row, column }: Problem): { row: number; column: number } | undefined {
    const name = column === undefined ? undefined : fold(column);
    if (row !== undefined) {
      return { row, column: name === undefined ? -1 : this.header.texts.indexOf(name) };
    }
    const labelled = name === undefined ? undefined : this.labels.get(name);
    return this.sheet === coverSheet && labelled !== undefined
      ? { row: labelled, column: 1 }
      : undefined;
  }
}

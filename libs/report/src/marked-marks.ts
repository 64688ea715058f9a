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

/** What a cell holds at most. */
const longestRemark = 32_000;

/**
 * Finds the cells that a sheet's problems speak of.
 * @param problems those of this sheet
 * @returns its marks, and the problems that no row of it can show
 */
export async function placeProblems(
  sheetName: string,
  batches: AsyncIterable<readonly RawRow[]>,
  problems: readonly Problem[],
): Promise<{ readonly marks: SheetMarks; readonly unplaced: readonly Problem[] }> {
  const labels = new Map<string, number>();
  const columns = new Set([problemsName, ...problems.map(({ column = '' }) => fold(column))]);
  let header: { row: number; texts: readonly string[]; found: number } | undefined;
  let width = 0;
  for await (const batch of batches) {
    for (const { row, cells } of batch) {
      width = Math.max(width, cells.length);
      if (row > mostRowsToHeader) continue;
      const texts = cells.map((cell) => fold(cell?.text ?? ''));
      labels.set(texts[0] ?? '', row);
      const found = texts.filter((text) => text !== '' && columns.has(text)).length;
      if (cells.length > 0 && found > (header?.found ?? -1)) header = { row, texts, found };
    }
  }
  const texts = header?.texts ?? [];
  const remembered = texts.indexOf(problemsName);
  const rows = new Map<number, { cells: Set<number>; remarks: string[] }>();
  const unplaced: Problem[] = [];
  for (const problem of problems) {
    const onCover = sheetName === coverSheet && problem.row === undefined;
    const row = onCover ? labels.get(fold(problem.column ?? '')) : problem.row;
    if (row === undefined) {
      unplaced.push(problem);
      continue;
    }
    const marks = rows.get(row) ?? { cells: new Set(), remarks: [] };
    const column = onCover ? 1 : texts.indexOf(fold(problem.column ?? ''));
    if (problem.column !== undefined && column >= 0) marks.cells.add(column);
    marks.remarks.push(problem.message);
    rows.set(row, marks);
  }
  const marks = {
    headerRow: header?.row ?? 1,
    remarkColumn: remembered < 0 ? width : remembered,
    hadRemarks: remembered >= 0,
    rows: new Map(
      [...rows].map(([row, { cells, remarks }]) => [
        row,
        { cells, remark: remarks.join('\n').slice(0, longestRemark) },
      ]),
    ),
  };
  return { marks, unplaced };
}

/** Title lines stand above a header, but not many. */
const mostRowsToHeader = 20;

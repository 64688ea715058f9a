/** A cell of a table that is saved: words, an exact decimal, or nothing. */
export type Cell = string | { readonly decimal: string } | null;

/** A column of a table that is saved. */
export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => Cell;
}

/** A table as it is saved: the titles, the rows, and below them what it is to be held against. */
export interface SavedTable {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Stands by itself below an empty line. */
  readonly foot: string;
}

/** An exact figure as a cell; nothing where it is not known. */
export function figure(value: string | number | null | undefined): Cell {
  return value === null || value === undefined ? null : { decimal: String(value) };
}

/** All the lines of a table, from its titles to its foot. */
export function linesOf({ titles, rows, foot }: SavedTable): readonly (readonly Cell[])[] {
  return [titles, ...rows, [], [foot]];
}

/** The cells of rows, by their columns. */
export function tableOf<T>(
  name: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  foot: string,
): SavedTable {
  return {
    name,
    titles: columns.map(({ title }) => title),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    foot,
  };
}

/**
 * Whether a spreadsheet could take a text for a formula: by its first sign, full-width ones too, which
 * spreadsheets in Chinese read alike; a tabulator or a line's end may hide one.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text);
}

/** The most digits of a decimal that every spreadsheet keeps. */
const digitsKept = 15;

/** Whether a spreadsheet reads a decimal back as it is; else it has to be saved as text. */
export function isKeptAsNumber(decimal: string): boolean {
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(decimal);
  const digits = `${match?.[1] ?? ''}${match?.[2] ?? ''}`.replace(/^0+/, '');
  return match !== null && digits.length <= digitsKept;
}

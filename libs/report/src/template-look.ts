import type { DataValidation, Row, Style, Worksheet } from 'exceljs';
import type { Column, ColumnType, DateRule } from '#engine';

declare module 'exceljs' {
  // exceljs has this and leaves it out of its types; a range keeps empty rows out of the file.
  interface Worksheet {
    readonly dataValidations: { add(range: string, validation: DataValidation): void };
  }
}

/** A sheet's columns as every spreadsheet program counts them: a row is deleted only if all are unlocked. */
const sheetWidth = 16_384;

/** What spreadsheets hold of a hint and of its title; an error's text is the shorter. */
const longestHint = 225;
const longestTitle = 32;

/** Earlier days are typing errors; the patent law of the People's Republic is of 1984. */
const earliest = Date.UTC(1950, 0, 1);

/** What the other cells have. */
export const face = { name: 'Calibri', family: 2 } as const;

const requiredColour = 'FF1F4E78';
const optionalColour = 'FF7F9DB9';

/** Names of the lists of words that the drop-downs show, by the words joined with a comma. */
export type ChoiceLists = ReadonlyMap<string, string>;

/** The words that a cell of this type offers, if it offers any. */
export function choicesOf(type: ColumnType): readonly string[] | undefined {
  if (type.kind === 'choice') return type.choices;
  return type.kind === 'yes-no' ? ['是', '否'] : undefined;
}

/** Paints the first cells of a row as headers: dark where required, lighter where not; locked. */
export function paintHeader(row: Row, required: readonly boolean[]): void {
  required.forEach((isRequired, index) => {
    const cell = row.getCell(index + 1);
    const argb = isRequired ? requiredColour : optionalColour;
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } };
    cell.font = { ...face, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.alignment = { vertical: 'middle', horizontal: 'center' };
    cell.protection = { locked: true };
    cell.numFmt = '@';
  });
}

/** Opens every cell for input but those locked one by one, and locks the rest without a password. */
export async function protect(sheet: Worksheet): Promise<void> {
  const rest = sheet.getColumn(sheet.columnCount + 1);
  rest.width = 9;
  rest.style = { protection: { locked: false } };
  // exceljs joins a column with the one before it where they look alike; thus the first and the
  // last say it for all between, none of which has to exist.
  sheet.columns[sheetWidth - 1] = rest;
  await sheet.protect('', {
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertColumns: true,
    insertRows: true,
    deleteColumns: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  });
}

/** A column's width in characters: a Chinese one takes two. */
export function widthOf({ header, type }: Column): number {
  return Math.max(2 * header.length + 4, type.kind === 'text' ? 24 : 16);
}

/** Unlocks a cell or a whole column and gives it the number format of its type. */
export function openForInput(place: Partial<Style>, type: ColumnType): void {
  place.numFmt = numberFormat(type);
  place.protection = { locked: false };
}

/** Codes, numbers of documents and words are text, or `001` and `1-2` would lose what they say. */
function numberFormat({ kind }: ColumnType): string {
  if (kind === 'date') return 'yyyy-mm-dd';
  if (kind === 'amount') return '#,##0.00####';
  return kind === 'count' ? '0' : '@';
}

/** Shows a hint at each of these cells, and asks before it lets a doubtful entry in. */
export function ruleCells(
  sheet: Worksheet,
  range: string,
  { header, type, hint }: Column,
  year: number,
  lists: ChoiceLists,
): void {
  const text = hint.slice(0, longestHint);
  sheet.dataValidations.add(range, {
    ...cellRule(type, year, lists),
    allowBlank: true,
    showInputMessage: true,
    promptTitle: header.slice(0, longestTitle),
    prompt: text,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: header.slice(0, longestTitle),
    error: text,
  });
}

function cellRule(type: ColumnType, year: number, lists: ChoiceLists): DataValidation {
  switch (type.kind) {
    case 'yes-no':
    case 'choice':
      return { type: 'list', formulae: [lists.get(choicesOf(type)?.join() ?? '')] };
    case 'amount':
      return { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] };
    case 'count':
      return { type: 'whole', operator: 'greaterThanOrEqual', formulae: [0] };
    case 'date':
      return { type: 'date', operator: 'between', formulae: dateBounds(type.rule, year) };
    case 'credit-code':
      return { type: 'textLength', operator: 'equal', formulae: [18] };
    case 'text':
    case 'patent-number':
      return { type: 'textLength', operator: 'lessThan', formulae: [32_767] };
  }
}

function dateBounds(rule: DateRule | undefined, year: number): Date[] {
  const first = rule === 'in-report-year' ? Date.UTC(year, 0, 1) : earliest;
  const last = rule ? Date.UTC(year, 11, 31) : Date.UTC(year + 50, 11, 31);
  return [new Date(first), new Date(last)];
}

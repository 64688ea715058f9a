import ExcelJS from 'exceljs';
import {
  dayInWords,
  numbered,
  page,
  footLines,
  type Block,
  type Cell,
  type Issue,
  type Paper,
  type Table,
} from './paper.js';
import { placedCells } from './placed-cells.js';

/** The sheet's columns, each so many millimetres: tables of other columns take several of them. */
const step = 2;
const columns = page.width / step;
/** What a spreadsheet calls the width of one digit, in millimetres. */
const digit = 1.95;
/** A4, by the number that workbooks know it by. */
const a4 = { paperSize: 9 };
/** A row of a workbook is no higher, in points. */
const highest = 409;
/** The type area, in points. */
const mostOnPage = (page.height * 72) / 25.4;
const thin = { style: 'thin' } as const;
const borders = { top: thin, left: thin, bottom: thin, right: thin };

/** A paper as a workbook of one sheet, which prints as the others do. */
export async function writeXlsx(paper: Paper, issue: Issue): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '绩效目标核查';
  workbook.title = paper.title;
  const sheet = workbook.addWorksheet(paper.title.slice(-7), {
    pageSetup: {
      ...{ orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      horizontalCentered: true,
      margins: {
        ...{ top: inches(page.top), left: inches(page.left), header: 0.3, footer: 0.5 },
        right: inches(page.paper[0] - page.left - page.width),
        bottom: inches(page.paper[1] - page.top - page.height),
      },
    },
    headerFooter: { oddFooter: ['&C第 &P 页 共 &N 页', ...footLines(issue)].join('\n') },
  });
  Object.assign(sheet.pageSetup, a4);
  for (let column = 1; column <= columns; column += 1) sheet.getColumn(column).width = step / digit;
  let row = 1;
  const wide = (
    text: string,
    size: number,
    horizontal: 'center' | 'left' | 'right',
    name = '仿宋_GB2312',
  ) => {
    sheet.mergeCells(row, 1, row, columns);
    const cell = sheet.getCell(row, 1);
    cell.value = text;
    cell.font = { name, size };
    cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
    const height = linesOf(text, page.width, size) * size * 1.4 + 4;
    sheet.getRow(row).height = Math.min(height, highest);
    row += 1;
  };
  wide(paper.title, 18, 'center', '方正小标宋简体');
  if (paper.subtitle !== '') wide(paper.subtitle, 11, 'center', '楷体_GB2312');
  for (const block of paper.blocks) {
    if (block.kind === 'table') row = writeTable(sheet, block, row) + 1;
    else for (const { text, horizontal } of linesIn(block, issue)) wide(text, 10, horizontal);
  }
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(columns).letter}${row - 1}`;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function linesIn(block: Exclude<Block, Table>, { on }: Issue) {
  const left = (text: string) => ({ text, horizontal: 'left' as const });
  const right = (text: string) => ({ text, horizontal: 'right' as const });
  switch (block.kind) {
    case 'heading':
      return [left(block.text)];
    case 'paragraph':
      return [left(block.first ? block.text : `　　${block.text}`)];
    case 'notes':
      // A row holds about this many.
      return numbered(block).flatMap((note) => (note.match(/.{1,1000}/gu) ?? []).map(left));
    case 'seal':
      // The seal (42 mm) covers the issuer and the day.
      return [
        ...['', '', ''].map(left),
        right(block.by),
        right(dayInWords(on)),
        ...['', ''].map(left),
      ];
  }
}

/** Repeats its head where it goes on on a second page. @returns the row below it, which is a gap */
function writeTable(sheet: ExcelJS.Worksheet, table: Table, top: number): number {
  const edges = table.widths.reduce<number[]>(
    (all, width) => [...all, (all.at(-1) ?? 0) + width],
    [0],
  );
  const edge = (column: number) => Math.round((edges[column] ?? page.width) / step);
  const heights = table.rows.map(() => 18);
  for (const cell of placedCells(table)) {
    const [first, last] = [edge(cell.column) + 1, edge(cell.column + cell.across)];
    const [upper, lower] = [top + cell.row, top + cell.row + cell.down - 1];
    sheet.mergeCells(upper, first, lower, last);
    writeCell(sheet.getCell(upper, first), cell);
    const height = linesOf(cell.text, (last - first + 1) * step - 2, 9) * 13 + 5;
    if (cell.down === 1) heights[cell.row] = Math.max(heights[cell.row] ?? 0, height);
  }
  heights.forEach((height, index) => {
    sheet.getRow(top + index).height = Math.min(height, highest);
  });
  const below = top + table.rows.length;
  sheet.getRow(below).height = 6;
  if (table.headRows > 0 && heightTo(sheet, below) > mostOnPage) {
    sheet.pageSetup.printTitlesRow = `${top}:${top + table.headRows - 1}`;
  }
  return below;
}

/** Of all rows above one, in points. */
function heightTo(sheet: ExcelJS.Worksheet, below: number): number {
  return Array.from({ length: below - 1 }, (_, index) => sheet.getRow(index + 1).height).reduce(
    (sum, each) => sum + each,
    0,
  );
}

/** Text is never a formula; a number is one where a spreadsheet keeps all its digits. */
function writeCell(
  into: ExcelJS.Cell,
  { text, align, isHead = false, isNumber = false }: Cell,
): void {
  const isKept = isNumber && text.replaceAll(/[^0-9]/g, '').length <= 15;
  into.value = isKept ? Number(text) : text;
  if (isKept)
    into.numFmt = text.includes('.') ? `0.${'0'.repeat(text.length - text.indexOf('.') - 1)}` : '0';
  into.font = { name: isHead ? '黑体' : '仿宋_GB2312', size: 9 };
  into.alignment = {
    ...{ horizontal: align ?? 'center', vertical: 'middle', wrapText: true },
    ...(align && { indent: 1 }),
  };
  into.border = borders;
}

/** How many lines a text takes; a Chinese character is as wide as it is high. */
function linesOf(text: string, millimetres: number, points: number): number {
  const wide = [...text].reduce((sum, each) => sum + (each.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0);
  return Math.max(1, Math.ceil((wide * points * 0.353) / millimetres));
}

const inches = (millimetres: number) => millimetres / 25.4;

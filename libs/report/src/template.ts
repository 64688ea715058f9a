import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Workbook, Worksheet } from 'exceljs';
import {
  count,
  creditCode,
  date,
  reportYears,
  text,
  type Column,
  type Ledger,
  type Programme,
} from '#engine';
import { columnHint } from './column-hint.js';
import { declarableFigures } from './declared-figures.js';
import {
  choicesSheet,
  coverLabels,
  coverSheet,
  figureHeaders,
  figuresSheet,
  notesSheet,
  reportFormat,
  statementHeaders,
  statementsSheet,
} from './sheet-names.js';
import {
  choicesOf,
  face,
  openForInput,
  paintHeader,
  protect,
  ruleCells,
  widthOf,
  type ChoiceLists,
} from './template-look.js';
import { notesFor } from './template-notes.js';

/** The last row that carries drop-downs and hints; rows may go on below it. */
const lastRuledRow = 20_000;

const noLists: ChoiceLists = new Map();

/**
 * Writes the workbook (.xlsx) that a clerk fills in for a year, from the programme's declaration
 * alone.
 * @throws where the programme has no report for that year, or `out` fails.
 */
export async function writeTemplate(
  programme: Programme,
  year: number,
  out: Writable,
): Promise<void> {
  if (!reportYears(programme).includes(year)) {
    throw new Error(`programme ${programme.id} has no report for ${year}`);
  }
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const lists = nameChoices(programme);
  writeNotes(workbook.addWorksheet(notesSheet), programme, year);
  writeCover(workbook.addWorksheet(coverSheet), programme, year);
  writeFigures(workbook.addWorksheet(figuresSheet), programme, year);
  writeStatements(workbook.addWorksheet(statementsSheet), programme, year);
  for (const ledger of programme.ledgers) {
    writeLedger(workbook.addWorksheet(ledger.sheet), ledger, year, lists);
  }
  for (const sheet of workbook.worksheets) {
    sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
    await protect(sheet);
  }
  writeChoices(workbook, lists);
  await pipeline([await workbook.xlsx.writeBuffer()], out);
}

function writeNotes(sheet: Worksheet, programme: Programme, year: number): void {
  sheet.columns = [{ width: 28 }, { width: 12 }, { width: 88 }];
  for (const { look, cells } of notesFor(programme, year)) {
    const row = sheet.addRow(cells);
    row.alignment = { vertical: 'middle', wrapText: look === 'row' };
    // A row that wraps finds its own height.
    if (look !== 'row') row.height = look === 'title' ? 32 : 21;
    if (look === 'title') row.font = { ...face, bold: true, size: 14 };
    if (look === 'warning')
      row.font = { ...face, bold: true, size: 12, color: { argb: 'FFC00000' } };
    if (look === 'header') paintHeader(row, [true, true, true]);
  }
}

function writeCover(sheet: Worksheet, { id, subject }: Programme, year: number): void {
  const code = coverLabels.subjectCode;
  const labels = coverLabels;
  const fixed = '由项目规定，不要改动。';
  const given = [
    [labels.format, reportFormat, fixed],
    [labels.programme, id, fixed],
    [labels.year, year, fixed],
  ] as const;
  const asked: readonly Column[] = [
    text(labels.subjectName, { required: true, hint: '必填。填报主体的全称。' }),
    subject === 'operator'
      ? creditCode(code, { required: true, hint: '必填。18位统一社会信用代码。' })
      : text(code, { required: true, hint: '必填。六位行政区划代码。' }),
    date(labels.filledOn, { required: true, hint: '必填。如 2022-01-31。' }),
    ...[labels.filledBy, labels.contact, labels.phone].map((label) =>
      text(label, { hint: '选填。' }),
    ),
  ];
  sheet.columns = [{ width: 16 }, { width: 44 }, { width: 40 }];
  for (const cells of given) paintHeader(sheet.addRow(cells), [true]);
  for (const column of asked) {
    const row = sheet.addRow([column.header, undefined, column.hint]);
    paintHeader(row, [column.required]);
    openForInput(row.getCell(2), column.type);
    ruleCells(sheet, `B${row.number}`, column, year, noLists);
  }
  sheet.eachRow((row) => {
    row.height = 24;
    row.getCell(2).alignment = { vertical: 'middle', horizontal: 'left' };
    row.getCell(3).alignment = { vertical: 'middle' };
    row.getCell(3).font = { ...face, size: 11, color: { argb: 'FF595959' } };
  });
}

function writeFigures(sheet: Worksheet, programme: Programme, year: number): void {
  const { baseYear } = programme;
  const headers = figureHeaders;
  const columns = [
    text(headers.code, { required: true, hint: '由项目规定，不要改动。' }),
    text(headers.name),
    text(headers.unit, { hint: '与数值一致的单位。' }),
    count(headers.year, { required: true, hint: '数值所属的年份。' }),
    text(headers.value, { required: true, hint: '不填视为没有申报；确实为零的填 0。' }),
    text(headers.source, { hint: '数据出处，如统计公报、登记系统。' }),
  ];
  writeHeader(sheet, columns, year, noLists);
  for (const { code, name, unit, base } of declarableFigures(programme)) {
    if (base && baseYear !== null) sheet.addRow([code, name, unit, baseYear]);
    if (year !== baseYear) sheet.addRow([code, name, unit, year]);
  }
  sheet.getColumn(5).numFmt = '#,##0.######';
}

function writeStatements(sheet: Worksheet, { targets }: Programme, year: number): void {
  const headers = statementHeaders;
  const columns = [
    text(headers.target, { required: true, hint: '由项目规定，不要改动。' }),
    text(headers.name),
    text(headers.completion, { hint: '目标的完成情况。' }),
    text(headers.deviation, { hint: '未达标的，写明原因和改进措施。' }),
    text(headers.proof, { hint: '证明材料的名称或文号。' }),
  ];
  writeHeader(sheet, columns, year, noLists);
  for (const { id, name, clause } of targets) {
    const { number } = sheet.addRow([id, name]);
    const hint = `${clause.article}：${clause.quote}`;
    // On a column without a rule of its own: of two rules on a cell, some programs keep neither.
    ruleCells(sheet, `B${number}`, text(name, { hint }), year, noLists);
  }
}

function writeLedger(sheet: Worksheet, ledger: Ledger, year: number, lists: ChoiceLists): void {
  const columns = Object.values(ledger.columns).map((column, index) => ({
    ...column,
    hint: `${column.required ? '必填' : '选填'}。${columnHint(column)}${index === 0 ? untouched : ''}`,
  }));
  writeHeader(sheet, columns, year, lists);
}

const untouched = '确实没有的，在A2填“无”；本次不报的，删除整张表。';

function writeHeader(
  sheet: Worksheet,
  columns: readonly Column[],
  year: number,
  lists: ChoiceLists,
): void {
  const header = sheet.addRow(columns.map((column) => column.header));
  columns.forEach((column, index) => {
    const sheetColumn = sheet.getColumn(index + 1);
    sheetColumn.width = widthOf(column);
    openForInput(sheetColumn, column.type);
    const { letter } = sheetColumn;
    if (column.hint) ruleCells(sheet, `${letter}2:${letter}${lastRuledRow}`, column, year, lists);
  });
  paintHeader(
    header,
    columns.map(({ required }) => required),
  );
  header.height = 24;
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

/** A defined name for each list of words, so that ledgers with the same words share one. */
function nameChoices({ ledgers }: Programme): ChoiceLists {
  const lists = ledgers
    .flatMap(({ columns }) => Object.values(columns))
    .flatMap(({ type }) => choicesOf(type)?.join() ?? []);
  return new Map([...new Set(lists)].map((words, index) => [words, `choice_${index + 1}`]));
}

function writeChoices(workbook: Workbook, lists: ChoiceLists): void {
  const sheet = workbook.addWorksheet(choicesSheet, { state: 'veryHidden' });
  for (const [words, name] of lists) {
    const column = sheet.columnCount + 1;
    const values = words.split(',');
    values.forEach((word, index) => {
      sheet.getCell(index + 1, column).value = word;
    });
    const { letter } = sheet.getColumn(column);
    workbook.definedNames.add(`'${choicesSheet}'!$${letter}$1:$${letter}$${values.length}`, name);
  }
}

import exceljs from 'exceljs';
import { asCsv } from '../../apps/web/src/tables/csv.js';
import { asWorkbook } from '../../apps/web/src/tables/workbook.js';
import { figure, tableOf, type Cell } from '../../apps/web/src/tables/table.js';

const hostile = ["=cmd|' /C calc'!A0", '+1', '-1', '@x', '\t=1', '\r=1', '＝1', '\n=1'];
const figures = ['0', '-12.5', '123456789012.345', '1234567890123456', '0.1', '18000.000001'];
const words = ['示例市', 'a < b & "c"', '两\n行', '左\r右', '007'];
const columns = [
  { title: '名称', cell: ([name]: readonly [string, Cell]) => name },
  { title: '数', cell: ([, value]: readonly [string, Cell]) => value },
];

const foot = `审计校验点 12:${'0f'.repeat(32)}`;

async function read(rows: readonly (readonly [string, Cell])[]) {
  const file = await asWorkbook(tableOf('表[1]/2', columns, rows, foot));
  const book = new exceljs.Workbook();
  await book.xlsx.load(await file.arrayBuffer());
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('a table that is saved', () => {
  it('re-reads to the same words and numbers', async () => {
    const sheet = await read([
      ...words.map((word) => [word, null] as const),
      ...figures.map((decimal) => ['', figure(decimal)] as const),
    ]);
    expect(sheet.getColumn(1).values.slice(2, 2 + words.length)).toEqual(words);
    const [long = ''] = figures.splice(3, 1);
    const values = sheet.getColumn(2).values.filter((value) => value !== undefined);
    expect(values.filter((value) => typeof value === 'number').map(String)).toEqual(figures);
    // A double has no place for sixteen digits.
    expect(values).toContain(long);
    expect(sheet.name).toBe('表 1  2');
  });

  it('holds no formula, whatever a text begins with', async () => {
    const sheet = await read(hostile.map((text) => [text, text]));
    hostile.forEach((text, index) => {
      const cell = sheet.getCell(index + 2, 1);
      expect([cell.formula, cell.value]).toEqual([undefined, text]);
    });
  });

  it('ends with its foot below an empty line, beside which no column grows', async () => {
    const sheet = await read([['示例市', figure('1')]]);
    expect([2, 3, 4, 5].map((row) => sheet.getCell(row, 1).value)).toEqual([
      ...['示例市', null, foot, null],
    ]);
    expect(sheet.getColumn(1).width).toBe(8);
    const csv = asCsv(tableOf('表', columns, [['示例市', figure('1')]], foot));
    expect(await csv.text()).toMatch(new RegExp(`示例市,1\r\n\r\n${foot}\r\n$`));
  });

  it('is CSV that spreadsheets read as UTF-8 and run nothing of', async () => {
    const rows = hostile.map((text) => [text, figure('-1')] as const);
    const text = Buffer.from(
      await asCsv(tableOf('表', columns, rows, foot)).arrayBuffer(),
    ).toString();
    expect(text.startsWith('\uFEFF名称,数\r\n')).toBe(true);
    expect(
      text
        .split(',-1\r\n')
        .slice(0, -1)
        .map((line) => line.replace('\uFEFF名称,数\r\n', '')),
    ).toEqual([
      "'=cmd|' /C calc'!A0",
      ...["'+1", "'-1", "'@x", "'\t=1", '"\'\r=1"', "'＝1", '"\'\n=1"'],
    ]);
  });
});

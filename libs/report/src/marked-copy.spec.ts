import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import exceljs from 'exceljs';
import { ZipFile } from 'yazl';
import type { Problem } from '#engine';
import { programmes } from '#rulebook';
import { writeMarkedCopy } from './marked-copy.js';
import { readWholeReport, type WholeReport } from './read-report.js';
import { WorkbookPackage } from './xlsx/workbook-package.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marked-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ledger = '贯标单位';
const headers = ['单位名称', '统一社会信用代码', '单位类型', '标准', '证书编号', '认证日期'];
const good = ['甲公司', '914403001922038216', '企业', 'GB/T 29490', '证1', new Date('2021-03-05')];
const badCode = [
  '乙公司',
  '914403001922038217',
  '企业',
  'GB/T 29490',
  '证2',
  new Date('2021-03-05'),
];
const red = { fgColor: { argb: 'FFFFC7CE' } };
const isRed = ({ style }: exceljs.Cell) => JSON.stringify(style).includes(red.fgColor.argb);

/** A report with a sheet of 贯标单位 that starts with these rows. */
async function report(name: string, rows: readonly unknown[][]): Promise<string> {
  const workbook = new exceljs.Workbook();
  const cover = workbook.addWorksheet('封面');
  cover.addRows([
    ['报告格式', '1'],
    ['项目编码', '2019-city-operation'],
    ['填报主体', '示例市'],
    ['主体代码', '999901'],
    ['报告年度', 2021],
    ['填报日期', '2022年13月1日'],
  ]);
  const sheet = workbook.addWorksheet(ledger);
  for (const cells of rows) sheet.addRow(cells);
  sheet.getColumn(6).numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getColumn(2).font = { italic: true };
  const path = join(folder, `${name}.xlsx`);
  await workbook.xlsx.writeFile(path);
  return path;
}

async function read(path: string): Promise<WholeReport> {
  const whole = await readWholeReport(path, programmes);
  if (whole.kind !== 'read') throw new Error(whole.message);
  return whole;
}

async function marked(path: string, problems: readonly Problem[]) {
  const copy = path.replace(/\.xlsx$/, '-marked.xlsx');
  await writeMarkedCopy(path, problems, createWriteStream(copy));
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(copy);
  const sheet = (name: string) => {
    const found = workbook.getWorksheet(name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  return { path: copy, workbook, sheet };
}

const error = (place: Partial<Problem>): Problem => ({
  severity: 'error',
  code: 'required-blank',
  file: '',
  message: '请补填。',
  ...place,
});

async function parts(path: string): Promise<ReadonlyMap<string, string>> {
  const zip = await WorkbookPackage.open(path);
  const texts = new Map<string, string>();
  for (const name of zip.names()) {
    const chunks: Buffer[] = [];
    for await (const chunk of zip.chunks(name)) chunks.push(chunk);
    texts.set(name, Buffer.concat(chunks).toString());
  }
  zip.close();
  return texts;
}

/** Writes a workbook from its XML, for what no library would write. */
async function workbookOf(name: string, sheetXml: string, styles?: string): Promise<string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const zip = new ZipFile();
  const add = (part: string, text: string) => {
    zip.addBuffer(Buffer.from(text), part);
  };
  add('[Content_Types].xml', '<Types></Types>');
  add(
    '_rels/.rels',
    `<Relationships xmlns="${packageRelations}"><Relationship Id="a" Type="${relations}/officeDocument" Target="book.xml"/></Relationships>`,
  );
  add(
    'book.xml',
    `<workbook xmlns="${main}" xmlns:q="${relations}"><sheets><sheet name="${ledger}" sheetId="7" q:id="s"/></sheets></workbook>`,
  );
  add(
    '_rels/book.xml.rels',
    `<Relationships xmlns="${packageRelations}"><Relationship Id="s" Type="${relations}/worksheet" Target="odd/name.xml"/>${
      styles === undefined
        ? ''
        : `<Relationship Id="t" Type="${relations}/styles" Target="st.xml"/>`
    }</Relationships>`,
  );
  add('odd/name.xml', sheetXml);
  if (styles !== undefined) add('st.xml', styles);
  zip.end();
  const path = join(folder, `${name}.xlsx`);
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

describe('a marked copy', () => {
  it('paints the bad cell and says beside the row what is wrong', async () => {
    const path = await report('bad', [headers, good, badCode]);
    const { problems } = await read(path);
    const { sheet } = await marked(path, problems);
    const copy = sheet(ledger);
    expect(copy.getCell('G1').value).toBe('错误说明');
    expect(copy.getCell('G2').value).toBeNull();
    expect(copy.getCell('G3').value).toMatch(/统一社会信用代码.*校验/s);
    expect(['A3', 'B3', 'B2'].filter((cell) => isRed(copy.getCell(cell)))).toEqual(['B3']);
    expect(copy.getColumn('G').width).toBe(50);
    expect(copy.getCell('G3').alignment).toMatchObject({ wrapText: true });
  });

  it('reads as the original does', async () => {
    const path = await report('same', [headers, good, badCode, ['丙公司']]);
    const original = await read(path);
    const copy = await read((await marked(path, original.problems)).path);
    const nameless = (problem: Problem) => ({ ...problem, file: '' });
    expect(copy.problems.map(nameless)).toEqual(original.problems.map(nameless));
    expect({ ...copy.content, file: '' }).toEqual({ ...original.content, file: '' });
  });

  it('keeps the number format and the font of a painted cell', async () => {
    const late = [...good.slice(0, 5), new Date('2022-03-05')];
    const path = await report('format', [headers, late]);
    const { problems } = await read(path);
    const { sheet } = await marked(path, [
      ...problems,
      error({ sheet: ledger, row: 2, column: '统一社会信用代码' }),
    ]);
    expect(sheet(ledger).getCell('F2')).toMatchObject({
      numFmt: 'yyyy"年"m"月"d"日"',
      fill: red,
      value: new Date('2022-03-05'),
    });
    expect(sheet(ledger).getCell('B2')).toMatchObject({ font: { italic: true }, fill: red });
  });

  it('leaves every other part as it was, byte for byte', async () => {
    const path = await report('bytes', [headers, good, badCode]);
    const before = await parts(path);
    const onLedger = (await read(path)).problems.filter(({ sheet }) => sheet === ledger);
    const after = await parts((await marked(path, onLedger)).path);
    const changed = [...after].filter(([name, text]) => before.get(name) !== text);
    expect(changed.map(([name]) => name).sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet3.xml',
    ]);
    const files = [...before.keys()].filter((name) => !name.endsWith('/'));
    expect([...after.keys()].sort()).toEqual([...files, 'xl/worksheets/sheet3.xml'].sort());
  });

  it('inserts cells and rows that the file does not have', async () => {
    const path = await report('blank', [headers, good.slice(0, 2)]);
    const { sheet } = await marked(path, [
      error({ sheet: ledger, row: 2, column: '认证日期' }),
      error({ sheet: ledger, row: 5, column: '单位名称', message: '第五行。' }),
    ]);
    expect(sheet(ledger).getCell('F2')).toMatchObject({ value: null, fill: red });
    expect(sheet(ledger).getCell('A5')).toMatchObject({ value: null, fill: red });
    expect(sheet(ledger).getCell('G5').value).toBe('第五行。');
  });

  it('finds the header below a title, and puts its own beside it', async () => {
    const path = await report('title', [['2021年贯标单位台账'], headers, badCode]);
    const { sheet } = await marked(path, (await read(path)).problems);
    expect(sheet(ledger).getCell('G2').value).toBe('错误说明');
    expect(sheet(ledger).getCell('B3').fill).toMatchObject(red);
  });

  it('paints the value on the cover that a label names', async () => {
    const path = await report('cover', [headers, good]);
    const { sheet } = await marked(path, (await read(path)).problems);
    expect(sheet('封面').getCell('B6').fill).toMatchObject(red);
    expect(sheet('封面').getCell('C6').value).toContain('填报日期');
    expect(sheet('封面').getCell('C1').value).toBe('错误说明');
  });

  it('lists everything on a sheet of its own, what no row shows first', async () => {
    const path = await report('unplaced', [headers, good]);
    const { sheet, path: copy } = await marked(path, [
      error({ sheet: ledger, row: 2, column: '标准', message: '有行。' }),
      error({ sheet: '运营机构', message: '缺少“运营机构”表。' }),
    ]);
    const listed = [1, 2, 3].map((row) => sheet('错误说明').getRow(row).values);
    expect(listed).toEqual([
      [undefined, '工作表', '行', '列', '说明'],
      [undefined, '运营机构', undefined, undefined, '缺少“运营机构”表。'],
      [undefined, ledger, '2', '标准', '有行。'],
    ]);
    expect(sheet(ledger).getCell('G2').value).toBe('有行。');
    const codes = (await read(copy)).problems.map(({ code }) => code);
    expect(codes).not.toContain('sheet-unknown');
  });

  it('paints the first cell of a row where no column is to blame', async () => {
    const path = await report('whole-row', [
      [undefined, ...headers],
      [undefined, ...good],
    ]);
    const { sheet } = await marked(path, [error({ sheet: ledger, row: 2 })]);
    expect(['A2', 'B2', 'C2'].filter((cell) => isRed(sheet(ledger).getCell(cell)))).toEqual(['B2']);
  });

  it('lets a row grow with its remark, unless a person has set its height', async () => {
    const row = (number: number, height: string) =>
      `<row r="${number}" ${height}><c r="A${number}"><v>1</v></c></row>`;
    const rows = row(1, '') + row(2, 'ht="15" x="1"') + row(3, 'ht="30" customHeight="1"');
    const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
    const problems = [2, 3].map((at) =>
      error({ sheet: ledger, row: at, message: '请补填。'.repeat(10) }),
    );
    const { path } = await marked(await workbookOf('heights', xml), problems);
    const sheet = (await parts(path)).get('odd/name.xml');
    expect(sheet).toContain('<row r="2" x="1" ht="30">');
    expect(sheet).toContain('<row r="3" ht="30" customHeight="1">');
  });

  it('lists what is wrong with the header there too, and paints it', async () => {
    const path = await report('header', [headers, good]);
    const twice = error({ sheet: ledger, row: 1, column: '标准', message: '重复的列。' });
    const { sheet } = await marked(path, [twice]);
    expect(sheet(ledger).getCell('D1').fill).toMatchObject(red);
    expect(sheet(ledger).getCell('G1').value).toBe('错误说明');
    expect(sheet('错误说明').getCell('D2').value).toBe('重复的列。');
  });

  it('says everything that is wrong with a row, a line each', async () => {
    const path = await report('several', [headers, good]);
    const { sheet } = await marked(path, [
      error({ sheet: ledger, row: 2, column: '标准', message: '甲。' }),
      error({ sheet: ledger, row: 2, message: '乙。' }),
    ]);
    expect(sheet(ledger).getCell('G2').value).toBe('甲。\n乙。');
  });

  it('that comes back corrected loses what was said of it before', async () => {
    const path = await report('again', [headers, badCode, good]);
    const first = await marked(path, [
      error({ message: '没有地方。' }),
      error({ sheet: ledger, row: 2, column: '单位名称', message: '旧的。' }),
    ]);
    const second = await marked(first.path, [
      error({ sheet: ledger, row: 3, column: '标准', message: '新的。' }),
    ]);
    const remarks = second.sheet(ledger).getColumn('G').values;
    expect(remarks.slice(1)).toEqual(['错误说明', undefined, '新的。']);
    expect(second.sheet(ledger).getCell('H1').value).toBeNull();
    expect(second.sheet('错误说明').getColumn('D').values.slice(1)).toEqual(['说明', '新的。']);
  });

  it('shows no notices', async () => {
    const path = await report('notice', [headers, good]);
    const { sheet } = await marked(path, [
      { ...error({ sheet: ledger, row: 2 }), severity: 'notice' },
    ]);
    expect(sheet(ledger).getCell('G1').value).toBeNull();
  });

  it('holds any text that a message may quote', async () => {
    const path = await report('escape', [headers, good]);
    const message = '<b>&"_x0041_\u0007丙𠮷';
    const { sheet, path: copy } = await marked(path, [error({ sheet: ledger, row: 2, message })]);
    expect(sheet(ledger).getCell('G2').value).toContain('<b>&"');
    expect((await parts(copy)).get('xl/worksheets/sheet2.xml')).toContain('_x005F_x0041_丙𠮷');
  });

  it('survives XML that Excel does not write', async () => {
    const xml =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      "<x:dimension ref='A1:B2'/><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>单位名称</x:t></x:is></x:c>" +
      "<x:c t='inlineStr' note='a>b'><x:is><x:t>标准</x:t></x:is></x:c></x:row>\n" +
      "<x:row spans='1:2'><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    const styles =
      '<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      '<x:fills count="1"><x:fill><x:patternFill patternType="none"/></x:fill></x:fills>' +
      '<x:cellXfs count="1"><x:xf numFmtId="0" fillId="0"/></x:cellXfs></x:styleSheet>';
    const path = await workbookOf('odd', xml, styles);
    const { path: copy } = await marked(path, [
      error({ sheet: ledger, row: 2, column: '标准' }),
      error({ message: '别处。' }),
    ]);
    const after = await parts(copy);
    expect(after.get('odd/name.xml')).toContain(
      '<x:row><x:c><x:v>1</x:v></x:c><x:c r="B2" s="2"/><x:c r="C2" s="1" t="inlineStr">',
    );
    expect(after.get('st.xml')).toContain(
      '<x:xf fillId="1" applyFill="1" numFmtId="0" applyAlignment="1">' +
        '<x:alignment vertical="top" wrapText="1"/></x:xf>' +
        '<x:xf fillId="1" applyFill="1" numFmtId="0"/>',
    );
    expect(after.get('odd/name.xml')).toContain(
      '<x:cols><x:col min="3" max="3" width="50" customWidth="1"/></x:cols><x:sheetData>',
    );
    expect(after.get('book.xml')).toContain(
      '<sheet name="错误说明" sheetId="8" q:id="rIdMarkedProblems"/>',
    );
  });

  it('still says what is wrong where a workbook has no rows or no styles', async () => {
    const xml =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';
    const { path } = await marked(await workbookOf('empty', xml), [
      error({ sheet: ledger, row: 2, message: '请补填。' }),
    ]);
    expect((await parts(path)).get('odd/name.xml')).toContain(
      '<row r="2"><c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">请补填。</t>',
    );
  });
});

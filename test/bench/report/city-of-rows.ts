import { createWriteStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { programmes } from '#rulebook';
import {
  amount,
  choice,
  count,
  creditCode,
  date,
  ledger,
  patentNumber,
  text,
  yesNo,
  type Programme,
} from '#engine';

const items = ledger({
  id: 'items',
  sheet: '台账',
  span: 'flow',
  hint: '',
  columns: {
    registration: text('登记号', { required: true }),
    name: text('单位名称', { required: true }),
    creditCode: creditCode('统一社会信用代码', { required: true }),
    type: choice('类型', ['发明专利', 'PCT申请', '其他'], { required: true }),
    number: patentNumber('专利号', {
      required: true,
      formFrom: 'type',
      forms: { 发明专利: 'invention', PCT申请: 'pct', 其他: 'any' },
    }),
    local: yesNo('本市', { required: true }),
    amount: amount('金额（万元）', { required: true }),
    revenue: amount('收入（万元）', { required: true }),
    patents: count('件数', { required: true }),
    startedOn: date('立项日期', { required: true, rule: 'not-after-report-year' }),
    registeredOn: date('登记日期', { required: true, rule: 'in-report-year' }),
    note: text('备注'),
  },
  sameItem: [['registration']],
  acrossSubjects: { disputedBy: [['registration']] },
});

const [city] = programmes;
if (!city) throw new Error('no programme is declared');

/** A programme with one ledger of twelve columns of every kind. */
export const programmeOfRows: Programme = { ...city, id: 'rows', ledgers: [items] };

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const names = ['示例市知识产权运营服务有限公司', '示例市专利导航研究院', '示例市商标品牌运营中心'];
const notes = ['已核验原件', '合同已备案，金额含税', '由示例市知识产权局推荐'];
const rowsPerPiece = 2000;

function creditCodeOf(index: number): string {
  const body = `91990101${index.toString().padStart(9, '0')}`;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += characters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + (characters[(31 - (sum % 31)) % 31] ?? '');
}

function patentNumberOf(index: number): string {
  const body = `20211${(index % 10_000_000).toString().padStart(7, '0')}`;
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  let sum = 0;
  for (const [place, weight] of weights.entries()) sum += Number(body[place]) * weight;
  return `${body}.${sum % 11 === 10 ? 'X' : sum % 11}`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * Writes a workbook as Excel would, with every text among the shared strings, four of them new in
 * each row.
 */
export async function writeRows(path: string, rows: number): Promise<void> {
  const zip = new ZipFile();
  const cover = [
    ['报告格式', '1'],
    ['项目编码', 'rows'],
    ['填报主体', '示例市'],
    ['主体代码', '999901'],
    ['报告年度', '2021'],
    ['填报日期', '2022-01-31'],
  ];
  const headers = Object.values(items.columns).map(({ header }) => header);
  const fixed = [...headers, ...names, ...notes, '发明专利', '是', '否'];
  const add = (part: string, content: string) =>
    zip.addBuffer(Buffer.from(declaration + content), part);
  const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  add(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${workbookType}"/>` +
      '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `<workbook ${main} xmlns:r="${officeRelations}"><sheets><sheet name="封面" sheetId="1" r:id="rId1"/><sheet name="台账" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${officeRelations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${officeRelations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  );
  const coverRows = cover.map(([label, value], index) => {
    const cell = (column: string, content = '') =>
      `<c r="${column}${index + 1}" t="inlineStr"><is><t>${content}</t></is></c>`;
    return `<row r="${index + 1}">${cell('A', label)}${cell('B', value)}</row>`;
  });
  add(
    'xl/worksheets/sheet1.xml',
    `<worksheet ${main}><sheetData>${coverRows.join('')}</sheetData></worksheet>`,
  );
  const stream = (part: string, pieces: Iterable<string>) => {
    zip.addReadStream(Readable.from(pieces).pipe(new PassThrough()), part);
  };
  stream('xl/worksheets/sheet2.xml', sheetPieces(rows, fixed));
  stream('xl/sharedStrings.xml', stringPieces(rows, fixed));
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function* sheetPieces(rows: number, fixed: readonly string[]): Generator<string> {
  const textCell = (column: string, row: number, index: number) =>
    `<c r="${column}${row}" t="s"><v>${index}</v></c>`;
  const numberCell = (column: string, row: number, value: string | number) =>
    `<c r="${column}${row}"><v>${value}</v></c>`;
  const header = Array.from({ length: 12 }, (_, at) => textCell('ABCDEFGHIJKL'.charAt(at), 1, at));
  yield `${declaration}<worksheet ${main}><sheetData><row r="1">${header.join('')}</row>`;
  const [type, yes] = [fixed.indexOf('发明专利'), fixed.indexOf('是')];
  for (let start = 0; start < rows; start += rowsPerPiece) {
    let piece = '';
    for (let index = start; index < Math.min(rows, start + rowsPerPiece); index++) {
      const row = index + 2;
      const own = fixed.length + index * 4;
      piece +=
        `<row r="${row}" spans="1:12">` +
        textCell('A', row, own) +
        textCell('B', row, own + 1) +
        textCell('C', row, own + 2) +
        textCell('D', row, type) +
        textCell('E', row, own + 3) +
        textCell('F', row, yes + (index % 2)) +
        numberCell('G', row, `${index % 9000}.${(index % 97) + 1}`) +
        numberCell('H', row, (index % 5000) + 1000) +
        numberCell('I', row, index % 40) +
        numberCell('J', row, 43_000 + (index % 900)) +
        numberCell('K', row, 44_200 + (index % 360)) +
        textCell('L', row, 15 + (index % 3)) +
        '</row>';
    }
    yield piece;
  }
  yield '</sheetData></worksheet>';
}

function* stringPieces(rows: number, fixed: readonly string[]): Generator<string> {
  const item = (content: string) => `<si><t>${content}</t></si>`;
  const count = fixed.length + rows * 4;
  yield `${declaration}<sst ${main} uniqueCount="${count}">${fixed.map(item).join('')}`;
  for (let start = 0; start < rows; start += rowsPerPiece) {
    let piece = '';
    for (let index = start; index < Math.min(rows, start + rowsPerPiece); index++) {
      piece +=
        item(`示知登〔2021〕${index}号`) +
        item(`${names[index % names.length] ?? ''}${index}`) +
        item(creditCodeOf(index)) +
        item(patentNumberOf(index));
    }
    yield piece;
  }
  yield '</sst>';
}

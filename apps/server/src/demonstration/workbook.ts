import { buffer } from 'node:stream/consumers';
import { formatQuantity, type CellValue, type Column } from '#engine';
import yazl from 'yazl';
import type { InventedReport } from './invented-report.js';

/** A cell as the sheet's XML needs it: text, or a number with one of the workbook's styles. */
type Cell = string | { readonly number: string; readonly style?: 'date' } | null;
interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** The same report has the same bytes in any time zone: a DOS time is local, and stands still. */
const archived = { mtime: new Date(2022, 0, 15), forceDosTimestamp: true, mode: 0o100644 };

/** An invented report as the bytes of a workbook (.xlsx) in report format 1. */
export async function workbookOf(programme: string, report: InventedReport): Promise<Buffer> {
  const sheets = sheetsOf(programme, report);
  const zip = new yazl.ZipFile();
  const add = (name: string, xml: string) => {
    zip.addBuffer(Buffer.from(`${declaration}${xml}`), name, archived);
  };
  const strings = new Map<string, number>();
  add('[Content_Types].xml', contentTypes(sheets.length));
  add('_rels/.rels', relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }]));
  add('xl/workbook.xml', workbookXml(sheets));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, index) => ({
        type: 'worksheet',
        target: `worksheets/sheet${index + 1}.xml`,
      })),
      { type: 'sharedStrings', target: 'sharedStrings.xml' },
      { type: 'styles', target: 'styles.xml' },
    ]),
  );
  sheets.forEach((sheet, index) => {
    add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, strings));
  });
  const items = [...strings.keys()].map(
    (text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`,
  );
  add('xl/sharedStrings.xml', `<sst xmlns="${main}">${items.join('')}</sst>`);
  add('xl/styles.xml', styles);
  zip.end();
  return buffer(zip.outputStream);
}

function sheetsOf(programme: string, report: InventedReport): readonly Sheet[] {
  const cover: readonly (readonly Cell[])[] = [
    ['报告格式', '1'],
    ['项目编码', programme],
    ['填报主体', report.subject.name],
    ['主体代码', report.subject.code],
    ['报告年度', { number: String(report.year) }],
    ['填报日期', `${report.year + 1}-01-15`],
    ['填报单位', `${report.subject.name}知识产权局`],
  ];
  const figures = report.figures.map(({ code, unit, year, value }): readonly Cell[] => [
    ...[code, unit],
    ...[{ number: String(year) }, { number: value }],
    '演示数据，纯属虚构',
  ]);
  return [
    { name: '封面', rows: cover },
    { name: '年度数据', rows: [['指标编码', '单位', '年份', '数值', '来源说明'], ...figures] },
    {
      name: '专项说明',
      rows: [
        ['指标编码', '完成情况', '偏差原因及改进措施'],
        ...report.statements.map(([target, how, why = null]) => [target, how, why]),
      ],
    },
    ...report.ledgers.map(({ ledger, rows }) => {
      const columns = Object.entries(ledger.columns);
      return {
        name: ledger.sheet,
        rows: [
          columns.map(([, { header }]) => header),
          ...rows.map((row) => columns.map(([id, column]) => cellOf(column, row[id] ?? null))),
        ],
      };
    }),
  ];
}

function cellOf({ type }: Column, value: CellValue): Cell {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') {
    return type.kind === 'date' ? { number: String(serialOf(value)), style: 'date' } : value;
  }
  return {
    number: type.kind === 'amount' ? formatQuantity(BigInt(value), '万元') : String(value),
  };
}

/** The 1900 system's number of a day after February 1900. */
function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

function sheetXml({ rows }: Sheet, strings: Map<string, number>): string {
  const cellXml = (cell: Cell, column: number, row: number) => {
    if (cell === null) return '';
    const place = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof cell !== 'string') {
      return `<c r="${place}"${cell.style ? ' s="1"' : ''}><v>${cell.number}</v></c>`;
    }
    const known = strings.get(cell) ?? strings.size;
    strings.set(cell, known);
    return `<c r="${place}" t="s"><v>${known}</v></c>`;
  };
  const xml = rows.map((cells, index) => {
    const row = index + 1;
    return `<row r="${row}">${cells.map((cell, column) => cellXml(cell, column, row)).join('')}</row>`;
  });
  return `<worksheet xmlns="${main}"><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="12" width="24" customWidth="1"/></cols><sheetData>${xml.join('')}</sheetData></worksheet>`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const formats = 'http://schemas.openxmlformats.org';
const main = `${formats}/spreadsheetml/2006/main`;
const officeRelations = `${formats}/officeDocument/2006/relationships`;

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${list.join('')}</sheets></workbook>`;
}

function relations(list: readonly { readonly type: string; readonly target: string }[]): string {
  const entries = list.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeRelations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${formats}/package/2006/relationships">${entries.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const worksheets = Array.from({ length: sheets }, (_, index) =>
    type(`worksheets/sheet${index + 1}`, 'worksheet'),
  );
  return `<Types xmlns="${formats}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook', 'sheet.main')}${type('sharedStrings', 'sharedStrings')}${type('styles', 'styles')}${worksheets.join('')}</Types>`;
}

const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

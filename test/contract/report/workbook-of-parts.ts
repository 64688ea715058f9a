import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What differs from a plain workbook; sheets are given as the XML inside `<worksheet>`. */
export interface WorkbookSketch {
  readonly sheets: Readonly<Record<string, string>>;
  /** The XML of each `<si>`. */
  readonly strings?: readonly string[];
  readonly date1904?: boolean;
  /** Number formats by cell style. */
  readonly formats?: readonly string[];
  readonly hiddenSheets?: readonly string[];
  /** Parts added, or put in place of those made from the sketch. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
}

/** The parts of a workbook, by name. */
export function partsOf(sketch: WorkbookSketch): Map<string, string | Buffer> {
  const { sheets, strings = [], date1904 = false, formats = [], hiddenSheets = [] } = sketch;
  const names = Object.keys(sheets);
  const listed = names.map((name, at) => {
    const state = hiddenSheets.includes(name) ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  const related = [
    ...names.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/part${at}.xml`)),
    relation('strings', 'sharedStrings', 'sharedStrings.xml'),
    relation('styles', 'styles', '/xl/styles.xml'),
  ];
  const codes = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode='${code}'/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  return new Map<string, string | Buffer>([
    ['[Content_Types].xml', `${declaration}<Types/>`],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${relations}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${relations}">${related.join('')}</Relationships>`,
    ],
    ['xl/sharedStrings.xml', `${declaration}<sst xmlns="${main}">${strings.join('')}</sst>`],
    [
      'xl/styles.xml',
      `${declaration}<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    ],
    ...names.map((name, at): [string, string] => [
      `xl/worksheets/part${at}.xml`,
      `${declaration}<worksheet xmlns="${main}">${sheets[name] ?? ''}</worksheet>`,
    ]),
    ...Object.entries(sketch.parts ?? {}),
  ]);
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

/** A sheet's rows, from texts (inline strings) and numbers; undefined is no cell. */
export function sheetOf(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const cells = rows.map((row, at) => {
    const inRow = row.map((value, column) => {
      const reference = `${String.fromCharCode(65 + column)}${at + 1}`;
      if (value === undefined) return '';
      if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
      return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    });
    return `<row r="${at + 1}">${inRow.join('')}</row>`;
  });
  return `<sheetData>${cells.join('')}</sheetData>`;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Runs with a folder that is gone afterwards. */
export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'report-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Zips parts into a file. */
async function writeParts(
  path: string,
  parts: ReadonlyMap<string, string | Buffer>,
): Promise<void> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

/** Gives the path of a file with these bytes. */
export async function withFile<T>(
  content: string | Buffer,
  run: (path: string) => Promise<T>,
): Promise<T> {
  return inFolder(async (folder) => {
    const path = join(folder, 'report');
    await writeFile(path, content);
    return run(path);
  });
}

/** Gives the path of a workbook. */
export async function withWorkbook<T>(
  sketch: WorkbookSketch,
  run: (path: string) => Promise<T>,
): Promise<T> {
  return inFolder(async (folder) => {
    const path = join(folder, 'report.xlsx');
    await writeParts(path, partsOf(sketch));
    return run(path);
  });
}

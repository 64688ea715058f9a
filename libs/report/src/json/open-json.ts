import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { fold } from '../cells/fold.js';
import { textCell, type RawCell, type RawRow } from '../cells/raw-cell.js';
import type { ReportFile, ReportSheet, RowTaker } from '../report-file.js';
import { coverLabels, coverSheet } from '../sheet-names.js';
import { UnreadableFile } from '../unreadable.js';
import { EntryNames } from './entry-names.js';
import { readIntoMemory } from './file-in-memory.js';
import { JsonScanner } from './json-scanner.js';

const mostBytes = 2 ** 28;
/** What a sheet could hold under its header. */
const mostItems = 1_048_575;
const betweenPauses = 1000;

/**
 * Opens a report in JSON. It is read as if each array were a sheet: the header is row 1, the first
 * item row 2.
 * @throws UnreadableFile where it is not JSON, or too large
 */
export async function openJson(path: string): Promise<ReportFile> {
  const { size } = await stat(path);
  if (size > mostBytes) {
    throw new UnreadableFile('too-large', 'JSON文件超过256MiB，不予读取，请拆分或改用.xlsx。');
  }
  const { bytes, giveBack } = await readIntoMemory(path, size);
  try {
    return { sheets: sheetsIn(bytes), dateSystem: 1900, close: giveBack };
  } catch (error) {
    giveBack();
    throw error;
  }
}

function sheetsIn(bytes: Buffer): readonly ReportSheet[] {
  if (!isUtf8(bytes)) {
    throw new UnreadableFile('json-malformed', 'JSON文件不是UTF-8编码，请另存为UTF-8再报送。');
  }
  const starts = new Map<string, number>();
  const names = new Map<string, ReadonlySet<string>>();
  const scanner = new JsonScanner(bytes);
  scanner.object((name) => {
    starts.set(name, scanner.at);
    names.set(name, namesWithin(bytes, scanner));
  });
  scanner.end();
  const sheets: ReportSheet[] = [];
  for (const [name, start] of starts) {
    if (name === coverLabels.format || name === coverSheet) continue;
    const read = (taker: RowTaker) => readItems(bytes, start, names.get(name) ?? [], taker);
    sheets.push({ name, hidden: false, merged: [], read });
  }
  const cover = coverRows(bytes, starts);
  if (cover.length > 0) {
    const read = async ({ onRow, onPause }: RowTaker) => {
      cover.forEach(onRow);
      await onPause();
    };
    sheets.push({ name: coverSheet, hidden: false, merged: [], read });
  }
  return sheets;
}

/** Reads past a value. @returns the names that the items of an array give what they hold */
function namesWithin(bytes: Buffer, scanner: JsonScanner): ReadonlySet<string> {
  const names = new Set<string>();
  const ofItems = new EntryNames(bytes);
  const within = (name: string) => {
    names.add(name);
    scanner.skip(2);
  };
  if (scanner.ahead() === 'array') {
    for (const items = scanner.items(); !items.next().done;) {
      if (scanner.ahead() === 'object') scanner.object(within, ofItems);
      else scanner.skip(1);
    }
  } else scanner.skip();
  return names;
}

/** 封面, with 报告格式 from beside it. */
function coverRows(bytes: Buffer, starts: ReadonlyMap<string, number>): readonly RawRow[] {
  const rows: RawRow[] = [];
  const add = (label: string, value: RawCell | undefined) =>
    rows.push({ row: rows.length + 1, hidden: false, cells: [textCell(label), value] });
  const start = starts.get(coverSheet);
  if (start === undefined) return [];
  const scanner = new JsonScanner(bytes);
  scanner.at = start;
  scanner.object((label) => add(label, scanner.cell()));
  const format = starts.get(coverLabels.format);
  if (format !== undefined) {
    scanner.at = format;
    add(coverLabels.format, scanner.cell());
  }
  return rows;
}

/**
 * The items of an array as rows under a header of the declared columns and any others found.
 * @param found the names in the items
 */
async function readItems(
  bytes: Buffer,
  start: number,
  found: Iterable<string>,
  { headers, onRow, onPause }: RowTaker,
): Promise<void> {
  const columns = [...headers];
  const byHeader = new Map(headers.map((header, position) => [fold(header), position]));
  const positions = new Map<string, number>();
  for (const name of found) {
    const header = fold(name);
    const position = byHeader.get(header) ?? columns.push(name) - 1;
    byHeader.set(header, position);
    positions.set(name, position);
  }
  onRow({ row: 1, hidden: false, cells: columns.map(textCell) });
  const scanner = new JsonScanner(bytes);
  scanner.at = start;
  const ofItems = new EntryNames(bytes);
  for (const index of scanner.items()) {
    if (index >= mostItems) throw scanner.wrong('项目超过一百万条');
    const cells = new Array<RawCell | undefined>(headers.length);
    scanner.object((name) => {
      cells[positions.get(name) ?? headers.length] = scanner.cell();
    }, ofItems);
    onRow({ row: index + 2, hidden: false, cells });
    if (index % betweenPauses === 0) await onPause();
  }
  await onPause();
}

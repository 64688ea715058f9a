import { posix } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Problem } from '#engine';
import { fold } from './cells/fold.js';
import { MarkFinder, type SheetMarks } from './marked-marks.js';
import { remarksSheet, withContentType, withRelationship, withSheet } from './marked-remarks.js';
import { MarkedSheet } from './marked-sheet.js';
import { MarkedStyles } from './marked-styles.js';
import { problemsName } from './sheet-names.js';
import { SheetScanner } from './xlsx/sheet-scanner.js';
import { WorkbookPackage } from './xlsx/workbook-package.js';
import {
  readWorkbookParts,
  relationships,
  relationshipsPart,
  type WorkbookParts,
} from './xlsx/workbook-parts.js';

/** The earliest time that a zip can tell: the copy depends on the original and nothing else. */
const mtime = new Date(1980, 0, 1);

/** A part of the copy, made when its turn comes. */
type Content = () => AsyncIterable<string | Uint8Array> | Iterable<string>;

/**
 * Writes a copy of a report's workbook (.xlsx) in which the cells with errors and warnings are
 * painted and a column 错误说明 at the right of each sheet says what is wrong; a sheet of that name
 * lists them all. Everything else stays as the clerk's program wrote it.
 * @param problems of this file; notices are left out
 * @throws UnreadableFile where the original is no workbook that can be read
 */
export async function writeMarkedCopy(
  original: string,
  problems: readonly Problem[],
  out: Writable,
): Promise<void> {
  const zip = await WorkbookPackage.open(original);
  try {
    const book = await readWorkbookParts(zip);
    const shown = problems.filter(({ severity }) => severity !== 'notice');
    const marks = await placeAll(zip, book, shown);
    const copy = new ZipFile();
    const failure = new AbortController();
    copy.on('error', (error) => {
      failure.abort(error);
    });
    for (const [name, content] of await partsOf(zip, book, marks, shown)) {
      copy.addReadStreamLazy(name, { mtime }, (take) => {
        take(null, Readable.from(content()));
      });
    }
    copy.end();
    await pipeline(copy.outputStream, out, { signal: failure.signal });
  } finally {
    zip.close();
  }
}

/** The marks of sheets by their parts. */
type Marks = ReadonlyMap<string, SheetMarks>;

async function placeAll(
  zip: WorkbookPackage,
  book: WorkbookParts,
  problems: readonly Problem[],
): Promise<Marks> {
  const marks = new Map<string, SheetMarks>();
  for (const { name, part } of book.sheets) {
    const here = problems.filter(({ sheet = '' }) => fold(sheet) === fold(name));
    const finder = new MarkFinder(name, here);
    await zip.scan(part, (xml) => new SheetScanner(xml, book, (row) => finder.push(row)));
    const found = finder.finish();
    if (found.rows.size > 0 || found.hadRemarks) marks.set(part, found);
  }
  return marks;
}

/** The copy's parts in the original's order, but for the styles, which wait for the marks. */
async function partsOf(
  zip: WorkbookPackage,
  { sheets }: WorkbookParts,
  marks: Marks,
  problems: readonly Problem[],
): Promise<ReadonlyMap<string, Content>> {
  const parts = new Map<string, Content>();
  for (const name of zip.names()) {
    if (!name.endsWith('/')) parts.set(name, () => zip.chunks(name));
  }
  const partNamed = (part: string) =>
    zip.names().find((name) => name.toLowerCase() === part.toLowerCase()) ?? part;
  const workbook = partNamed((await related(zip, '', 'officeDocument')) ?? '');

  const stylesPart = await related(zip, workbook, 'styles');
  const styles = new MarkedStyles(stylesPart ? await textOf(zip, stylesPart) : '');
  for (const [sheetPart, found] of marks) {
    const part = partNamed(sheetPart);
    parts.set(part, () => rewritten(zip, part, new MarkedSheet(found, styles)));
  }

  const known = sheets.find(({ name }) => fold(name) === problemsName);
  if (known || problems.length > 0) {
    const workbookText = await textOf(zip, workbook);
    const remarks = remarksSheet(problems, workbookText);
    const target = newSheet(zip, workbook);
    const part = known ? partNamed(known.part) : posix.join(posix.dirname(workbook), target);
    parts.set(part, () => [remarks]);
    if (!known) {
      const types = partNamed('[Content_Types].xml');
      const typesText = await textOf(zip, types);
      const relations = partNamed(relationshipsPart(workbook));
      const relationsText = await textOf(zip, relations);
      parts.set(types, () => [withContentType(typesText, part)]);
      parts.set(relations, () => [withRelationship(relationsText, target)]);
      parts.set(workbook, () => [withSheet(workbookText)]);
    }
  }
  if (stylesPart) {
    parts.delete(partNamed(stylesPart));
    parts.set(partNamed(stylesPart), function* () {
      yield styles.patched();
    });
  }
  return parts;
}

/** A free name for a sheet, of the kind that readers which go by names know. */
function newSheet(zip: WorkbookPackage, workbook: string): string {
  let number = 1;
  const target = () => `worksheets/sheet${number}.xml`;
  while (zip.has(posix.join(posix.dirname(workbook), target()))) number += 1;
  return target();
}

async function related(zip: WorkbookPackage, part: string, type: string) {
  return (await relationships(zip, part)).find((each) => each.type === type)?.part;
}

async function textOf(zip: WorkbookPackage, part: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip.chunks(part)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function* rewritten(zip: WorkbookPackage, part: string, sheet: MarkedSheet) {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of zip.chunks(part)) {
    const ready = sheet.write(decoder.decode(chunk, { stream: true }));
    if (ready !== '') yield ready;
  }
  yield sheet.end();
}

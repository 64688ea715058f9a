import { placeInWords } from '../problem-log.js';
import type { ReportFile, ReportSheet, RowTaker } from '../report-file.js';
import { locating } from '../unreadable.js';
import { proveSheet } from './merged-areas.js';
import { SheetScanner } from './sheet-scanner.js';
import { WorkbookPackage } from './workbook-package.js';
import { readWorkbookParts, type SheetPart, type WorkbookParts } from './workbook-parts.js';
import { XmlScanner } from './xml-scanner.js';

/**
 * Opens a workbook (.xlsx) and proves every sheet of it whole.
 * @throws UnreadableFile where it is none, or damaged, or too large
 */
export async function openWorkbook(path: string): Promise<ReportFile> {
  const zip = await WorkbookPackage.open(path);
  try {
    const parts = await readWorkbookParts(zip);
    const sheets: ReportSheet[] = [];
    for (const sheet of parts.sheets) {
      const { name, hidden } = sheet;
      const place = placeInWords({ sheet: name });
      const merged = await locating(place, () => proveSheet(zip, sheet.part));
      const read = (taker: RowTaker) => locating(place, () => readRows(zip, parts, sheet, taker));
      sheets.push({ name, hidden, merged, read });
    }
    return { sheets, dateSystem: parts.dateSystem, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readRows(
  zip: WorkbookPackage,
  parts: WorkbookParts,
  { part }: SheetPart,
  { onRow, onPause }: RowTaker,
): Promise<void> {
  const scanner = new XmlScanner((xml) => new SheetScanner(xml, parts, onRow));
  for await (const chunk of zip.chunks(part)) {
    scanner.write(chunk);
    await onPause();
  }
  scanner.end();
}

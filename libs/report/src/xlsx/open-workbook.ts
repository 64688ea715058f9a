import type { RawRow } from '../cells/raw-cell.js';
import type { ReportFile, ReportSheet } from '../report-file.js';
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
      const merged = await proveSheet(zip, sheet.part);
      const { name, hidden } = sheet;
      sheets.push({ name, hidden, merged, batches: () => rowsOf(zip, parts, sheet) });
    }
    return { sheets, dateSystem: parts.dateSystem, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function* rowsOf(
  zip: WorkbookPackage,
  parts: WorkbookParts,
  { part }: SheetPart,
): AsyncGenerator<readonly RawRow[]> {
  let rows: RawRow[] = [];
  const scanner = new XmlScanner((xml) => new SheetScanner(xml, parts, (row) => rows.push(row)));
  for await (const chunk of zip.chunks(part)) {
    scanner.write(chunk);
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  scanner.end();
}

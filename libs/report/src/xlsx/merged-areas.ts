import { addTo, type WorkbookPackage } from './workbook-package.js';
import { nameCode } from './xml-scanner.js';

/** A merged area; rows from 1 and columns from 0, the last included. */
export interface MergedArea {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

const mergeCell = nameCode('mergeCell');
const reference = nameCode('ref');
const areaReference = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/**
 * Unpacks a sheet once to prove it whole, and finds its merged areas, which come after the cells,
 * before the first row is handed on. Only a sheet that mentions any is scanned for them.
 * @returns the areas by their first row
 */
export async function proveSheet(
  zip: WorkbookPackage,
  part: string,
): Promise<readonly MergedArea[]> {
  let mentioned = false;
  let tail = '';
  for await (const chunk of zip.chunks(part)) {
    const border = tail + chunk.toString('latin1', 0, 16);
    mentioned ||= border.includes('mergeCell') || chunk.includes('mergeCell', 0, 'latin1');
    tail = chunk.toString('latin1', Math.max(0, chunk.length - 16));
  }
  return mentioned ? await findMergedAreas(zip, part) : [];
}

async function findMergedAreas(zip: WorkbookPackage, part: string): Promise<readonly MergedArea[]> {
  const areas: MergedArea[] = [];
  await zip.scan(part, (xml) => ({
    open(name) {
      const match = name === mergeCell ? areaReference.exec(xml.attribute(reference) ?? '') : null;
      if (!match) return;
      const [, fromColumn = '', fromRow, toColumn = '', toRow] = match;
      addTo(areas, {
        firstRow: Number(fromRow),
        lastRow: Number(toRow),
        firstColumn: columnNumber(fromColumn),
        lastColumn: columnNumber(toColumn),
      });
    },
    close: () => undefined,
    text: () => undefined,
  }));
  return areas.sort((one, other) => one.firstRow - other.firstRow);
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

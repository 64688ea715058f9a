import { posix } from 'node:path';
import type { DateSystem, ShownAs } from '../cells/raw-cell.js';
import { UnreadableFile } from '../unreadable.js';
import { builtInFormats, shownByFormat } from './number-format.js';
import { SharedStrings } from './shared-strings.js';
import { addTo, damaged, type WorkbookPackage } from './workbook-package.js';
import { nameCode, type XmlHandler } from './xml-scanner.js';

/** What a workbook says of itself beside its sheets' cells. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly dateSystem: DateSystem;
  readonly strings: SharedStrings;
  /** By cell style, how it shows a number; undefined where as a plain one. */
  readonly shownStyles: readonly (ShownAs | undefined)[];
}

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

interface Relationship {
  readonly id: string;
  /** The last word of its type, which the two editions of the standard share. */
  readonly type: string;
  readonly part: string;
}

/** Excel takes 31 characters. */
const longestName = 255;
const relationship = nameCode('Relationship');
const sheet = nameCode('sheet');
const workbookProperties = nameCode('workbookPr');
const id = nameCode('Id');
const type = nameCode('Type');
const target = nameCode('Target');
const name = nameCode('name');
const state = nameCode('state');
const date1904 = nameCode('date1904');
const relationId = nameCode('id');
const numberFormat = nameCode('numFmt');
const cellFormats = nameCode('cellXfs');
const cellFormat = nameCode('xf');
const formatId = nameCode('numFmtId');
const formatCode = nameCode('formatCode');

/**
 * Finds a workbook's sheets, strings and styles by relationship, never by the name of a part.
 * @throws UnreadableFile where the package is no workbook
 */
export async function readWorkbookParts(zip: WorkbookPackage): Promise<WorkbookParts> {
  const workbook = (await relationships(zip, '')).find(({ type }) => type === 'officeDocument');
  if (!workbook || !zip.has(workbook.part)) throw notAWorkbook();
  const related = await relationships(zip, workbook.part);
  const partOf = (type: string) => related.find((each) => each.type === type)?.part;
  const sheets: SheetPart[] = [];
  let dateSystem: DateSystem = 1900;
  await zip.scan(workbook.part, (xml) =>
    opening((element) => {
      if (element === workbookProperties && isTrue(xml.attribute(date1904))) dateSystem = 1904;
      if (element !== sheet) return;
      const found = related.find((each) => each.id === xml.attribute(relationId));
      if (!found) throw damaged();
      if (found.type !== 'worksheet') return;
      const hidden = (xml.attribute(state) ?? 'visible') !== 'visible';
      const called = xml.attribute(name) ?? '';
      if (called.length > longestName) throw nameTooLong();
      addTo(sheets, { name: called, part: found.part, hidden });
    }),
  );
  if (sheets.length === 0) throw notAWorkbook();
  const strings = new SharedStrings();
  const [stringsPart, stylesPart] = [partOf('sharedStrings'), partOf('styles')];
  if (stringsPart) await zip.scan(stringsPart, (xml) => strings.handler(xml));
  const shownStyles = stylesPart ? await readStyles(zip, stylesPart) : [];
  return { sheets, dateSystem, strings, shownStyles };
}

/** What a part points to; `''` stands for the package itself. */
export async function relationships(
  zip: WorkbookPackage,
  part: string,
): Promise<readonly Relationship[]> {
  const folder = posix.dirname(part);
  const listing = relationshipsPart(part);
  if (!zip.has(listing)) return [];
  const found: Relationship[] = [];
  await zip.scan(listing, (xml) =>
    opening((element) => {
      if (element !== relationship) return;
      const to = xml.attribute(target) ?? '';
      addTo(found, {
        id: xml.attribute(id) ?? '',
        type: posix.basename(xml.attribute(type) ?? ''),
        part: posix.join(to.startsWith('/') ? '' : folder, to).replace(/^\//, ''),
      });
    }),
  );
  return found;
}

/** The part that lists what a part points to. */
export function relationshipsPart(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

async function readStyles(
  zip: WorkbookPackage,
  part: string,
): Promise<readonly (ShownAs | undefined)[]> {
  const formats = new Map(builtInFormats);
  const styles: (ShownAs | undefined)[] = [];
  let inCellFormats = false;
  await zip.scan(part, (xml) => ({
    open(element) {
      if (element === cellFormats) inCellFormats = true;
      else if (element === numberFormat) {
        formats.set(xml.attribute(formatId) ?? '', shownByFormat(xml.attribute(formatCode) ?? ''));
      } else if (element === cellFormat && inCellFormats) {
        addTo(styles, formats.get(xml.attribute(formatId) ?? ''));
      }
    },
    close(element) {
      if (element === cellFormats) inCellFormats = false;
    },
    text: ignore,
  }));
  return styles;
}

/** How a workbook writes a truth value. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function ignore(): void {
  // Most handlers take only what elements say by their attributes.
}

const opening = (open: (element: number) => void): XmlHandler => ({
  open,
  close: ignore,
  text: ignore,
});

const nameTooLong = () => new UnreadableFile('malformed', '工作表的名称过长，请改短后重新报送。');

const notAWorkbook = () =>
  new UnreadableFile('not-a-workbook', '不是.xlsx工作簿，请用WPS或Excel另存为.xlsx格式再报送。');

import {
  longestText,
  PlainNumber,
  textCell,
  type RawCell,
  type RawRow,
  type ShownAs,
} from '../cells/raw-cell.js';
import { UnreadableFile } from '../unreadable.js';
import { PlainCell } from './plain-cell.js';
import { isTrue, type WorkbookParts } from './workbook-parts.js';
import { nameCode, type XmlHandler, type XmlScanner } from './xml-scanner.js';

const sheetData = nameCode('sheetData');
const row = nameCode('row');
const cell = nameCode('c');
const value = nameCode('v');
const text = nameCode('t');
const inline = nameCode('is');
const formula = nameCode('f');
const phonetic = nameCode('rPh');
const reference = nameCode('r');
const style = nameCode('s');
const hidden = nameCode('hidden');

const zero = 48;
const upperA = 65;
const upperZ = 90;
const lowerS = 115;
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** Characters in a row: far above any real one, and little memory. */
const longestRow = 2 ** 22;

/** Where the scanner is within a row. */
type Position = 'outside' | 'sheet-data' | 'row' | 'cell' | 'inline';

/** Turns the XML of a worksheet into rows. Reads nothing outside its `sheetData`. */
export class SheetScanner implements XmlHandler {
  private position: Position = 'outside';
  private collecting = false;
  private inPhonetic = false;
  private rowNumber = 0;
  private rowDigits = 1;
  private rowHidden = false;
  private cells: (RawCell | undefined)[] = [];
  private rowText = 0;
  private column = -1;
  private type = '';
  private shownAs: ShownAs | undefined;
  private hasValue = false;
  private hasFormula = false;
  private content = '';
  /** Of a shared string, which one. */
  private stringIndex = -1;
  private readonly plain = new PlainCell();

  constructor(
    private readonly xml: XmlScanner,
    private readonly parts: WorkbookParts,
    private readonly onRow: (row: RawRow) => void,
  ) {}

  open(name: number): void {
    if (this.position === 'cell' || this.position === 'inline') this.openInCell(name);
    else if (this.position === 'row') {
      if (name === cell) this.openCell();
    } else if (this.position === 'sheet-data') {
      if (name === row) this.openRow();
    } else if (name === sheetData) this.position = 'sheet-data';
  }

  close(name: number): void {
    if (name === value || name === text) this.collecting = false;
    else if (name === cell && this.position === 'cell') this.closeCell();
    else if (name === row && this.position === 'row') this.closeRow();
    else if (name === inline && this.position === 'inline') this.position = 'cell';
    else if (name === phonetic) this.inPhonetic = false;
    else if (name === sheetData) this.position = 'outside';
  }

  text(from: number, to: number, literal: boolean): void {
    if (!this.collecting) return;
    if (this.type === 's') {
      this.stringIndex = integerAt(this.xml.bytes, from, to);
      return;
    }
    const piece = this.xml.decode(from, to, literal);
    this.content = this.content === '' ? piece : this.content + piece;
    if (this.content.length > longestText) throw outOfPlace('单元格文字长度');
  }

  /** Takes the cells from here on that are written plainly. */
  shortcut(tag: number): number {
    if (this.position !== 'row') return -1;
    const { plain, rowDigits } = this;
    const { bytes, view } = this.xml;
    const { shownStyles } = this.parts;
    let after = -1;
    let next = plain.read(bytes, view, tag, rowDigits);
    while (next >= 0) {
      after = next;
      this.moveTo(plain.column);
      const { shared, digits, scale, style: index } = plain;
      const shownAs = shownStyles[index];
      this.put(shared ? this.sharedString(digits) : new PlainNumber(digits, scale, shownAs));
      next = plain.read(bytes, view, after, rowDigits);
    }
    return after;
  }

  private openInCell(name: number): void {
    if (name === value && this.position === 'cell') {
      this.hasValue = true;
      this.collecting = true;
    } else if (name === text && this.position === 'inline') this.collecting = !this.inPhonetic;
    else if (name === formula) this.hasFormula = true;
    else if (name === inline) this.position = 'inline';
    else if (name === phonetic) this.inPhonetic = true;
  }

  private openRow(): void {
    const number = this.xml.attribute(reference);
    const next = number === undefined ? this.rowNumber + 1 : Number(number);
    if (!Number.isInteger(next) || next <= this.rowNumber || next > mostRows) {
      throw outOfPlace('行号');
    }
    this.rowNumber = next;
    this.rowDigits = String(next).length;
    this.rowHidden = isTrue(this.xml.attribute(hidden));
    this.cells = [];
    this.rowText = 0;
    this.column = -1;
    this.position = 'row';
  }

  private closeRow(): void {
    this.position = 'sheet-data';
    this.onRow({ row: this.rowNumber, hidden: this.rowHidden, cells: this.cells });
  }

  private openCell(): void {
    const { xml } = this;
    const from = xml.attributeStart(reference);
    this.moveTo(from < 0 ? this.column + 1 : columnAt(xml.bytes, from, xml.valueEnd));
    this.type = this.cellType();
    this.stringIndex = -1;
    const styleFrom = xml.attributeStart(style);
    this.shownAs =
      styleFrom < 0
        ? undefined
        : this.parts.shownStyles[integerAt(xml.bytes, styleFrom, xml.valueEnd)];
    this.hasValue = false;
    this.hasFormula = false;
    this.content = '';
    this.position = 'cell';
  }

  private closeCell(): void {
    this.position = 'row';
    this.put(this.cellValue());
  }

  private put(found: RawCell | undefined): void {
    if (found === undefined) return;
    while (this.cells.length < this.column) this.cells.push(undefined);
    this.cells[this.column] = found;
  }

  private cellValue(): RawCell | undefined {
    const { content, type } = this;
    if (this.hasFormula && (!this.hasValue || (content === '' && type !== 'str'))) {
      return { kind: 'unsaved-formula', text: '' };
    }
    switch (type) {
      case 's':
        return this.stringIndex < 0 ? undefined : this.sharedString(this.stringIndex);
      case 'n':
        return content === '' ? undefined : this.number(content.trim());
      case 'b':
        return { kind: 'boolean', text: isTrue(content) ? 'TRUE' : 'FALSE' };
      case 'e':
        return { kind: 'error', text: content };
      default:
        return this.filled(content);
    }
  }

  private number(digits: string): RawCell {
    return { kind: 'number', text: digits, shownAs: this.shownAs };
  }

  /** White space alone is blank. */
  private filled(content: string): RawCell | undefined {
    this.rowText += content.length;
    if (this.rowText > longestRow) throw outOfPlace('行内文字长度');
    return content === '' || content.trim() === '' ? undefined : textCell(content);
  }

  private moveTo(column: number): void {
    if (column < 0 || column >= mostColumns) throw outOfPlace('列号');
    this.column = column;
  }

  private cellType(): string {
    const { xml } = this;
    const from = xml.attributeStart(typeName);
    if (from < 0) return 'n';
    const sharedString = xml.valueEnd - from === 1 && xml.bytes[from] === lowerS;
    return sharedString ? 's' : xml.decode(from, xml.valueEnd, false);
  }

  private sharedString(index: number): RawCell | undefined {
    const found = this.parts.strings.at(index);
    if (found === undefined) throw outOfPlace('共享字符串');
    return this.filled(found);
  }
}

const typeName = text;

/** The column from 0 of a reference such as `AB12`; -1 where there is none. */
function columnAt(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < upperA || byte > upperZ) break;
    column = column * 26 + byte - upperA + 1;
  }
  return column - 1;
}

function integerAt(bytes: Buffer, from: number, to: number): number {
  let integer = 0;
  for (let at = from; at < to; at++) integer = integer * 10 + (bytes[at] ?? 0) - zero;
  return integer;
}

const outOfPlace = (what: string) =>
  new UnreadableFile(
    'malformed',
    `工作簿内部的${what}不合规范，请用WPS或Excel打开后另存为新的.xlsx文件再报送。`,
  );

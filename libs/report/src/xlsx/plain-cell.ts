import { mostDigits } from '../cells/raw-cell.js';

const zero = 48;
const nine = 57;
const upperA = 65;
const upperZ = 90;
const quote = 34;
const lessThan = 60;
const point = 46;
const mostStyleDigits = 5;
/** No cell of this spelling is longer. */
const longestCell = 72;

const four = (text: string) => Buffer.from(text).readInt32LE();
const two = (text: string) => Buffer.from(text).readInt16LE();
const cellStart = [four('<c r'), two('="')] as const;
const styleStart = four(' s="');
const typeStart = four(' t="');
const sharedType = two('s"');
const numberType = two('n"');
const valueStart = four('><v>');
const cellEnd = [four('</v>'), four('</c>')] as const;

/**
 * A cell as spreadsheets write nearly all of them: `<c r="A1" s="2" t="s"><v>7</v></c>`, where the
 * value is a plain number or the index of a shared string. Compared four bytes at a time, as this
 * is where the time of a large workbook goes; any other spelling is left to the XML scanner.
 */
export class PlainCell {
  /** From 0. */
  column = 0;
  /** Index of the cell's style; -1 where it has none. */
  style = -1;
  shared = false;
  /** The value without its point, and how many digits stand behind the point. */
  digits = 0;
  scale = 0;

  /**
   * Reads a cell at a tag.
   * @param rowDigits how many digits the row's number has
   * @returns the place after it, or -1 where it is written in another way
   */
  read(bytes: Buffer, view: DataView, tag: number, rowDigits: number): number {
    if (tag + longestCell > bytes.length) return -1;
    if (view.getInt32(tag, true) !== cellStart[0]) return -1;
    if (view.getInt16(tag + 4, true) !== cellStart[1]) return -1;
    let at = tag + 6;
    let column = 0;
    for (let byte = bytes[at] ?? 0; byte >= upperA && byte <= upperZ; byte = bytes[++at] ?? 0) {
      column = column * 26 + byte - upperA + 1;
    }
    at += rowDigits;
    if (at > tag + 16 || bytes[at] !== quote) return -1;
    this.column = column - 1;
    at++;
    this.style = -1;
    if (view.getInt32(at, true) === styleStart) {
      at = this.readStyle(bytes, at + 4);
      if (at < 0) return -1;
    }
    this.shared = false;
    if (view.getInt32(at, true) === typeStart) {
      const type = view.getInt16(at + 4, true);
      if (type !== sharedType && type !== numberType) return -1;
      this.shared = type === sharedType;
      at += 6;
    }
    if (view.getInt32(at, true) !== valueStart) return -1;
    at = this.readValue(bytes, at + 4);
    if (at < 0 || view.getInt32(at, true) !== cellEnd[0]) return -1;
    return view.getInt32(at + 4, true) === cellEnd[1] ? at + 8 : -1;
  }

  private readStyle(bytes: Buffer, start: number): number {
    let at = start;
    let style = 0;
    for (let byte = bytes[at] ?? 0; byte >= zero && byte <= nine; byte = bytes[++at] ?? 0) {
      style = style * 10 + byte - zero;
      if (at - start === mostStyleDigits) return -1;
    }
    this.style = style;
    return bytes[at] === quote ? at + 1 : -1;
  }

  /** Reads a plain number; -1 where it has a sign, an exponent or too many digits. */
  private readValue(bytes: Buffer, start: number): number {
    const end = start + mostDigits;
    let at = start;
    let digits = 0;
    let pointAt = -1;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= zero && byte <= nine) digits = digits * 10 + byte - zero;
      else if (byte === point && pointAt < 0) pointAt = at;
      else break;
    }
    if (at === start || bytes[at] !== lessThan || pointAt === start || pointAt === at - 1) {
      return -1;
    }
    this.digits = digits;
    this.scale = pointAt < 0 ? 0 : at - pointAt - 1;
    return at;
  }
}

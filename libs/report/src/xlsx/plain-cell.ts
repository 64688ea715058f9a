const zero = 48;
const nine = 57;
const upperA = 65;
const upperZ = 90;
const space = 32;
const quote = 34;
const equals = 61;
const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const point = 46;
const lowerC = 99;
const lowerR = 114;
const lowerS = 115;
const lowerT = 116;
const lowerV = 118;
/** Digits that a double holds exactly. */
const mostDigits = 15;

/**
 * A cell as spreadsheets write nearly all of them: `<c r="A1" s="2" t="s"><v>7</v></c>`, where the
 * value is a plain number or the index of a shared string. Read byte by byte and written out, as
 * this is where the time of a large workbook goes; any other spelling is left to the XML scanner.
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

  /** Reads a cell at a tag; the place after it, or -1 where it is written in another way. */
  read(bytes: Buffer, tag: number): number {
    if (
      bytes[tag + 1] !== lowerC ||
      bytes[tag + 2] !== space ||
      bytes[tag + 3] !== lowerR ||
      bytes[tag + 4] !== equals ||
      bytes[tag + 5] !== quote
    ) {
      return -1;
    }
    let at = tag + 6;
    let byte = bytes[at] ?? 0;
    let column = 0;
    while (byte >= upperA && byte <= upperZ) {
      column = column * 26 + byte - upperA + 1;
      byte = bytes[++at] ?? 0;
    }
    while (byte >= zero && byte <= nine) byte = bytes[++at] ?? 0;
    if (byte !== quote) return -1;
    this.column = column - 1;
    at = this.readStyle(bytes, at + 1);
    if (at < 0) return -1;
    this.shared = bytes[at] === space;
    if (this.shared) {
      if (
        bytes[at + 1] !== lowerT ||
        bytes[at + 2] !== equals ||
        bytes[at + 3] !== quote ||
        bytes[at + 4] !== lowerS ||
        bytes[at + 5] !== quote
      ) {
        return -1;
      }
      at += 6;
    }
    if (
      bytes[at] !== greaterThan ||
      bytes[at + 1] !== lessThan ||
      bytes[at + 2] !== lowerV ||
      bytes[at + 3] !== greaterThan
    ) {
      return -1;
    }
    at = this.readValue(bytes, at + 4);
    if (
      bytes[at] !== lessThan ||
      bytes[at + 1] !== slash ||
      bytes[at + 2] !== lowerV ||
      bytes[at + 3] !== greaterThan ||
      bytes[at + 4] !== lessThan ||
      bytes[at + 5] !== slash ||
      bytes[at + 6] !== lowerC ||
      bytes[at + 7] !== greaterThan
    ) {
      return -1;
    }
    return at + 8;
  }

  private readStyle(bytes: Buffer, start: number): number {
    this.style = -1;
    if (bytes[start] !== space || bytes[start + 1] !== lowerS) return start;
    if (bytes[start + 2] !== equals || bytes[start + 3] !== quote) return -1;
    let at = start + 4;
    let style = 0;
    for (let byte = bytes[at] ?? 0; byte >= zero && byte <= nine; byte = bytes[++at] ?? 0) {
      style = style * 10 + byte - zero;
    }
    this.style = style;
    return bytes[at] === quote ? at + 1 : -1;
  }

  /** Reads a plain number; -1 where it has a sign, an exponent or too many digits. */
  private readValue(bytes: Buffer, start: number): number {
    let at = start;
    let digits = 0;
    let pointAt = -1;
    for (; ; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= zero && byte <= nine) digits = digits * 10 + byte - zero;
      else if (byte === point && pointAt < 0) pointAt = at;
      else break;
    }
    if (at === start || at - start > mostDigits || pointAt === start || pointAt === at - 1) {
      return -1;
    }
    this.digits = digits;
    this.scale = pointAt < 0 ? 0 : at - pointAt - 1;
    return at;
  }
}

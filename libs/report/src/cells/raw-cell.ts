/** A cell as a file holds it, before anything is known of its column. A blank cell is undefined. */
export interface RawCell {
  readonly kind: 'text' | 'number' | 'boolean' | 'error' | 'unsaved-formula';
  /** Text as written; of a number, the digits in the file. */
  readonly text: string;
  /** Of a number, how its format shows it, where that says what the number means. */
  readonly shownAs?: ShownAs | undefined;
}

/** As a day, or as a percentage with so many decimals. */
export type ShownAs = 'date' | { readonly percentDecimals: number };

/** Digits that a double holds exactly. */
export const mostDigits = 15;

/**
 * A number of at most fifteen digits without sign or exponent, as nearly all are. It is kept as
 * `digits · 10^-scale`, so that the usual checks need no text.
 */
export class PlainNumber implements RawCell {
  readonly kind = 'number';

  constructor(
    readonly digits: number,
    readonly scale: number,
    readonly shownAs?: ShownAs,
  ) {}

  /** The number that a text is, where it is one of these; spelled any other way, undefined. */
  static in(text: string): PlainNumber | undefined {
    if (!plainText.test(text)) return undefined;
    const point = text.indexOf('.');
    if (point < 0) return new PlainNumber(Number(text), 0);
    return new PlainNumber(Number(text.replace('.', '')), text.length - point - 1);
  }

  get text(): string {
    const digits = String(this.digits).padStart(this.scale + 1, '0');
    if (this.scale === 0) return digits;
    return `${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}`;
  }

  /** As an integer of `10^-decimals`, or -1 where that is not exact or needs another look. */
  steps(decimals: number): number {
    const power = powersOfTen[decimals - this.scale];
    if (power === undefined || this.shownAs !== undefined) return -1;
    const steps = this.digits * power;
    return steps <= Number.MAX_SAFE_INTEGER ? steps : -1;
  }
}

/** Of no more digits than fifteen, whether it has decimals or not. */
const plainText = /^\d{1,9}(?:\.\d{1,6})?$/;
const powersOfTen = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/** A row as a file holds it. */
export interface RawRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly hidden: boolean;
  /** By position from 0; blank cells are undefined. */
  readonly cells: readonly (RawCell | undefined)[];
}

/** The day that serial number 0 stands for: a workbook counts days in one of two ways. */
export type DateSystem = 1900 | 1904;

export const textCell = (text: string): RawCell => ({ kind: 'text', text });

/** Characters that a cell holds at most. */
export const longestText = 32_767;

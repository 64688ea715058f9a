/** A cell as a file holds it, before anything is known of its column. A blank cell is undefined. */
export interface RawCell {
  readonly kind: 'text' | 'number' | 'boolean' | 'error' | 'unsaved-formula';
  /** Text as written; of a number, the digits in the file. */
  readonly text: string;
  /** True for a number whose format shows it as a percentage. */
  readonly percent: boolean;
}

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

export const textCell = (text: string): RawCell => ({ kind: 'text', text, percent: false });

/** Characters that a cell holds at most. */
export const longestText = 32_767;

import type { ShownAs } from '../cells/raw-cell.js';

/** What is no part of the pattern: quoted, escaped, spacing and filling characters, colours. */
const literal = /"[^"]*"|[\\_*].|\[[^\]]*\]/g;
const dateFormatIds = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]
  // Those of the Chinese edition.
  .concat([27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** The numbered formats that no workbook spells out, by number. */
export const builtInFormats: readonly (readonly [string, ShownAs | undefined])[] = [
  ['9', { percentDecimals: 0 }],
  ['10', { percentDecimals: 2 }],
  ...dateFormatIds.map((id) => [String(id), 'date'] as const),
];

/** How a number format shows a number, by the format's first section, that of positive numbers. */
export function shownByFormat(code: string): ShownAs | undefined {
  const [pattern = ''] = code.replace(literal, '').split(';');
  if (pattern.includes('%')) {
    const [, decimals = ''] = /\.([0#?]*)/.exec(pattern) ?? [];
    return { percentDecimals: decimals.length };
  }
  return /[ymdhs]/i.test(pattern) ? 'date' : undefined;
}

/** A whole number that a tag's attributes give, or 0. */
export function numberOf(attributes: string, name: string): number {
  return Number(new RegExp(`(?:^|\\s)${name}\\s*=\\s*["'](\\d+)`).exec(attributes)?.[1] ?? 0);
}

/** A tag's attributes but for those of these names, given as the alternatives of a pattern. */
export function withoutAttributes(attributes: string, names: string): string {
  return attributes.replace(new RegExp(`\\s(?:${names})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'), '');
}

/** The column from 0 that a cell's attributes give, if they do. */
export function columnOf(attributes: string): number | undefined {
  const letters = /(?:^|\s)r\s*=\s*["']([A-Z]+)/.exec(attributes)?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The letters of a column from 0. */
export function lettersOf(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? lettersOf(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Text as a cell's XML holds it: what looks like a workbook's own escape is escaped once more. */
export function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

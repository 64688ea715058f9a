import { isKeptAsNumber, linesOf, looksLikeFormula, type Cell, type SavedTable } from './table.js';

/** Tells Excel and WPS that it is UTF-8; without it, Chinese comes out as something else. */
const mark = '\uFEFF';

/** A table as CSV (RFC 4180). A text that could be taken for a formula has an apostrophe before it. */
export function asCsv(table: SavedTable): Blob {
  const lines = linesOf(table).map((row) => `${row.map(field).join()}\r\n`);
  return new Blob([mark, ...lines], { type: 'text/csv' });
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string' && isKeptAsNumber(cell.decimal)) return cell.decimal;
  const text = typeof cell === 'string' ? cell : cell.decimal;
  const harmless = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

import { isKeptAsNumber, linesOf, looksLikeFormula, type Cell, type SavedTable } from './table.js';
import { zipOf } from './zip.js';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * A table as a workbook (ECMA-376). Figures stand in it digit by digit, where spreadsheets keep them;
 * texts are texts and never formulas, also once somebody edits the cell.
 */
export function asWorkbook(table: SavedTable): Promise<Blob> {
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(table.name),
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheet(table),
  };
  return zipOf(
    Object.entries(parts).map(([path, content]) => ({ path, content: start + content })),
    type,
  );
}

const partType = (kind: string) =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
const override = (path: string, kind: string) =>
  `<Override PartName="/xl/${path}" ContentType="${partType(kind)}"/>`;

const contentTypes =
  `<Types xmlns="${packages}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  override('workbook.xml', 'sheet.main') +
  override('worksheets/sheet1.xml', 'worksheet') +
  override('styles.xml', 'styles') +
  '</Types>';

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

/** Sheets have names of 31 characters at most, without some signs. */
function workbook(name: string): string {
  const sheetName = escaped(name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31));
  return (
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
    `<sheet name="${sheetName}" sheetId="1" r:id="r1"/></sheets></workbook>`
  );
}

/** How cells look, by their place in the list of styles below. */
const look = { plain: 0, title: 1, quoted: 2 } as const;

const styles =
  `<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font>' +
  '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEBEFF3"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="3"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/>' +
  '<xf quotePrefix="1"/></cellXfs></styleSheet>';

function sheet(table: SavedTable): string {
  const { titles, rows } = table;
  const widths = titles.map((title, column) => {
    const texts = [title, ...rows.slice(0, 100).map((row) => textOf(row[column] ?? null))];
    return Math.min(60, Math.max(...texts.map(widthOf)) + 2);
  });
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = linesOf(table).map((row, above) => {
    const cells = row.map((cell, before) =>
      cellXml(cell, `${letters(before)}${above + 1}`, above === 0),
    );
    return `<row r="${above + 1}">${cells.join('')}</row>`;
  });
  return (
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols>` +
    `<sheetData>${lines.join('')}</sheetData></worksheet>`
  );
}

function cellXml(cell: Cell, at: string, isTitle: boolean): string {
  if (cell === null) return '';
  const text = textOf(cell);
  if (typeof cell !== 'string' && isKeptAsNumber(text)) return `<c r="${at}"><v>${text}</v></c>`;
  const style = isTitle ? look.title : looksLikeFormula(text) ? look.quoted : look.plain;
  const content = `<is><t xml:space="preserve">${escaped(text)}</t></is>`;
  return `<c r="${at}" s="${style}" t="inlineStr">${content}</c>`;
}

/** A column as spreadsheets call it, by how many stand before it: A … Z, AA … */
function letters(before: number): string {
  const last = String.fromCharCode(65 + (before % 26));
  return before < 26 ? last : letters(Math.floor(before / 26) - 1) + last;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? cell : cell.decimal;
}

/** In characters of a Latin font, of which a Chinese one takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);
}

/** Text within XML, which has no way to write most control signs. */
function escaped(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

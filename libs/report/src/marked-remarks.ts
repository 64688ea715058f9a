import type { Problem } from '#engine';
import { escaped, lettersOf } from './marked-xml.js';
import { problemsName } from './sheet-names.js';

const relationId = 'rIdMarkedProblems';
const worksheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const transitional = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/**
 * The sheet 错误说明: every problem, those that no row of another sheet can show first.
 * @param workbook the part that lists the sheets, whose edition of the standard this one follows
 */
export function remarksSheet(problems: readonly Problem[], workbook: string): string {
  const isOfFile = ({ row }: Problem) => row === undefined;
  const inOrder = problems.filter(isOfFile).concat(problems.filter((each) => !isOfFile(each)));
  const lines = [
    ['工作表', '行', '列', '说明'],
    ...inOrder.map(({ sheet = '', row = '', column = '', message }) => [
      ...[sheet, String(row), column, message],
    ]),
  ];
  const rows = lines.map((texts, index) => {
    const row = index + 1;
    const cells = texts.map(
      (text, column) =>
        `<c r="${lettersOf(column)}${row}" t="inlineStr"><is>` +
        `<t xml:space="preserve">${escaped(text)}</t></is></c>`,
    );
    return `<row r="${row}">${cells.join('')}</row>`;
  });
  const namespace = workbook.includes(strict) ? strict : transitional;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols><col min="1" max="1" width="20" customWidth="1"/>` +
    '<col min="2" max="2" width="8" customWidth="1"/><col min="3" max="3" width="24" customWidth="1"/>' +
    '<col min="4" max="4" width="110" customWidth="1"/></cols>' +
    `<sheetData>${rows.join('')}</sheetData><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`
  );
}

/** Adds the content type of a sheet's part to `[Content_Types].xml`. */
export function withContentType(types: string, part: string): string {
  return addedLast(
    types,
    'Types',
    (prefix) => `<${prefix}Override PartName="/${part}" ContentType="${worksheetType}"/>`,
  );
}

/**
 * Adds the sheet to the workbook's relationships, with the type that its other sheets have.
 * @param target the sheet's part, as seen from the workbook's folder
 */
export function withRelationship(relationships: string, target: string): string {
  const type = /"([^"]*\/worksheet)"/.exec(relationships)?.[1] ?? '';
  return addedLast(
    relationships,
    'Relationships',
    (prefix) => `<${prefix}Relationship Id="${relationId}" Type="${type}" Target="${target}"/>`,
  );
}

/** Adds the sheet to the workbook, as its last. */
export function withSheet(workbook: string): string {
  const ids = [...workbook.matchAll(/\ssheetId\s*=\s*["'](\d+)/g)].map(([, id]) => Number(id));
  const relation = /\s([\w.-]+):id\s*=/.exec(workbook)?.[1] ?? 'r';
  return addedLast(
    workbook,
    'sheets',
    (prefix) =>
      `<${prefix}sheet name="${problemsName}" sheetId="${Math.max(0, ...ids) + 1}" ` +
      `${relation}:id="${relationId}"/>`,
  );
}

function addedLast(xml: string, parent: string, child: (prefix: string) => string): string {
  const end = new RegExp(`</((?:[\\w.-]+:)?)${parent}>`);
  return xml.replace(end, (tag, prefix: string) => child(prefix) + tag);
}

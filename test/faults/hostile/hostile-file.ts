import { buffer } from 'node:stream/consumers';
import type { ProblemCode, UnreadableCode } from '#report';
import { ZipFile } from 'yazl';
import { reportSketch } from '../../contract/report/small-programme.js';
import { partsOf, sheetOf } from '../../contract/report/workbook-of-parts.js';

/** What must come of a hostile file: a refusal, or a problem in its place. */
export type Expected =
  | { readonly refused: UnreadableCode; /** Words of the sentence. */ readonly saying: string }
  | {
      readonly found: ProblemCode;
      readonly sheet: string;
      readonly row?: number;
      readonly column?: string;
    };

/** A file that is out to do harm, and what must come of it. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Buffer | Promise<Buffer>;
  readonly expected: Expected;
}

/** The ledger of the programme that hostile files are about, and the part that holds it. */
const ledgerSheet = '台账';
export const ledgerPart = 'xl/worksheets/part3.xml';

export const refused = (code: UnreadableCode, saying = ''): Expected => ({ refused: code, saying });
export const found = (code: ProblemCode, row?: number, column?: string): Expected => ({
  ...{ found: code, sheet: ledgerSheet },
  ...(row !== undefined && { row }),
  ...(column !== undefined && { column }),
});

/** A workbook in order. */
const soundSketch = () =>
  reportSketch({
    ledger: sheetOf([
      ['名称', '件数'],
      ['甲', 1],
      ['乙', 2],
    ]),
  });

export const soundParts = () => partsOf(soundSketch());

export async function zipped(
  parts: Iterable<readonly [string, string | Buffer]>,
  options: { readonly compress?: boolean } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name, options);
  zip.end();
  return buffer(zip.outputStream);
}

/** A workbook in order but for these parts; undefined takes one away. */
export function workbookWith(
  changed: Readonly<Record<string, string | Buffer | undefined>>,
): Promise<Buffer> {
  const parts = soundParts();
  for (const [name, content] of Object.entries(changed)) {
    if (content === undefined) parts.delete(name);
    else parts.set(name, content);
  }
  return zipped(parts);
}

/** A workbook in order but for the XML inside the ledger's `<worksheet>`. */
export const withLedgerXml = (xml: string) =>
  workbookWith({ [ledgerPart]: `<worksheet>${xml}</worksheet>` });

/** A workbook in order but for the ledger's rows, its header included. */
export const withLedgerRows = (rows: string) => withLedgerXml(`<sheetData>${rows}</sheetData>`);

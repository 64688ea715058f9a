import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { readWholeReport } from '#report';
import { reportSketch, smallProgramme } from '../contract/report/small-programme.js';
import {
  inFolder,
  partsOf,
  sheetOf,
  withFile,
  withWorkbook,
  writeParts,
  type WorkbookSketch,
} from '../contract/report/workbook-of-parts.js';

const read = (path: string) => readWholeReport(path, [smallProgramme]);
const sound = () =>
  reportSketch({
    ledger: sheetOf([
      ['名称', '件数'],
      ['甲', 1],
      ['乙', 2],
    ]),
  });

/** The code that a file is refused with, in one sentence; undefined where it is read. */
async function refusalOf(path: string): Promise<string | undefined> {
  const report = await read(path);
  if (report.kind === 'read') return undefined;
  expect(report.message).toMatch(/^[^。]+。$/);
  return report.code;
}

const refusalOfBytes = (content: string | Buffer) => withFile(content, refusalOf);
const refusalOfParts = (parts: NonNullable<WorkbookSketch['parts']>) =>
  withWorkbook({ ...sound(), parts }, refusalOf);
const refusalOfSheet = (xml: string) =>
  refusalOfParts({ 'xl/worksheets/part3.xml': `<worksheet>${xml}</worksheet>` });
const refusalOfRows = (rows: string) => refusalOfSheet(`<sheetData>${rows}</sheetData>`);

async function soundBytes(): Promise<Buffer> {
  return withWorkbook(sound(), (path) => readFile(path));
}

/** The bytes with every central directory entry altered, as a liar would. */
function withDirectory(bytes: Buffer, alter: (entry: Buffer) => void): Buffer {
  const altered = Buffer.from(bytes);
  const signature = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = altered.indexOf(signature); at >= 0; at = altered.indexOf(signature, at + 1)) {
    alter(altered.subarray(at));
  }
  return altered;
}

describe('a file that is no report', () => {
  const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const filler = Buffer.alloc(300_000);

  it.each<[string, string | Buffer, string]>([
    ['empty', '', 'file-empty'],
    ['a text', '名称,金额\n甲,1\n', 'not-a-workbook'],
    ['a web page', '<html><table></table></html>', 'not-a-workbook'],
    ['a PDF', '%PDF-1.7', 'not-a-workbook'],
    ['an old .xls', Buffer.concat([compound, filler]), 'old-xls'],
    [
      'an encrypted workbook',
      Buffer.concat([compound, filler, Buffer.from('EncryptedPackage', 'utf16le'), filler]),
      'encrypted',
    ],
    ['the first letters of a zip', 'PK', 'damaged'],
  ])('%s', async (_, content, code) => {
    expect(await refusalOfBytes(content)).toBe(code);
  });

  it('is not there', async () => {
    expect(await inFolder((folder) => refusalOf(join(folder, 'none.xlsx')))).toBe('file-missing');
    expect(await inFolder((folder) => refusalOf(folder))).toBe('file-missing');
  });

  it('is a zip of something else', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'report.xlsx');
      await writeParts(path, new Map([['word/document.xml', '<document/>']]));
      expect(await refusalOf(path)).toBe('not-a-workbook');
    });
  });
});

describe('a damaged workbook', () => {
  it('is refused wherever it was cut off', async () => {
    const bytes = await soundBytes();
    for (let length = 2; length < bytes.length; length += 37) {
      expect(await refusalOfBytes(bytes.subarray(0, length))).toBe('damaged');
    }
  });

  it('is refused or read as it was, whichever byte was changed', async () => {
    const bytes = await soundBytes();
    const original = await withFile(bytes, read);
    if (original.kind === 'unreadable') throw new Error(original.message);
    const change = fc.record({
      at: fc.nat({ max: bytes.length - 1 }),
      by: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, by }) => {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ by;
        const report = await withFile(altered, read);
        if (report.kind === 'unreadable') return;
        expect(report.content.ledgers).toEqual(original.content.ledgers);
      }),
      { numRuns: 400 },
    );
  });

  it('is refused where the directory lies about sizes or check sums', async () => {
    const bytes = await soundBytes();
    const lies: ((entry: Buffer) => void)[] = [
      (entry) => entry.writeUInt32LE(entry.readUInt32LE(24) + 1, 24),
      (entry) => entry.writeUInt32LE(Math.max(0, entry.readUInt32LE(24) - 1), 24),
      (entry) => entry.writeUInt32LE((entry.readUInt32LE(16) ^ 1) >>> 0, 16),
    ];
    for (const lie of lies) {
      expect(await refusalOfBytes(withDirectory(bytes, lie))).toBe('damaged');
    }
  });

  it('is refused where a part is encrypted, or packed in an unknown way', async () => {
    const bytes = await soundBytes();
    const encrypted = withDirectory(bytes, (entry) =>
      entry.writeUInt16LE(entry.readUInt16LE(8) | 1, 8),
    );
    expect(await refusalOfBytes(encrypted)).toBe('encrypted');
    const unknown = withDirectory(bytes, (entry) => entry.writeUInt16LE(12, 10));
    expect(await refusalOfBytes(unknown)).toBe('damaged');
  });

  it('is refused where a sheet that it lists is not in it', async () => {
    const parts = partsOf(sound());
    parts.delete('xl/worksheets/part3.xml');
    await inFolder(async (folder) => {
      const path = join(folder, 'report.xlsx');
      await writeParts(path, parts);
      expect(await refusalOf(path)).toBe('damaged');
    });
  });
});

describe('a bomb', () => {
  it('that says it unpacks to more than 1 GiB is refused before it is unpacked', async () => {
    const bytes = withDirectory(await soundBytes(), (entry) => entry.writeUInt32LE(2 ** 28, 24));
    expect(await refusalOfBytes(bytes)).toBe('too-large');
  });

  it('is refused by its ratio', async () => {
    const strings = `<sst>${'<si><t></t></si>'.repeat(2 ** 21)}</sst>`;
    expect(await refusalOfParts({ 'xl/sharedStrings.xml': strings })).toBe('too-large');
  });

  it('of parts is refused', async () => {
    const many = Array.from({ length: 4200 }, (_, at): [string, string] => [`part${at}`, '']);
    expect(await refusalOfParts(Object.fromEntries(many))).toBe('too-large');
  });

  it('of merged areas or strings is refused', async () => {
    const areas = '<mergeCell ref="A1:B2"/>'.repeat(100_001);
    expect(await refusalOfSheet(`<mergeCells>${areas}</mergeCells>`)).toBe('too-large');
    const long = `<sst><si><t>${'示'.repeat(32_768)}</t></si></sst>`;
    expect(await refusalOfParts({ 'xl/sharedStrings.xml': long })).toBe('too-large');
  });
});

describe('XML with a trick in it', () => {
  const declared = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>';

  it.each(['xl/workbook.xml', 'xl/worksheets/part3.xml', 'xl/sharedStrings.xml', '_rels/.rels'])(
    'may not declare entities in %s',
    async (part) => {
      const content = String(partsOf(sound()).get(part));
      const altered = content.replace(/^<\?xml[^>]*>/, (head) => head + declared);
      expect(await refusalOfParts({ [part]: altered })).toBe('malformed');
    },
  );

  it.each([
    ['an entity that nothing defines', '<row><c t="str"><v>&a;</v></c></row>'],
    ['a character that is none', '<row><c t="str"><v>&#x110000;</v></c></row>'],
    ['elements crossing', '<row><c><v>1</c></v></row>'],
    ['an element too many closed', '</sheetData></worksheet></worksheet>'],
    ['an element not closed', '<row>'],
    ['deep nesting', '<a>'.repeat(100_000)],
    ['endless attributes', `<row ${'a="1" '.repeat(10_000)}/>`],
    ['an endless tag', `<row a="${'1'.repeat(2 ** 21)}"/>`],
    ['an endless text', `<row><c t="str"><v>${'1'.repeat(2 ** 21)}</v></c></row>`],
    ['a text longer than a cell', `<row><c t="str"><v>${'1'.repeat(32_768)}</v></c></row>`],
    ['rows backwards', '<row r="2"/><row r="1"/>'],
    ['a row twice', '<row r="2"/><row r="2"/>'],
    ['a row beyond the last', '<row r="1048577"/>'],
    ['a row without a number', '<row r="x"/>'],
    ['a column beyond the last', '<row><c r="XFE1"><v>1</v></c></row>'],
    ['a column without letters', '<row><c r="1"><v>1</v></c></row>'],
    ['a shared string that is not there', '<row><c t="s"><v>9</v></c></row>'],
    ['a shared string that is not there, plainly', '<row><c r="A1" t="s"><v>9</v></c></row>'],
    ['an attribute without quotes', '<row r=1/>'],
  ])('is refused: %s', async (_, rows) => {
    expect(await refusalOfRows(rows)).toBe('malformed');
  });

  it('is refused in another encoding', async () => {
    const utf16 = Buffer.from('\uFEFF<worksheet/>', 'utf16le');
    expect(await refusalOfParts({ 'xl/worksheets/part3.xml': utf16 })).toBe('malformed');
    const gbk = '<?xml version="1.0" encoding="GBK"?><worksheet/>';
    expect(await refusalOfParts({ 'xl/worksheets/part3.xml': gbk })).toBe('malformed');
  });

  it('never breaks the reader, whatever was done to a sheet', async () => {
    const xml = sound().sheets['台账'] ?? '';
    const pieces = ['<', '>', '"', '</row>', '<c>', '<v>', '<!--', ']]>', '&', '<row r="9">', 'x'];
    const damage = fc.record({
      at: fc.nat({ max: xml.length }),
      cut: fc.nat({ max: 30 }),
      piece: fc.constantFrom(...pieces),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, cut, piece }) => {
        const altered = xml.slice(0, at) + piece + xml.slice(at + cut);
        expect(['malformed', undefined]).toContain(await refusalOfSheet(altered));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file written while it is read', () => {
  it('keeps nothing of the file open', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'report.xlsx');
      await writeParts(path, partsOf(sound()));
      await read(path);
      await writeFile(path, '');
      expect(await refusalOf(path)).toBe('file-empty');
    });
  });
});

import { refused, soundParts, workbookWith, zipped, type HostileFile } from './hostile-file.js';
import { directoryEnd, directoryEntry, endFields, entryFields, withField } from './zip-bytes.js';

const damaged = refused('damaged', '已损坏');
const sound = () => zipped(soundParts());

const broken = (
  name: string,
  breaking: (bytes: Buffer) => Buffer,
  expected = damaged,
): HostileFile => ({ name, bytes: async () => breaking(await sound()), expected });

const lying = (
  name: string,
  field: keyof typeof entryFields,
  alter: (value: number) => number,
  expected = damaged,
) => broken(name, (bytes) => withField(bytes, directoryEntry, entryFields[field], alter), expected);

const ending = (name: string, field: keyof typeof endFields, alter: (value: number) => number) =>
  broken(name, (bytes) => withField(bytes, directoryEnd, endFields[field], alter));

/** Workbooks whose packing is wrong, or lies about itself. */
export const brokenZips: readonly HostileFile[] = [
  broken('a workbook of which the end is missing', (bytes) => bytes.subarray(0, -30)),
  broken('a workbook of which half is missing', (bytes) => bytes.subarray(0, bytes.length / 2)),
  broken('a workbook with ten bytes put in', (bytes) =>
    Buffer.concat([bytes.subarray(0, 200), Buffer.alloc(10), bytes.subarray(200)]),
  ),
  broken('a workbook without its directory', (bytes) =>
    Buffer.concat([
      bytes.subarray(0, bytes.indexOf('PK\u0001\u0002', 0, 'latin1')),
      bytes.subarray(-22),
    ]),
  ),
  lying('a directory that says one byte more', 'unpacked', (size) => size + 1),
  lying('a directory that says one byte less', 'unpacked', (size) => Math.max(0, size - 1)),
  lying('a directory that says nothing is in it', 'unpacked', () => 0),
  lying('a directory with wrong check sums', 'checkSum', (sum) => sum + 1),
  lying('a directory that says less is packed', 'packed', (size) => Math.max(0, size - 7)),
  lying('a directory that points elsewhere', 'offset', (offset) => offset + 3),
  lying('a directory that points beyond the end', 'offset', () => 0x7fffffff),
  lying('a directory of 64 bits without its sizes', 'offset', () => 0xffffffff),
  lying('a directory with endless names', 'nameLength', () => 0xffff),
  lying('a directory with endless extras', 'extraLength', () => 0xfff0),
  lying('a part packed in an unknown way', 'method', () => 12),
  lying('a part called stored that is packed', 'method', () => 0),
  lying('an encrypted part', 'flags', (flags) => flags | 1, refused('encrypted', '密码')),
  ending('a directory of fewer entries than it says', 'entries', (count) => count + 1),
  ending('a directory that starts elsewhere', 'start', (start) => start + 5),
  ending('a directory on another disk', 'disk', () => 3),
  ending('a comment that is longer than the file', 'commentLength', () => 0xffff),
  {
    name: 'a workbook without one of its sheets',
    bytes: () => workbookWith({ 'xl/worksheets/part3.xml': undefined }),
    expected: refused('damaged', '“台账”表'),
  },
  {
    name: 'a sheet that no relationship leads to',
    bytes: () => workbookWith({ 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
    expected: damaged,
  },
  {
    name: 'a workbook that is its own workbook',
    bytes: () =>
      workbookWith({
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="_rels/.rels"/></Relationships>',
      }),
    expected: refused('not-a-workbook', '不是.xlsx'),
  },
  {
    name: 'a part that climbs out of the folder',
    bytes: () => withName('../../etc/cron.d/x'),
    expected: damaged,
  },
  {
    name: 'a part with an absolute path',
    bytes: () => withName('/etc/cron.d/x'),
    expected: damaged,
  },
];

/** yazl writes no such name, so it is put in place of one as long. */
async function withName(name: string): Promise<Buffer> {
  const honest = 'x'.repeat(name.length);
  const bytes = await workbookWith({ [honest]: '' });
  return Buffer.from(bytes.toString('latin1').replaceAll(honest, name), 'latin1');
}

import { refused, zipped, type HostileFile } from './hostile-file.js';

const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const filler = Buffer.alloc(300_000);
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

const noReport = (
  name: string,
  content: string | Buffer,
  expected = refused('not-a-workbook', '既不是.xlsx'),
): HostileFile => ({ name, bytes: () => Buffer.from(content), expected });

/** Files of other kinds. */
export const noReports: readonly HostileFile[] = [
  noReport('an empty file', '', refused('file-empty', '空的')),
  noReport('a text', '名称,金额\n甲,1\n'),
  noReport('a web page that says it is a workbook', '<html><table></table></html>'),
  noReport('a PDF', '%PDF-1.7'),
  noReport('an executable', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])),
  noReport('a gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])),
  noReport('a megabyte of NUL', Buffer.alloc(2 ** 20)),
  noReport('JSON in UTF-16', Buffer.from('\ufeff{"封面":{}}', 'utf16le')),
  noReport('an old .xls', Buffer.concat([compound, filler]), refused('old-xls', '旧版')),
  noReport(
    'an encrypted workbook',
    Buffer.concat([compound, filler, encryptedPackage, filler]),
    refused('encrypted', '密码'),
  ),
  noReport('the first letters of a zip', 'PK', refused('damaged', '不完整')),
  {
    name: 'a zip of something else',
    bytes: () => zipped([['word/document.xml', '<document/>']]),
    expected: refused('not-a-workbook', '不是.xlsx'),
  },
  {
    name: 'an empty zip',
    bytes: () => zipped([]),
    expected: refused('not-a-workbook', '不是.xlsx'),
  },
];

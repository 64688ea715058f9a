import {
  refused,
  soundParts,
  withLedgerRows,
  withLedgerXml,
  workbookWith,
  zipped,
  type HostileFile,
} from './hostile-file.js';
import { directoryEntry, entryFields, recordsOf, withField } from './zip-bytes.js';

const tooLarge = (saying: string) => refused('too-large', saying);
const rows = (count: number, row: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index + 1)).join('');
const strings = (content: string) =>
  workbookWith({ 'xl/sharedStrings.xml': `<sst>${content}</sst>` });

/** Files that are small until they are read. */
export const bombs: readonly HostileFile[] = [
  {
    name: 'a workbook that says it unpacks to more than 1 GiB',
    bytes: async () =>
      withField(await zipped(soundParts()), directoryEntry, entryFields.unpacked, () => 2 ** 28),
    expected: tooLarge('1GiB'),
  },
  {
    name: 'a part packed a thousandfold',
    bytes: () => strings('<si><t></t></si>'.repeat(2 ** 21)),
    expected: tooLarge('压缩比'),
  },
  {
    name: 'a sheet of 60 million blanks',
    bytes: () => withLedgerXml(' '.repeat(60_000_000)),
    expected: tooLarge('压缩比'),
  },
  {
    name: 'a sheet of a million empty rows',
    bytes: () => withLedgerRows('<row/>'.repeat(1_048_577)),
    expected: refused('malformed', '行号'),
  },
  {
    name: 'four thousand parts that share their bytes',
    bytes: async () => sharingBytes(await workbookWith({ bomb: Buffer.alloc(2 ** 20) }), 4000),
    expected: tooLarge('1GiB'),
  },
  {
    name: 'more parts than any workbook has',
    bytes: () =>
      workbookWith(Object.fromEntries(Array.from({ length: 4200 }, (_, at) => [`part${at}`, '']))),
    expected: tooLarge('文件过多'),
  },
  {
    name: 'more merged areas than any sheet has',
    bytes: () =>
      withLedgerXml(`<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(100_001)}</mergeCells>`),
    expected: tooLarge('目录过长'),
  },
  {
    name: 'more sheets than any workbook has',
    bytes: () =>
      workbookWith({
        'xl/workbook.xml': `<workbook><sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(100_001)}</sheets></workbook>`,
      }),
    expected: tooLarge('目录过长'),
  },
  {
    name: 'more relationships than any workbook has',
    bytes: () =>
      workbookWith({
        '_rels/.rels': `<Relationships>${'<Relationship Id="a"/>'.repeat(100_001)}</Relationships>`,
      }),
    expected: tooLarge('目录过长'),
  },
  {
    name: 'more styles than any workbook has',
    bytes: () =>
      workbookWith({
        'xl/styles.xml': `<styleSheet><cellXfs>${'<xf/>'.repeat(100_001)}</cellXfs></styleSheet>`,
      }),
    expected: tooLarge('目录过长'),
  },
  {
    name: 'a shared string longer than a cell',
    bytes: () => strings(`<si><t>${'示'.repeat(32_768)}</t></si>`),
    expected: tooLarge('文字过多'),
  },
  {
    name: 'a row of which every cell is the same long string',
    bytes: async () => longStringEverywhere((cells) => `<row>${cells}</row>`.repeat(3), 16_000),
    expected: refused('malformed', '行内文字'),
  },
  {
    name: 'a sheet name of a megabyte',
    bytes: () =>
      workbookWith({
        'xl/workbook.xml': `<workbook><sheets><sheet name="${'长'.repeat(300_000)}" r:id="rId1"/></sheets></workbook>`,
      }),
    expected: refused('malformed', '名称过长'),
  },
  {
    name: 'a cover of a hundred thousand rows',
    bytes: () =>
      workbookWith({
        'xl/worksheets/part0.xml': `<worksheet><sheetData>${rows(100_000, (row) => `<row r="${row}"><c t="str"><v>报告格式</v></c><c><v>${row}</v></c></row>`)}</sheetData></worksheet>`,
      }),
    expected: refused('format-unusable', '不止一个值'),
  },
  {
    name: 'JSON of ten million brackets',
    bytes: () => Buffer.from(`{"台账":${'['.repeat(10_000_000)}`),
    expected: refused('json-malformed', '嵌套过深'),
  },
  {
    name: 'JSON of a hundred million blanks',
    bytes: () => Buffer.concat([Buffer.from('{'), Buffer.alloc(100_000_000, ' ')]),
    expected: refused('json-malformed', '文件可能不完整'),
  },
  {
    name: 'JSON of a million names',
    bytes: () =>
      Buffer.from(`{${Array.from({ length: 1_000_000 }, (_, at) => `"${at}":0`).join()}}`),
    expected: refused('json-malformed', '名称过多'),
  },
  {
    name: 'JSON of more items than a sheet has rows',
    bytes: () =>
      Buffer.from(`{"报告格式":1,"封面":${coverOfJson},"台账":[{}${',{}'.repeat(1_048_576)}]}`),
    expected: refused('json-malformed', '一百万条'),
  },
];

const coverOfJson =
  '{"项目编码":"small","填报主体":"示例市","主体代码":"999901","报告年度":2021,"填报日期":"2022-01-31"}';

function longStringEverywhere(rowsOf: (cells: string) => string, cells: number): Promise<Buffer> {
  return workbookWith({
    'xl/sharedStrings.xml': `<sst><si><t>${'长'.repeat(32_000)}</t></si></sst>`,
    'xl/worksheets/part3.xml': `<worksheet><sheetData>${rowsOf('<c t="s"><v>0</v></c>'.repeat(cells))}</sheetData></worksheet>`,
  });
}

/** The directory's last entry given so many times: the same bytes, under the same name. */
function sharingBytes(bytes: Buffer, times: number): Buffer {
  const entries = recordsOf(bytes, directoryEntry);
  const [first = 0, last = 0] = [entries[0], entries.at(-1)];
  const end = bytes.length - 22;
  const entry = bytes.subarray(last, end);
  const directory = Buffer.concat([
    bytes.subarray(first, end),
    ...Array.from({ length: times }, () => entry),
  ]);
  const closing = Buffer.from(bytes.subarray(end));
  closing.writeUInt16LE(entries.length + times, 8);
  closing.writeUInt16LE(entries.length + times, 10);
  closing.writeUInt32LE(directory.length, 12);
  return Buffer.concat([bytes.subarray(0, first), directory, closing]);
}

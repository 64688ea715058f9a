import {
  found,
  ledgerPart,
  refused,
  soundParts,
  withLedgerRows,
  workbookWith,
  type Expected,
  type HostileFile,
} from './hostile-file.js';

const inLedger = refused('malformed', '“台账”表');

/** Declarations after the XML declaration of a part in order. */
const declaring = (part: string, declared: string, saying: string): HostileFile => ({
  name: `an entity declared in ${part}`,
  bytes: () => {
    const content = String(soundParts().get(part));
    return workbookWith({ [part]: content.replace(/^<\?xml[^>]*>/, (head) => head + declared) });
  },
  expected: refused('malformed', saying),
});
const external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>';
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;

const rows = (name: string, xml: string, expected: Expected = inLedger): HostileFile => ({
  name,
  bytes: () => withLedgerRows(xml),
  expected,
});

const header =
  '<row r="1"><c r="A1" t="str"><v>名称</v></c><c r="B1" t="str"><v>件数</v></c></row>';
/** One cell under the header. */
const cell = (name: string, xml: string, expected: Expected): HostileFile =>
  rows(name, `${header}<row r="2">${xml}</row>`, expected);
const named = '<c r="A2" t="str"><v>甲</v></c>';

const part = (name: string, content: string | Buffer, saying = '“台账”表'): HostileFile => ({
  name,
  bytes: () => workbookWith({ [ledgerPart]: content }),
  expected: refused('malformed', saying),
});

/** Workbooks whose XML is out to trick its reader. */
export const trickyXml: readonly HostileFile[] = [
  declaring('_rels/.rels', external, '_rels/.rels'),
  declaring('xl/workbook.xml', external, 'xl/workbook.xml'),
  declaring('xl/sharedStrings.xml', laughs, 'xl/sharedStrings.xml'),
  declaring('xl/styles.xml', external, 'xl/styles.xml'),
  declaring(ledgerPart, external, '“台账”表'),
  rows('an entity that nothing defines', '<row><c t="str"><v>&a;</v></c></row>'),
  rows('an entity that does not end', '<row><c t="str"><v>&amp</v></c></row>'),
  rows('a character that is none', '<row><c t="str"><v>&#x110000;</v></c></row>'),
  rows('elements crossing', '<row><c><v>1</c></v></row>'),
  rows('an element too many closed', '</sheetData></worksheet></worksheet>'),
  rows('an element not closed', '<row>'),
  rows('a comment not closed', '<!-- <row/>'),
  rows('deep nesting', '<a>'.repeat(100_000)),
  rows('endless attributes', `<row ${'a="1" '.repeat(10_000)}/>`),
  rows('an endless tag', `<row a="${'1'.repeat(2 ** 21)}"/>`),
  rows('an endless name', `<${'r'.repeat(2 ** 21)}/>`),
  rows('an endless text', `<row><c t="str"><v>${'1'.repeat(2 ** 21)}</v></c></row>`),
  rows('a text longer than a cell', `<row><c t="str"><v>${'1'.repeat(32_768)}</v></c></row>`),
  rows('rows backwards', '<row r="2"/><row r="1"/>'),
  rows('a row twice', '<row r="2"/><row r="2"/>'),
  rows('a row before the first', '<row r="0"/>'),
  rows('a row beyond the last', '<row r="1048577"/>'),
  rows('a row without a number', '<row r="x"/>'),
  rows('half a row', '<row r="1.5"/>'),
  rows('a column beyond the last', '<row><c r="XFE1"><v>1</v></c></row>'),
  rows('a column without letters', '<row><c r="1"><v>1</v></c></row>'),
  rows('a column of a thousand letters', `<row><c r="${'A'.repeat(1000)}1"><v>1</v></c></row>`),
  rows('a shared string that is not there', '<row><c t="s"><v>9</v></c></row>'),
  rows('a shared string that is not there, plainly', '<row><c r="A1" t="s"><v>9</v></c></row>'),
  rows('a shared string beyond all numbers', '<row><c t="s"><v>99999999999999999999</v></c></row>'),
  rows('an attribute without quotes', '<row r=1/>'),
  part('a sheet in UTF-16', Buffer.from('\ufeff<worksheet/>', 'utf16le')),
  part('a sheet that says it is in GBK', '<?xml version="1.0" encoding="GBK"?><worksheet/>'),
  part('an empty sheet', ''),
  part('a sheet that is no XML', 'PK no sheet'),
  cell(
    'a NUL by escape',
    '<c r="A2" t="str"><v>甲_x0000_</v></c>',
    found('text-damaged', 2, '名称'),
  ),
  cell('a NUL as it is', '<c r="A2" t="str"><v>甲\u0000</v></c>', found('text-damaged', 2, '名称')),
  rows('half a character by entity', '<row><c t="str"><v>甲&#xD83D;</v></c></row>'),
  cell(
    'half a character by escape',
    '<c r="A2" t="str"><v>甲_xD83D_</v></c>',
    found('text-damaged', 2, '名称'),
  ),
  cell('an error value', '<c r="A2" t="e"><v>#REF!</v></c>', found('error-value', 2, '名称')),
  cell(
    'a formula that was never computed',
    '<c r="A2"><f>WEBSERVICE("http://127.0.0.1")</f></c>',
    found('unsaved-formula', 2, '名称'),
  ),
  cell(
    'a number of a thousand digits',
    `${named}<c r="B2"><v>${'9'.repeat(1000)}</v></c>`,
    found('number-form', 2, '件数'),
  ),
  cell(
    'an exponent beyond all numbers',
    `${named}<c r="B2"><v>1e999999999</v></c>`,
    found('number-form', 2, '件数'),
  ),
  cell(
    'an exponent below all numbers',
    `${named}<c r="B2"><v>1e-999999999</v></c>`,
    found('number-form', 2, '件数'),
  ),
  cell('no number at all', `${named}<c r="B2"><v>NaN</v></c>`, found('number-form', 2, '件数')),
  cell(
    'a number below zero',
    `${named}<c r="B2"><v>-1</v></c>`,
    found('number-negative', 2, '件数'),
  ),
  cell(
    'a text in place of a number',
    `${named}<c r="B2" t="str"><v>${'='.repeat(32_000)}</v></c>`,
    found('number-form', 2, '件数'),
  ),
];

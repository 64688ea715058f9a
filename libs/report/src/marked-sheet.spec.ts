import { MarkedSheet } from './marked-sheet.js';
import { MarkedStyles } from './marked-styles.js';

const styles =
  '<styleSheet><fills count="2"><fill/><fill/></fills>' +
  '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
const sheet =
  '<worksheet><dimension ref="A1:B9"/><cols><col min="2" max="16384" style="1"/></cols><sheetData>' +
  '<row r="1" spans="1:2"><c r="A1"><v>1</v></c></row>\n' +
  '<row r="2" s="1" customFormat="1"/><row r="4"><c r="B4" s="1"><f>A1&gt;0</f><v>1</v></c></row>' +
  '</sheetData><mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells></worksheet>';

function marked(pieces: readonly string[]): string {
  const marks = {
    headerRow: 1,
    remarkColumn: 2,
    hadRemarks: false,
    rows: new Map([
      [2, { cells: new Set([0]), remark: '二' }],
      [4, { cells: new Set([0, 1]), remark: '四' }],
      [6, { cells: new Set([1]), remark: '六' }],
    ]),
  };
  const copy = new MarkedSheet(marks, new MarkedStyles(styles));
  return pieces.map((piece) => copy.write(piece)).join('') + copy.end();
}

describe('a marked sheet', () => {
  it('keeps what it does not mark, and puts cells and rows in their order', () => {
    const remark = (cell: string, style: number, text: string) =>
      `<c r="${cell}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    expect(marked([sheet])).toBe(
      '<worksheet><cols><col min="2" max="2" style="1"/>' +
        '<col min="3" max="3" style="1" width="50" customWidth="1"/>' +
        '<col min="4" max="16384" style="1"/></cols><sheetData>' +
        `<row r="1"><c r="A1"><v>1</v></c>${remark('C1', 2, '错误说明')}</row>\n` +
        `<row r="2" s="1" customFormat="1"><c r="A2" s="3"/>${remark('C2', 2, '二')}</row>` +
        '<row r="4"><c r="A4" s="4"/><c s="3" r="B4"><f>A1&gt;0</f><v>1</v></c>' +
        `${remark('C4', 2, '四')}</row>` +
        `<row r="6"><c r="B6" s="3"/>${remark('C6', 2, '六')}</row>` +
        '</sheetData><mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells></worksheet>',
    );
  });

  it('comes out the same wherever the pieces are cut', () => {
    const whole = marked([sheet]);
    expect(marked([...sheet])).toBe(whole);
    for (let cut = 1; cut < sheet.length; cut += 1) {
      expect(marked([sheet.slice(0, cut), sheet.slice(cut)])).toBe(whole);
    }
  });
});

import fc from 'fast-check';
import { PlainCell } from './plain-cell.js';

const padding = ' '.repeat(80);

/** What a plain cell says; undefined where it is left to the XML scanner. */
function read(xml: string, rowDigits = 1) {
  const bytes = Buffer.from(`x${xml}${padding}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const cell = new PlainCell();
  const after = cell.read(bytes, view, 1, rowDigits);
  if (after < 0) return undefined;
  expect(after).toBe(1 + xml.length);
  const { column, style, shared, digits, scale } = cell;
  return { column, style, shared, digits, scale };
}

const plain = { column: 0, style: -1, shared: false, digits: 7, scale: 0 };

describe('a plain cell', () => {
  it.each([
    ['<c r="A1"><v>7</v></c>', plain],
    ['<c r="A1" t="n"><v>7</v></c>', plain],
    ['<c r="A1" t="s"><v>7</v></c>', { ...plain, shared: true }],
    ['<c r="A1" s="12"><v>7</v></c>', { ...plain, style: 12 }],
    ['<c r="XFD1" s="3" t="s"><v>7</v></c>', { ...plain, column: 16383, style: 3, shared: true }],
    ['<c r="A1"><v>0.25</v></c>', { ...plain, digits: 25, scale: 2 }],
    ['<c r="A1"><v>123456789012345</v></c>', { ...plain, digits: 123456789012345 }],
  ])('%s is read', (xml, expected) => {
    expect(read(xml)).toEqual(expected);
  });

  it.each([
    '<c r="A1"><v>1234567890123456</v></c>',
    '<c r="A1"><v>-7</v></c>',
    '<c r="A1"><v>7E2</v></c>',
    '<c r="A1"><v>.7</v></c>',
    '<c r="A1"><v>7.</v></c>',
    '<c r="A1"><v>7.5.1</v></c>',
    '<c r="A1"><v></v></c>',
    '<c r="A1"><f>B1</f><v>7</v></c>',
    '<c r="A1" t="b"><v>1</v></c>',
    '<c r="A1" t="str"><v>7</v></c>',
    '<c r="A1" s="1234567"><v>7</v></c>',
    "<c r='A1'><v>7</v></c>",
    '<c s="1" r="A1"><v>7</v></c>',
    '<c r="A12"><v>7</v></c>',
    '<c  r="A1"><v>7</v></c>',
    '<c r="A1"/>',
    '<x:c r="A1"><v>7</v></x:c>',
  ])('%s is left to the scanner', (xml) => {
    expect(read(xml)).toBeUndefined();
  });

  it('at the end of the bytes is left to the scanner', () => {
    const bytes = Buffer.from('<c r="A1"><v>7</v></c>');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    expect(new PlainCell().read(bytes, view, 0, 1)).toBe(-1);
  });

  it('of any place, style and number is read to the digit', () => {
    const cell = fc.record({
      row: fc.integer({ min: 1, max: 1_048_576 }),
      digits: fc.nat({ max: 99_999_999_999_999 }),
      scale: fc.nat({ max: 6 }),
      style: fc.nat({ max: 99_999 }),
    });
    fc.assert(
      fc.property(cell, ({ row, digits, scale, style }) => {
        const written = String(digits).padStart(scale + 1, '0');
        const whole = written.slice(0, written.length - scale);
        const number = scale === 0 ? whole : `${whole}.${written.slice(-scale)}`;
        const xml = `<c r="BA${row}" s="${style}"><v>${number}</v></c>`;
        const expected = { column: 52, style, shared: false, digits, scale };
        expect(read(xml, String(row).length)).toEqual(expected);
      }),
    );
  });
});

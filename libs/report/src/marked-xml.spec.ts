import { columnOf, lettersOf, numberOf } from './marked-xml.js';

describe('references of cells', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %i is %s', (column, letters) => {
    expect(lettersOf(column)).toBe(letters);
    expect(columnOf(` s="1" r='${letters}12'`)).toBe(column);
  });

  it('take no other attribute for the one asked', () => {
    expect(numberOf(' xs="7" customFormat="1" s = "3"', 's')).toBe(3);
    expect(columnOf(' ref="B1"')).toBeUndefined();
  });
});

import { capitalAmountOf } from './amounts.js';
import { dayInWords, plain } from './paper.js';
import { placedCells } from './placed-cells.js';

describe('words on paper', () => {
  it('hold nothing that breaks a file or hides what is said', () => {
    expect(plain(' 甲\u0000\u0007乙\n丙\u202e丁\ud800戊\ufffe己\u200b ')).toBe('甲 乙 丙 丁 戊 己');
    expect(plain('𠮷野\ue000、㈠①≥≤〔2019〕')).toBe('𠮷野\ue000、㈠①≥≤〔2019〕');
  });

  it('write days and amounts as papers do', () => {
    expect(dayInWords('2026-01-09')).toBe('2026年1月9日');
    expect(capitalAmountOf('15000.5')).toBe('人民币壹亿伍仟万伍仟元整');
  });
});

describe('the cells of a table', () => {
  const table = { kind: 'table', widths: [10, 10, 10], headRows: 0 } as const;

  it('stand beside and below those that take several columns and rows', () => {
    const rows = [
      [
        { text: 'a', down: 2 },
        { text: 'b', across: 2 },
      ],
      [{ text: 'c' }, { text: 'd' }],
    ];
    const places = placedCells({ ...table, rows }).map(({ text, row, column }) => [
      text,
      row,
      column,
    ]);
    expect(places).toEqual([
      ['a', 0, 0],
      ['b', 0, 1],
      ['c', 1, 1],
      ['d', 1, 2],
    ]);
  });

  it('leave no gap', () => {
    expect(() => placedCells({ ...table, rows: [[{ text: 'a' }]] })).toThrow('gap');
  });
});

import { changesBetween, type SaidRow } from './row-changes.js';

const sheet = { sheet: '贯标单位', ledger: 'certified-units' };
const said = (row: number, item: string, cells: Record<string, string>, part = 'new'): SaidRow => ({
  ...{ part, row, item, cells },
});

describe('the changes of a sheet', () => {
  it('are added, changed and removed rows, cell by cell', () => {
    const before = [said(2, 'a', { 名称: '甲', 证号: '1' }, 'old'), said(3, 'b', { 名称: '乙' })];
    const after = [said(5, 'a', { 名称: '甲', 日期: '2021-01-01' }), said(6, 'c', { 名称: '丙' })];
    expect(changesBetween(sheet, before, after)).toEqual([
      {
        ...{ ...sheet, item: 'a', kind: 'changed' },
        ...{ before: { part: 'old', row: 2 }, after: { part: 'new', row: 5 } },
        cells: [
          { column: '证号', before: '1', after: null },
          { column: '日期', before: null, after: '2021-01-01' },
        ],
      },
      {
        ...{ ...sheet, item: 'c', kind: 'added', before: null, after: { part: 'new', row: 6 } },
        cells: [{ column: '名称', before: null, after: '丙' }],
      },
      {
        ...{ ...sheet, item: 'b', kind: 'removed', before: { part: 'new', row: 3 }, after: null },
        cells: [{ column: '名称', before: '乙', after: null }],
      },
    ]);
  });

  it('are none where a row only moved, and one where one of two such rows is gone', () => {
    const twice = [said(2, 'a', { 名称: '甲' }), said(3, 'a', { 名称: '甲' })];
    expect(changesBetween(sheet, twice, twice.toReversed())).toEqual([]);
    expect(changesBetween(sheet, twice, [said(9, 'a', { 名称: '甲' })])).toMatchObject([
      { kind: 'removed', before: { row: 3 } },
    ]);
  });
});

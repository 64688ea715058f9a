import { claimKeys } from './claim-key.js';
import type { DisputedItem } from './disputed-item.js';
import { isSameItem, itemKey } from './item-key.js';
import type { CellValue, Ledger, Span } from './ledger.js';
import { firms, loans, patents } from './programme-on-trial.js';
import type { RowFinding } from './row-finding.js';
import { Standings } from './standings.js';

const spanning = (span: Span): Ledger => ({ ...firms, span });
const finding = (year: number, outcome: RowFinding['outcome'], more: object = {}): RowFinding => ({
  ...{ ledger: 'firms', item: '甲', year, outcome, reason: `${year}` },
  ...more,
});
const claim = (row: number, more: Partial<DisputedItem> = {}): DisputedItem => ({
  ...{ ledger: 'firms', claim: '{"name":"甲"}', by: { code: '2', name: '二市' } },
  ...{ year: 2021, file: 'f', row, ...more },
});
const item = (name: string, year: number) => ({ key: name, year, values: { name } });
const rivals = (
  ledger: Ledger,
  disputed: readonly DisputedItem[],
  values: Readonly<Record<string, CellValue>>,
  findings: readonly RowFinding[] = [],
) =>
  new Standings(findings, disputed)
    .of(ledger, { key: itemKey(ledger, values), year: 2021, values })
    .rivals.map(({ row }) => row);

describe('a finding on a row', () => {
  it('holds for every year of what accumulates, until a later one', () => {
    const standings = new Standings([finding(2019, 'excluded'), finding(2021, 'confirmed')], []);
    expect(standings.of(firms, item('甲', 2019))).toEqual({ excluded: null, rivals: [] });
    const early = new Standings([finding(2018, 'confirmed'), finding(2019, 'excluded')], []);
    expect(early.of(firms, item('甲', 2021))).toEqual({ excluded: '2019', rivals: [] });
    expect(early.of(firms, item('乙', 2021))).toEqual({ excluded: null, rivals: [] });
    expect(early.of(patents, item('甲', 2021))).toEqual({ excluded: null, rivals: [] });
  });

  it.each<Span>(['flow', 'annual'])(
    'holds for its own year alone in a ledger of kind %s',
    (span) => {
      const standings = new Standings([finding(2019, 'excluded')], []);
      const excluded = [2018, 2019, 2020].map(
        (year) => standings.of(spanning(span), item('甲', year)).excluded,
      );
      expect(excluded).toEqual([null, '2019', null]);
    },
  );

  it('is one a year for an item', () => {
    const twice = [finding(2019, 'excluded'), finding(2019, 'confirmed')];
    expect(() => new Standings(twice, [])).toThrow('two row findings of a year on firms 甲');
    const others = [finding(2019, 'excluded'), finding(2019, 'excluded', { item: '乙' })];
    expect(() => new Standings(others, [])).not.toThrow();
  });
});

describe('a claim of another', () => {
  it('is on the row that shares what both claim it by', () => {
    const claims = [
      claim(1),
      claim(2, { claim: '{"name":"乙"}' }),
      claim(3, { ledger: 'patents' }),
    ];
    expect(rivals(firms, claims, { name: '甲' })).toEqual([1]);
    expect(rivals(firms, claims, { name: '丙' })).toEqual([]);
    expect(rivals(patents, claims, { number: '甲', owner: '甲' })).toEqual([]);
    expect(rivals(loans, claims, { number: '甲' })).toEqual([]);
  });

  it('is one for each row of the other, by whatever it is claimed', () => {
    const by = (key: object) => ({ ledger: 'loans', claim: JSON.stringify(key) });
    const claims = [
      claim(1, by({ number: '1' })),
      claim(1, by({ contract: 'C' })),
      claim(2, by({ contract: 'C' })),
    ];
    expect(rivals(loans, claims, { number: '1', contract: 'C' })).toEqual([1, 2]);
    const files = [
      claim(1),
      claim(1, { file: 'g' }),
      claim(1, { by: { code: '3', name: '三市' } }),
    ];
    expect(rivals(firms, files, { name: '甲' })).toEqual([1, 1, 1]);
  });

  it('is settled by a finding, either way', () => {
    for (const outcome of ['excluded', 'confirmed'] as const)
      expect(rivals(firms, [claim(1)], { name: '甲' }, [finding(2021, outcome)])).toEqual([]);
  });

  it('of another year does not question what tells its own year alone', () => {
    const claims = [claim(1, { year: 2020 }), claim(2, { year: 2021 })];
    const rows = (['annual', 'flow', 'stock'] as const).map((span) =>
      rivals(spanning(span), claims, { name: '甲' }),
    );
    expect(rows).toEqual([[2], [1, 2], [1, 2]]);
  });
});

describe('rows of two subjects', () => {
  it('are the same item by its key, but for what each numbers for itself', () => {
    const patent = { number: 'ZL1', owner: '甲' };
    expect(isSameItem(patents, patent, { ...patent, owner: '乙' })).toBe(true);
    expect(isSameItem(patents, patent, { ...patent, number: 'ZL2' })).toBe(false);
    const numbered: Ledger = { ...loans, sameItem: [['number', 'bank']] };
    const loan = { number: '1', bank: '行' };
    expect(isSameItem(numbered, loan, { ...loan })).toBe(true);
    expect(isSameItem(numbered, loan, { ...loan, bank: '另一行' })).toBe(false);
  });
});

describe('the key of an item', () => {
  const keyed = (sameItem: Ledger['sameItem']): Ledger => ({ ...loans, sameItem });

  it('is its one column, or the first of its keys that has no blank', () => {
    expect(itemKey(firms, { name: '甲' })).toBe('甲');
    expect(itemKey(firms, {})).toBe('');
    const two = keyed([['contract'], ['number', 'bank']]);
    expect(itemKey(two, { contract: 'C', number: '1', bank: '行' })).toBe('[0,"C"]');
    expect(itemKey(two, { number: '1', bank: '行' })).toBe('[1,"1","行"]');
    expect(itemKey(two, { contract: null, number: '1' })).toBe('[1,"1",null]');
    expect(itemKey(keyed([['number', 'bank']]), { number: '1' })).toBe('[0,"1",null]');
  });

  it('may be claimed by each list of columns without a blank', () => {
    const by = (values: Readonly<Record<string, CellValue>>) => claimKeys(loans, values);
    expect(by({ number: '1', contract: 'C' })).toEqual(['{"number":"1"}', '{"contract":"C"}']);
    expect(by({ number: '1', contract: null })).toEqual(['{"number":"1"}']);
    const pairs = { ...loans, acrossSubjects: { disputedBy: [['number', 'bank']] } };
    expect(claimKeys(pairs, { number: '1' })).toEqual([]);
    expect(claimKeys({ ...loans, acrossSubjects: { natural: '' } }, { number: '1' })).toEqual([]);
  });
});

import {
  atLeastAmount,
  belongsToOneWhere,
  datedBetween,
  datedByYearEnd,
  datedInPeriod,
  filled,
  growFasterTogether,
  growsFaster,
  hasAtLeast,
  haveAtLeastInTotal,
  inForceInPeriod,
  isOneOf,
  isTrue,
  listedOnce,
  validAtYearEnd,
  type Condition,
} from './condition.js';
import { conditionsUnder, decideItems, tally } from './decide.js';
import type { DisputedItem } from './disputed-item.js';
import { figure, firms, loans, patents, report, scopeOf, wanYuan } from './programme-on-trial.js';
import type { CellValue, Ledger } from './ledger.js';
import type { ReportContent } from './report-content.js';
import type { Scope } from './scope.js';
import type { Truth } from './truth.js';

type Cells = Readonly<Record<string, CellValue>>;

function decided(ledger: Ledger, conditions: readonly Condition<string>[], scope: Scope) {
  const { items } = scope.index.ledger(ledger);
  return decideItems(ledger, items, conditionsUnder(conditions, scope), scope).map(
    ({ truth, because }) => [truth, because] as const,
  );
}
const truths = (ledger: Ledger, conditions: readonly Condition<string>[], scope: Scope) =>
  decided(ledger, conditions, scope).map(([truth]) => truth);

/** The truth of a condition on one firm, assessed for 2020; the local average grew by 10 %. */
function onFirm(condition: Condition<string>, cells: Cells): Truth | undefined {
  const rate = figure('local-growth', 2020, '10', '%');
  const given = report('a', 2020, { firms: [{ name: '甲', ...cells }] }, [rate]);
  return truths(firms, [condition], scopeOf([given], { year: 2020 }))[0];
}

const big = isTrue<string>('big');
const some = isOneOf('kind', ['企业', '高校'], ['其他']);
const within = inForceInPeriod('from', 'until');
const valid = validAtYearEnd('from', 'until');
const faster = growsFaster('revenue', 'before', 'local-growth');
const grown = (before: string | null, now: string | null) => ({
  before: before === null ? null : wanYuan(before),
  revenue: now === null ? null : wanYuan(now),
});

describe('a condition on a row', () => {
  it.each<[Condition<string>, Cells, Truth]>([
    [big, { big: true }, 'yes'],
    [big, { big: false }, 'no'],
    [big, {}, 'unknown'],
    [some, { kind: '高校' }, 'yes'],
    [some, { kind: '个人' }, 'no'],
    [some, { kind: '其他' }, 'unknown'],
    [some, {}, 'unknown'],
    [atLeastAmount('revenue', '1000'), { revenue: wanYuan('1000') }, 'yes'],
    [atLeastAmount('revenue', '1000'), { revenue: wanYuan('999.999999') }, 'no'],
    [atLeastAmount('revenue', '1000'), {}, 'unknown'],
    [filled('kind'), { kind: '企业' }, 'yes'],
    [filled('kind'), { kind: null }, 'no'],
    [filled('kind'), {}, 'no'],
    [datedByYearEnd('from'), { from: '2018-06-30' }, 'yes'],
    [datedByYearEnd('from'), { from: '2020-12-31' }, 'yes'],
    [datedByYearEnd('from'), { from: '2021-01-01' }, 'no'],
    [datedByYearEnd('from'), {}, 'unknown'],
    [datedInPeriod('from'), { from: '2018-12-31' }, 'no'],
    [datedInPeriod('from'), { from: '2019-01-01' }, 'yes'],
    [datedInPeriod('from'), { from: '2020-12-31' }, 'yes'],
    [datedInPeriod('from'), { from: '2021-01-01' }, 'no'],
    [datedInPeriod('from'), {}, 'unknown'],
    [datedBetween('from', '2020-03-01', '2021-02-28'), { from: '2020-02-29' }, 'no'],
    [datedBetween('from', '2020-03-01', '2021-02-28'), { from: '2020-03-01' }, 'yes'],
    [datedBetween('from', '2020-03-01', '2021-02-28'), { from: '2020-12-31' }, 'yes'],
    [datedBetween('from', '2020-03-01', '2021-02-28'), { from: '2021-01-01' }, 'no'],
    [datedBetween('from', '2019-03-01', '2020-02-28'), { from: '2020-02-28' }, 'yes'],
    [datedBetween('from', '2019-03-01', '2020-02-28'), { from: '2020-03-01' }, 'no'],
    [datedBetween('from', '2019-03-01', '2020-02-28'), {}, 'unknown'],
  ])('%j of %j: %s', (condition, cells, truth) => {
    expect(onFirm(condition, cells)).toBe(truth);
  });

  it.each<[string | null, string | null, Truth]>([
    ['2019-01-01', null, 'yes'],
    ['2020-12-31', '2020-12-31', 'yes'],
    ['2021-01-01', '2022-12-31', 'no'],
    ['2018-12-31', '2019-01-01', 'yes'],
    ['2018-12-31', '2018-12-31', 'no'],
    ['2018-12-31', null, 'unknown'],
    [null, '2020-12-31', 'unknown'],
  ])('in force within the period, from %s until %s: %s', (from, until, truth) => {
    expect(onFirm(within, { from, until })).toBe(truth);
  });

  it.each<[string | null, string | null, Truth]>([
    ['2020-12-31', '2020-12-31', 'yes'],
    ['2020-12-31', '2020-12-30', 'no'],
    ['2021-01-01', '2021-12-31', 'no'],
    ['2021-01-01', null, 'no'],
    [null, '2020-12-30', 'no'],
    ['2020-12-31', null, 'unknown'],
    [null, '2020-12-31', 'unknown'],
    [null, null, 'unknown'],
  ])('valid at the end of the year, from %s until %s: %s', (from, until, truth) => {
    expect(onFirm(valid, { from, until })).toBe(truth);
  });

  it.each<[string | null, string | null, Truth]>([
    ['100', '110', 'no'],
    ['100', '110.000001', 'yes'],
    ['0', '110', 'unknown'],
    [null, '110', 'unknown'],
    ['100', null, 'unknown'],
  ])('growth from %s to %s, above a local average of 10 %%: %s', (before, now, truth) => {
    expect(onFirm(faster, grown(before, now))).toBe(truth);
  });

  it('cannot compare growth with a local average that nobody stated', () => {
    const given = report('a', 2020, { firms: [{ name: '甲', ...grown('100', '200') }] });
    expect(truths(firms, [faster], scopeOf([given], { year: 2020 }))).toEqual(['unknown']);
  });

  it('belongs to nothing above where its ledger does not', () => {
    const scope = scopeOf([report('a', 2021, { loans: [{ number: '1' }] })]);
    expect(() => truths(loans, [belongsToOneWhere([])], scope)).toThrow(
      'ledger loans belongs to no other',
    );
  });
});

describe('several conditions', () => {
  const given = (...rows: readonly Cells[]) =>
    scopeOf([
      report('a', 2021, { firms: rows.map((row, index) => ({ name: `${index}`, ...row })) }),
    ]);

  it('are spoiled by the first that fails, else by the first left open', () => {
    const rows = [
      { big: true, kind: '企业' },
      { big: false, kind: '个人' },
      { big: true, kind: '个人' },
      { kind: '个人' },
      { kind: '其他' },
      { big: true, kind: '其他' },
    ];
    expect(decided(firms, [big, some], given(...rows))).toEqual([
      ...[
        ['yes', 2],
        ['no', 0],
        ['no', 1],
        ['no', 1],
        ['unknown', 0],
        ['unknown', 1],
      ],
    ]);
  });

  it('are those of the reading that holds', () => {
    const either: Condition<string> = {
      ...{ kind: 'by-reading', reading: 'method' },
      choices: { compound: [big, some], simple: [], arithmetic: [] },
    };
    expect(decided(firms, [either, filled('from')], given({ big: true, kind: '企业' }))).toEqual([
      ['no', 2],
    ]);
  });

  it('count for sure what holds, and perhaps what is open', () => {
    const rows = [{ big: true }, { big: false }, {}, { big: true }];
    const scope = given(...rows);
    const all = decideItems(
      firms,
      scope.index.ledger(firms).items,
      conditionsUnder([big], scope),
      scope,
    );
    expect(tally(all)).toEqual({ lower: 2, upper: 3 });
  });
});

const claim = (ledger: string, by: string): DisputedItem => ({
  ...{ ledger, claim: by, by: { code: '999902', name: '示例二市' } },
  ...{ year: 2021, file: 'f'.repeat(64), row: 9 },
});

describe('a row that is in question', () => {
  const rows = [{ name: '甲', big: true }, { name: '乙' }, { name: '丙', big: false }];
  const reports = [report('a', 2021, { firms: rows })];

  it('counts nowhere once a finding leaves it out, whatever its cells say', () => {
    const found = { ledger: 'firms', item: '甲', year: 2021, reason: '不实' };
    const scope = scopeOf(reports, { rowFindings: [{ ...found, outcome: 'excluded' }] });
    expect(decided(firms, [big], scope)).toEqual([
      ['no', 1],
      ['unknown', 0],
      ['no', 0],
    ]);
  });

  it('is open while another claims it, unless it fails a condition', () => {
    const disputed = rows.map(({ name }) => claim('firms', JSON.stringify({ name })));
    const open = decided(firms, [big], scopeOf(reports, { disputed }));
    expect(open.map(([truth]) => truth)).toEqual(['unknown', 'unknown', 'no']);
  });
});

describe('a condition on what belongs to a row', () => {
  const owned = (owner: string, ...granted: readonly (boolean | null)[]) =>
    granted.map((each, index) => ({ number: `${owner}${index}`, owner, granted: each }));
  const names = ['甲', '乙', '丙', '丁'].map((name) => ({ name, big: name !== '丁' }));
  const both = report('a', 2021, {
    firms: names,
    patents: [...owned('甲', true, true), ...owned('乙', true, null), ...owned('丙', true, false)],
  });
  const granted = [isTrue<'granted'>('granted')];
  const two = hasAtLeast(2, '授权专利', patents, granted);

  it('counts those that satisfy conditions of their own; none listed is no zero', () => {
    expect(truths(firms, [two], scopeOf([both]))).toEqual(['yes', 'unknown', 'no', 'unknown']);
  });

  it('can fail no row while an earlier report lacks the sheet', () => {
    const without = report('b', 2020, { firms: [] });
    expect(truths(firms, [two], scopeOf([without, both]))).toEqual([
      ...['yes', 'unknown', 'unknown', 'unknown'],
    ]);
  });

  it('counts over all rows in total, those that fail another condition left out', () => {
    const total = (items: number, ...more: Condition<string>[]) =>
      truths(
        firms,
        [...more, haveAtLeastInTotal(items, '授权专利', patents, granted)],
        scopeOf([both]),
      );
    expect(total(4)).toEqual(['yes', 'yes', 'yes', 'yes']);
    expect(total(5)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(total(6)).toEqual(['no', 'no', 'no', 'no']);
    expect(total(4, big)).toEqual(['yes', 'yes', 'yes', 'no']);
  });

  it('counts in total what belongs to an open row as open', () => {
    const rows = [{ name: '甲', big: true }, { name: '乙' }, { name: '丙', big: false }];
    const given = report('a', 2021, {
      firms: rows,
      patents: [...owned('甲', true), ...owned('乙', true), ...owned('丙', true)],
    });
    const total = (items: number) =>
      decided(firms, [haveAtLeastInTotal(items, '', patents, granted), big], scopeOf([given]));
    expect(total(1)).toEqual([
      ['yes', 2],
      ['unknown', 1],
      ['no', 1],
    ]);
    expect(total(2)).toEqual([
      ['unknown', 0],
      ['unknown', 1],
      ['no', 1],
    ]);
    expect(total(3)).toEqual([
      ['no', 0],
      ['no', 0],
      ['no', 1],
    ]);
    const later = report('b', 2020, { firms: [] });
    const last = [big, haveAtLeastInTotal(3, '', patents, granted)];
    expect(decided(firms, last, scopeOf([given]))).toEqual([
      ['no', 1],
      ['no', 1],
      ['no', 0],
    ]);
    const four = [haveAtLeastInTotal(4, '', patents, granted)];
    expect(truths(firms, four, scopeOf([given]))).toEqual(['no', 'no', 'no']);
    expect(truths(firms, four, scopeOf([later, given]))).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('asks the row above, and is open where none is listed', () => {
    const given = report('a', 2021, { patents: [...owned('甲', true), ...owned('无', true)] });
    const above = [belongsToOneWhere([big])];
    const listed = report('b', 2021, { firms: [{ name: '甲', big: true }] });
    expect(truths(patents, above, scopeOf([given]))).toEqual(['unknown', 'unknown']);
    expect(truths(patents, above, scopeOf([given, listed]))).toEqual(['yes']);
    const small = report('b', 2021, { firms: [{ name: '甲', big: false }] });
    expect(truths(patents, above, scopeOf([given, small]))).toEqual(['no']);
  });

  it('cannot tell whose a value is that several list', () => {
    const patent = (number: string, owner: string) => ({ number, owner });
    const rows = [patent('1', '甲'), patent('1', '乙'), patent('2', '甲'), patent('3', '乙')];
    const given = report('a', 2021, { firms: [{ name: '甲' }, { name: '乙' }], patents: rows });
    const once = [listedOnce<string>('number')];
    expect(truths(patents, once, scopeOf([given]))).toEqual(['unknown', 'unknown', 'yes', 'yes']);
    const item = JSON.stringify([0, '1', '乙']);
    const found = { ledger: 'patents', item, year: 2021, outcome: 'excluded', reason: '' } as const;
    expect(truths(patents, once, scopeOf([given], { rowFindings: [found] }))).toEqual([
      ...['yes', 'no', 'yes', 'yes'],
    ]);
    expect(onFirm(listedOnce('kind'), {})).toBe('unknown');
  });
});

describe('growth of all together', () => {
  const together = growFasterTogether('revenue', 'before', 'local-growth');
  const rate = figure('local-growth', 2021, '10', '%');
  const firm = (name: string, before: string | null, now: string | null, more: Cells = {}) => ({
    ...{ name, big: true, ...grown(before, now), ...more },
  });
  const given = (rows: readonly Cells[], figures = [rate]): ReportContent[] => [
    report('a', 2021, { firms: rows }, figures),
  ];
  const of = (...rows: readonly Cells[]) => decided(firms, [big, together], scopeOf(given(rows)));

  it('compares the sums of those that pass the other conditions', () => {
    const slow = firm('甲', '100', '100');
    expect(of(slow, firm('乙', '100', '120'))).toEqual([
      ['no', 1],
      ['no', 1],
    ]);
    expect(of(slow, firm('乙', '100', '120.000001'))).toEqual([
      ['yes', 2],
      ['yes', 2],
    ]);
    expect(of(slow, firm('乙', '100', '130'), firm('丙', '900', '1', { big: false }))).toEqual([
      ...[
        ['yes', 2],
        ['yes', 2],
        ['no', 0],
      ],
    ]);
  });

  it('is open where a number lacks, a row is in doubt or nobody stated the average', () => {
    const fast = firm('甲', '100', '200');
    expect(of(fast, firm('乙', null, '1'))).toEqual([
      ['unknown', 1],
      ['unknown', 1],
    ]);
    expect(of(fast, firm('乙', '1', null))).toEqual([
      ['unknown', 1],
      ['unknown', 1],
    ]);
    expect(of(fast, firm('乙', '1', '2', { big: null }))).toEqual([
      ['unknown', 1],
      ['unknown', 0],
    ]);
    expect(truths(firms, [together], scopeOf(given([fast], [])))).toEqual(['unknown']);
  });

  it('spoils a row by whichever condition comes first', () => {
    const rows = [firm('甲', '100', '200'), firm('乙', '1', '2', { big: null })];
    const first = decided(firms, [together, big], scopeOf(given(rows)));
    expect(first).toEqual([
      ['unknown', 0],
      ['unknown', 1],
    ]);
  });
});

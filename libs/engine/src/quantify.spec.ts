import { belongsToOneWhere, hasAtLeast, isTrue } from './condition.js';
import { formatQuantity } from './exact.js';
import { countOf, sumOf, totalOf, type FlowMeasure } from './measure.js';
import {
  figure,
  firms,
  loans,
  method,
  patents,
  report,
  scopeOf,
  wanYuan,
} from './programme-on-trial.js';
import { flowUnit, quantify, quantifyFigure } from './quantify.js';
import type { CellValue } from './ledger.js';
import { byReading } from './reading.js';
import type { ReportContent } from './report-content.js';

type Cells = Readonly<Record<string, CellValue>>;

/** The two ends of a measure of 2021, in its unit. */
function ends(measure: FlowMeasure, ...given: Parameters<typeof scopeOf>) {
  const scope = scopeOf(...given);
  const { lower, upper } = quantify(measure, scope, 2021).range;
  const unit = flowUnit(measure, scope);
  return [formatQuantity(lower, unit), upper === null ? null : formatQuantity(upper, unit)];
}
const lent = (...rows: readonly Cells[]): ReportContent => report('a', 2021, { loans: rows });
const loan = (number: string, sum: string, more: Cells = {}) => ({
  ...{ number, bank: '行', sum: wanYuan(sum), ...more },
});
const found = (item: string, ledger = 'loans') => ({
  rowFindings: [{ ledger, item, year: 2021, outcome: 'excluded' as const, reason: '不实' }],
});

describe('a count', () => {
  const numbers = countOf(loans);
  const contracts = countOf(loans, [], { distinctBy: 'contract' });
  const contract = (number: string, of: string | null) => loan(number, '1', { contract: of });

  it('is of the rows of the year in a flow, and of all in what accumulates', () => {
    const before = report('b', 2020, { loans: [loan('9', '1')], firms: [{ name: '甲' }] });
    const now = report('a', 2021, { loans: [loan('1', '1')], firms: [{ name: '乙' }] });
    expect(ends(numbers, [before, now])).toEqual(['1', '1']);
    expect(ends(countOf(firms), [before, now])).toEqual(['2', '2']);
  });

  it('tells things apart by one column where it is told to; a blank may be any of them', () => {
    expect(
      ends(contracts, [lent(contract('1', 'C'), contract('2', 'C'), contract('3', 'D'))]),
    ).toEqual(['2', '2']);
    expect(ends(contracts, [lent(contract('1', 'C'), contract('2', null))])).toEqual(['1', '2']);
    expect(ends(contracts, [lent(contract('1', null), contract('2', null))])).toEqual(['1', '2']);
    expect(ends(contracts, [lent()])).toEqual(['0', '0']);
    expect(ends(contracts, [lent(contract('1', null))], found('[0,"1","行"]'))).toEqual(['0', '0']);
  });

  it('takes the surest row of each thing', () => {
    const kinds = countOf(firms, [isTrue<'big'>('big')], { distinctBy: 'kind' });
    const of = (...bigs: readonly (boolean | null)[]) =>
      ends(kinds, [
        report('a', 2021, {
          firms: bigs.map((big, index) => ({ name: `${index}`, kind: '甲', big })),
        }),
      ]);
    const [yes, open, no] = [
      ['1', '1'],
      ['0', '1'],
      ['0', '0'],
    ];
    expect([of(true, null), of(null, true), of(false, true), of(true, false)]).toEqual([
      yes,
      yes,
      yes,
      yes,
    ]);
    expect([of(false, null), of(null, false), of(null, null)]).toEqual([open, open, open]);
    expect(of(false, false)).toEqual(no);
  });

  it('holds a row with part of its key blank for open where it may be another', () => {
    const bank = (number: string, of: string | null) => ({ ...loan(number, '1'), bank: of });
    expect(ends(numbers, [lent(bank('1', '行'), bank('1', null), bank('2', null))])).toEqual([
      '2',
      '3',
    ]);
    expect(ends(numbers, [lent(bank('1', '行'), bank('1', '二行'))])).toEqual(['2', '2']);
    const one = [lent(bank('1', '行'), bank('1', null))];
    expect(ends(numbers, one, found('[0,"1","行"]'))).toEqual(['1', '1']);
  });
});

describe('a sum', () => {
  const sums = sumOf(loans, 'sum');
  const once = sumOf(loans, 'sum', [], { oncePer: 'contract' });
  const of = (number: string, sum: string, contract: string | null) =>
    loan(number, sum, { contract });

  it('adds up what the rows say, a blank being none', () => {
    expect(
      ends(sums, [lent(loan('1', '1.5'), loan('2', '0.000001'), { number: '3', bank: '行' })]),
    ).toEqual(['1.500001', '1.500001']);
  });

  it('loses no digit beyond what a number holds', () => {
    const most = '9007199254.740991';
    expect(ends(sums, [lent(...['1', '2', '3'].map((each) => loan(each, most)))])).toEqual([
      ...['27021597764.222973', '27021597764.222973'],
    ]);
  });

  it('takes what one contract states once; a row without any adds only what none of them has', () => {
    const rows = [of('1', '5', 'C'), of('2', '5', 'C'), of('3', '7', 'D')];
    expect(ends(once, [lent(...rows)])).toEqual(['12', '12']);
    expect(ends(once, [lent(...rows, of('4', '5', null))])).toEqual(['12', '17']);
    expect(ends(once, [lent(...rows, of('4', '6', null))])).toEqual(['18', '18']);
    expect(ends(once, [lent(...rows, of('4', '6', null), of('5', '6', null))])).toEqual([
      '18',
      '24',
    ]);
    expect(ends(once, [lent(of('4', '6', null))], found('[0,"4","行"]'))).toEqual(['0', '0']);
    const claim = { ledger: 'loans', claim: '{"number":"1"}', by: { code: '2', name: '二市' } };
    const disputed = [{ ...claim, year: 2021, file: 'f', row: 9 }];
    expect(ends(once, [lent(of('1', '5', 'C'), of('4', '5', null))], { disputed })).toEqual([
      '5',
      '10',
    ]);
  });
});

describe('a flow', () => {
  it('adds up several, and is what the reading chooses', () => {
    const both = totalOf(countOf(loans), countOf(firms));
    const given = [report('a', 2021, { loans: [loan('1', '3')], firms: [{ name: '甲' }] })];
    expect(ends(both, given)).toEqual(['2', '2']);
    const chosen = byReading<FlowMeasure>(method, {
      ...{ compound: countOf(loans), simple: sumOf(loans, 'sum'), arithmetic: both },
    });
    const as = (readings: Readonly<Record<string, string>>) => ends(chosen, given, { readings });
    expect([as({}), as({ method: 'simple' })]).toEqual([
      ['1', '1'],
      ['3', '3'],
    ]);
    expect(() => as({ method: 'none' })).toThrow("reading method has no value 'none'");
    expect(() => ends(totalOf(), given)).toThrow();
    expect(flowUnit(totalOf(sumOf(loans, 'sum')), scopeOf(given))).toBe('万元');
    expect(() => flowUnit(totalOf(), scopeOf(given))).toThrow('a total of nothing');
  });

  it('has no upper end where a report or its sheet is missing', () => {
    const absences = (measure: FlowMeasure, ...reports: readonly ReportContent[]) => {
      const { range, absences: absent } = quantify(measure, scopeOf(reports), 2021);
      expect(range.upper === null).toBe(absent.length > 0);
      return absent;
    };
    const empty = (year: number) => report('a', year, {});
    const missing = { kind: 'report-missing', year: 2021 };
    expect(absences(countOf(loans), empty(2020))).toEqual([missing]);
    expect(absences(countOf(loans), empty(2021))).toEqual([
      { kind: 'sheet-missing', sheet: '贷款', years: [2021] },
    ]);
    expect(absences(countOf(loans), lent())).toEqual([]);
    expect(absences(countOf(firms), report('a', 2018, { firms: [] }))).toEqual([missing]);
    expect(
      absences(countOf(firms), empty(2019), empty(2020), report('b', 2021, { firms: [] })),
    ).toEqual([{ kind: 'sheet-missing', sheet: '企业', years: [2019, 2020] }]);
    expect(absences(countOf(firms), report('b', 2020, { firms: [] }))).toEqual([]);
  });

  it('has rejected rows of every year where it accumulates, and of the ledgers that it looks into', () => {
    const failed = (rejected: number) => ({ rows: [], rejected });
    const given = [
      report('a', 2020, { firms: failed(1), patents: failed(2), loans: failed(4) }),
      report('b', 2021, { firms: failed(8), patents: failed(16), loans: failed(32) }),
    ];
    const rejected = (measure: FlowMeasure) => quantify(measure, scopeOf(given), 2021).rejected;
    const owning = countOf(firms, [hasAtLeast(1, '专利', patents, [])]);
    expect([countOf(firms), owning, countOf(loans)].map(rejected)).toEqual([9, 27, 32]);
    expect(rejected(totalOf(countOf(loans), countOf(firms)))).toBe(41);
  });

  it('is worked out anew for another year, reading or assessment', () => {
    const given = [lent(loan('1', '1')), report('b', 2020, { loans: [] })];
    const scope = scopeOf(given);
    const count = countOf(loans);
    const lower = (year: number) => quantify(count, scope, year).range.lower;
    expect([lower(2021), lower(2020), lower(2021)]).toEqual([1n, 0n, 1n]);
    expect(quantify(count, scope, 2021)).toBe(quantify(count, scope, 2021));
    const big = isTrue<'big'>('big');
    const chosen = countOf(firms, [
      byReading(method, { compound: [], simple: [big], arithmetic: [big] }),
    ]);
    const all = scopeOf([report('a', 2021, { firms: [{ name: '甲', big: false }] })]);
    const some = all.reading('method', 'simple');
    const uppers = [all, some, all].map((each) => quantify(chosen, each, 2021).range.upper);
    expect(uppers).toEqual([1n, 0n, 1n]);
  });
});

describe('what is set aside among the rows', () => {
  const by = { code: '2', name: '二市' };
  const claim = (ledger: string, key: object) => ({
    ...{ ledger, claim: JSON.stringify(key), by, year: 2021, file: 'f', row: 9 },
  });
  const rows = {
    firms: [
      { name: '甲', big: true },
      { name: '乙', big: false },
    ],
    patents: [
      { number: '1', owner: '甲', granted: true },
      { number: '2', owner: '乙', granted: true },
    ],
  };
  const aside = (measure: FlowMeasure, ...given: Parameters<typeof scopeOf>) => {
    const [shown] = quantify(measure, scopeOf(...given), 2021).rows;
    const placed = (set: NonNullable<typeof shown>['excluded']) =>
      set.map(({ ledger, item }) => `${ledger.id} ${item.year} ${item.row}`);
    return shown && { excluded: placed(shown.excluded), disputed: placed(shown.disputed) };
  };
  const given = [report('a', 2021, rows)];
  const owning = countOf(firms, [
    isTrue<'big'>('big'),
    hasAtLeast(1, '专利', patents, [isTrue<'granted'>('granted')]),
  ]);

  it('is the rows in dispute that leave something open, here and in the ledgers looked into', () => {
    const all = [claim('firms', { name: '甲' }), claim('firms', { name: '乙' })];
    expect(aside(owning, given, { disputed: all })).toEqual({
      excluded: [],
      disputed: ['firms 2021 2'],
    });
    const numbers = [claim('patents', { number: '1' }), claim('patents', { number: '2' })];
    expect(aside(owning, given, { disputed: numbers })).toEqual({
      ...{ excluded: [], disputed: ['patents 2021 2'] },
    });
    expect(aside(owning, given)).toEqual({ excluded: [], disputed: [] });
    const above = countOf(patents, [belongsToOneWhere([isTrue('big')])]);
    expect(aside(above, given, { disputed: all })).toEqual({
      excluded: [],
      disputed: ['firms 2021 2'],
    });
  });

  it('is the rows left out, of the year or of what accumulates', () => {
    const firm = found('乙', 'firms');
    expect(aside(owning, given, firm)).toEqual({
      ...{ excluded: ['firms 2021 3', 'patents 2021 3'], disputed: [] },
    });
    const years = [lent(loan('1', '1')), report('b', 2020, { loans: [loan('1', '1')] })];
    const rowFindings = [2020, 2021].flatMap((year) =>
      found('[0,"1","行"]').rowFindings.map((each) => ({ ...each, year })),
    );
    expect(aside(countOf(loans), years, { rowFindings })).toEqual({
      ...{ excluded: ['loans 2021 2'], disputed: [] },
    });
  });
});

describe('a figure', () => {
  it('is known where it is stated, and nothing is known of any other', () => {
    const stated = [
      figure('loans', 2021, '5'),
      figure('loans', 2020, '1'),
      figure('loans', 2020, '2'),
    ];
    const scope = scopeOf([report('a', 2021, {}, stated)]);
    expect(quantifyFigure(scope, 'loans', 2021)).toEqual({
      ...{ range: { lower: 5_000_000n, upper: 5_000_000n }, absences: [], rejected: 0, rows: [] },
    });
    const open = { range: { lower: 0n, upper: null }, rejected: 0, rows: [] };
    expect(quantifyFigure(scope, 'loans', 2019)).toEqual({
      ...{ ...open, absences: [{ kind: 'figure-missing', code: 'loans', year: 2019 }] },
    });
    expect(quantifyFigure(scope, 'loans', 2020)).toEqual({
      ...{ ...open, absences: [{ kind: 'figures-contradict', code: 'loans', year: 2020 }] },
    });
  });
});

import {
  adoptedOn,
  amount,
  assessedUntil,
  atLeast,
  byReading,
  choice,
  count,
  countOf,
  creditCode,
  date,
  eachOf,
  evidence,
  figureOf,
  growthOf,
  ledger,
  measuresGrowth,
  patentNumber,
  programme,
  provinceOf,
  qualitative,
  reading,
  readingsIn,
  reportYears,
  sumOf,
  target,
  text,
  thresholdOf,
  totalOf,
  yesNo,
  type Ledger,
  type Programme,
  type Reading,
} from '#engine';
import { findProgramme } from '#rulebook';

const city = findProgramme('2019-city-operation') ?? raise();

function raise(): never {
  throw new Error('there is none such');
}

const clause = { document: '示例办法', article: '一', quote: '开展试点' };

const method = reading({
  ...{ id: 'method', clause, question: '怎样平均' },
  values: { compound: '复合', simple: '简单' },
  adopted: [
    { from: '2019-01-01', value: 'compound', reason: '字面' },
    { from: '2020-06-30', value: 'simple', reason: '补充通知' },
  ],
});

describe('a ledger', () => {
  const declaration = {
    ...{ id: 'loans', sheet: '贷款', span: 'flow', hint: '' },
    columns: { number: text('编号', { required: true }), bank: text('银行'), sum: amount('金额') },
    sameItem: [['number']],
    acrossSubjects: { natural: '可以重复' },
  } as const satisfies Ledger;

  it('is what it is declared as', () => {
    const disputed = { ...declaration, acrossSubjects: { disputedBy: [['number'], ['bank']] } };
    expect(ledger(declaration)).toBe(declaration);
    expect(ledger(disputed)).toBe(disputed);
  });

  it('tells its columns apart by their headers', () => {
    const columns = { ...declaration.columns, other: text('银行') };
    expect(() => ledger({ ...declaration, columns })).toThrow(
      'ledger loans: two columns share a header',
    );
  });

  const missing: readonly Partial<Ledger>[] = [
    { sameItem: [['none'], ['number']] },
    { acrossSubjects: { disputedBy: [['none']] } },
    { mustAgree: { by: 'none', on: 'sum' } },
    { mustAgree: { by: 'bank', on: 'none' } },
    { belongsTo: { ledger: declaration, by: 'none', parentColumn: 'number' } },
  ];
  it.each(missing)('names no column that it has not: %j', (more) => {
    expect(() => ledger({ ...declaration, ...more })).toThrow('ledger loans has no column none');
  });

  it('gives every row a key: the last one has a required column', () => {
    for (const sameItem of [[], [['number'], ['bank']], [['bank']]]) {
      expect(() => ledger({ ...declaration, sameItem })).toThrow(
        'ledger loans: some rows would have no key',
      );
    }
    expect(ledger({ ...declaration, sameItem: [['bank'], ['bank', 'number']] }).id).toBe('loans');
  });
});

describe('a column', () => {
  it('need not be filled and has no hint, unless it says so', () => {
    expect(text('名称')).toEqual({
      ...{ header: '名称', type: { kind: 'text' }, required: false, hint: '' },
    });
    expect(text('名称', { required: true, hint: '全称' })).toMatchObject({
      ...{ required: true, hint: '全称' },
    });
  });

  it('has the type that its cells are read by', () => {
    const types = [
      yesNo('是否'),
      choice('类型', ['甲', '乙']),
      amount('金额'),
      count('件数'),
      creditCode('代码'),
      date('日期'),
      date('日期', { rule: 'in-report-year' }),
      patentNumber('专利号'),
      patentNumber('专利号', { formFrom: 'type', forms: { 发明: 'invention' } }),
    ].map(({ type }) => type);
    expect(types).toEqual([
      { kind: 'yes-no' },
      { kind: 'choice', choices: ['甲', '乙'] },
      { kind: 'amount' },
      { kind: 'count' },
      { kind: 'credit-code' },
      { kind: 'date' },
      { kind: 'date', rule: 'in-report-year' },
      { kind: 'patent-number' },
      { kind: 'patent-number', formFrom: 'type', forms: { 发明: 'invention' } },
    ]);
  });
});

describe('a reading', () => {
  it('adopts only what it lists', () => {
    const adopted = [{ from: '2019-01-01', value: 'median', reason: '' }];
    expect(() => reading({ ...method, adopted })).toThrow(
      "reading method adopts 'median', which it does not list",
    );
  });

  it('holds from the day that it was adopted', () => {
    const on = (day: string) => adoptedOn([method], day);
    expect(on('2019-01-01')).toEqual({ method: 'compound' });
    expect(on('2020-06-29')).toEqual({ method: 'compound' });
    expect(on('2020-06-30')).toEqual({ method: 'simple' });
    expect(() => on('2018-12-31')).toThrow(
      'no value of the reading method was adopted by 2018-12-31',
    );
  });

  it('chooses between declarations for each of its values', () => {
    const choices = { compound: 1, simple: 2 };
    expect(byReading(method, choices)).toEqual({
      ...{ kind: 'by-reading', reading: 'method', choices },
    });
    expect(() => byReading(method, {})).toThrow('reading method: no choice for compound, simple');
  });
});

describe('a measure', () => {
  const loans = ledger({
    ...{ id: 'loans', sheet: '贷款', span: 'flow', hint: '', sameItem: [['number']] },
    columns: { number: text('编号', { required: true }), sum: amount('金额') },
    acrossSubjects: { natural: '可以重复' },
  });
  const number = countOf(loans);
  const growth = growthOf(number, ['loans'], method);
  const chosen = byReading(method, { compound: growth, simple: number });

  it('is of growth where any part of it is', () => {
    const growing = [growth, chosen, eachOf(number, chosen)];
    const standing = [number, sumOf(loans, 'sum'), totalOf(number), figureOf('loans')];
    expect(growing.map(measuresGrowth)).toEqual([true, true, true]);
    expect([...standing, eachOf(number)].map(measuresGrowth)).toEqual(
      standing.concat(number).map(() => false),
    );
  });

  it('depends on every reading that it, its parts or their conditions ask', () => {
    const ids = (...given: Parameters<typeof readingsIn>) => [...readingsIn(...given)];
    const other = { ...method, id: 'other' } satisfies Reading;
    const third = { ...method, id: 'third' } satisfies Reading;
    const asked = countOf(loans, [
      {
        kind: 'by-reading',
        reading: 'other',
        choices: { a: [byReading(third, { compound: [], simple: [] })] },
      },
    ]);
    expect(ids(number)).toEqual([]);
    expect(ids(figureOf('loans'))).toEqual([]);
    expect(ids(growth)).toEqual(['method']);
    expect(ids(asked)).toEqual(['other', 'third']);
    expect(ids(byReading(other, { compound: number, simple: growth }))).toEqual([
      'other',
      'method',
    ]);
    expect(ids(totalOf(number, asked))).toEqual(['other', 'third']);
    expect(ids(eachOf(growthOf(asked, [], method)))).toEqual(['method', 'other', 'third']);
    const nested = { kind: 'has-at-least', ledger: loans, label: '', items: 1 } as const;
    expect(ids(countOf(loans, [{ ...nested, conditions: asked.conditions }]))).toEqual([
      ...['other', 'third'],
    ]);
  });
});

describe('a target', () => {
  const measure = figureOf('loans');
  const head = { id: 'many', name: '多', nameEn: 'many', clause };

  it('is measured by one test, or by either of several', () => {
    const threshold = atLeast('5', '家');
    const other = { measure, threshold: atLeast('1.5', '万元') };
    const plain = { kind: 'measured', ...head, confirmations: [], shortfall: 'not_met' };
    const tests = [{ measure, threshold: { value: 5n, unit: '家' } }];
    expect(target({ ...head, measure, threshold })).toEqual({ ...plain, tests });
    expect(
      target({
        ...head,
        shortfall: 'undetermined',
        eitherOf: [other],
        confirmations: [{ id: 'c', what: '属实' }],
      }),
    ).toEqual({
      ...{ ...plain, shortfall: 'undetermined', confirmations: [{ id: 'c', what: '属实' }] },
      tests: [{ measure, threshold: { value: 1_500_000n, unit: '万元' } }],
    });
  });

  it('is judged by its aspects, and shows the rows that it names', () => {
    const [shown = raise()] = city.ledgers;
    expect(evidence(shown)).toEqual({ ledger: shown, conditions: [], needed: false });
    expect(evidence(shown, { needed: true })).toEqual({
      ledger: shown,
      conditions: [],
      needed: true,
    });
    const judged = qualitative({ ...head, aspects: [] });
    expect(judged).toEqual({ ...head, kind: 'qualitative', aspects: [] });
    expect(thresholdOf(judged)).toBeUndefined();
    expect(thresholdOf(target({ ...head, measure, threshold: atLeast('5', '家') }))).toEqual({
      ...{ value: 5n, unit: '家' },
    });
  });
});

describe('a programme', () => {
  it('is what it is declared as', () => {
    expect(programme(city)).toBe(city);
  });

  const twice: readonly [
    keyof Programme & ('ledgers' | 'targets' | 'readings' | 'figures'),
    string,
  ][] = [
    ['ledgers', 'two ledgers are called institutions'],
    ['targets', 'two targets are called service-industry'],
    ['readings', 'two readings are called growth-method'],
    ['figures', 'two figures are called'],
  ];
  it.each(twice)('tells its %s apart', (what, words) => {
    const [first = raise()] = city[what];
    const declaration = { ...city, [what]: [first, ...city[what]] };
    expect(() => programme(declaration)).toThrow(`programme ${city.id}: ${words}`);
  });

  it('tells its sheets apart', () => {
    const [first = raise(), ...others] = city.ledgers;
    const ledgers = [{ ...first, id: 'another' }, first, ...others];
    expect(() => programme({ ...city, ledgers })).toThrow(`two sheets are called ${first.sheet}`);
  });

  it('hears of its base year, where it has one, and of those that it assesses', () => {
    expect(reportYears(city)).toEqual([2018, 2019, 2020, 2021]);
    expect(reportYears({ ...city, baseYear: null })).toEqual([2019, 2020, 2021]);
  });

  it('counts facts up to the end of a year, or of its period', () => {
    const period = { from: '2019-01-01', to: '2021-06-30' };
    const until = (year: number) => assessedUntil({ ...city, period }, year);
    expect([2020, 2021].map(until)).toEqual(['2020-12-31', '2021-06-30']);
  });

  it('knows the province of a division by its code, of an operator by its credit code', () => {
    expect(provinceOf('210200')).toBe('21');
    expect(provinceOf('91330000000000001X')).toBe('33');
  });
});

import type { Trace } from './determination-document.js';
import { evaluate, type EvaluationInput } from './evaluate.js';
import { datedByYearEnd } from './condition.js';
import type { Finding } from './finding.js';
import { eachOf, growthOf, sumOf } from './measure.js';
import type { Plan, PlannedTarget } from './plan.js';
import type { DisputedItem } from './disputed-item.js';
import { clause, figure, loans, method, report, small, wanYuan } from './programme-on-trial.js';
import type { Programme } from './programme.js';
import type { Figure, ReportContent } from './report-content.js';
import { byReading } from './reading.js';
import { atLeast, target, type MeasuredTarget } from './target.js';

const head = { name: '贷款增长', nameEn: 'Loan growth', clause };
const growing = target({
  ...{ id: 'growth', ...head, threshold: atLeast('20', '%') },
  measure: growthOf(sumOf(loans, 'sum'), ['loans'], method),
});

/** A year's loans by their amounts. */
const lent = (year: number, ...amounts: readonly (string | null)[]) =>
  report(`${year % 10}`, year, {
    loans: amounts.map((sum, index) => ({
      ...{ number: `${year}-${index}`, bank: '行', sum: sum === null ? null : wanYuan(sum) },
    })),
  });
/** A report of 2019 with figures of whatever years, and no sheet. */
const stating = (...figures: readonly Omit<Figure, 'row'>[]) => report('f', 2019, {}, figures);
const planning = (planned: Partial<PlannedTarget>, bases: Plan['bases'] = {}): Plan => ({
  ...{ document: '方案1号', bases, targets: { growth: { milestones: {}, ...planned } } },
});
const loan = (decimal: string) => BigInt(wanYuan(decimal));

const rival = (claim: string, year: number): DisputedItem => ({
  ...{ ledger: 'loans', claim: JSON.stringify({ number: claim }), year, file: 'f', row: 9 },
  by: { code: '999902', name: '二市' },
});

function judged(
  reports: readonly ReportContent[],
  more: Partial<EvaluationInput> = {},
  measured: MeasuredTarget = growing,
) {
  const programme = { ...small, targets: [measured] };
  const subject = { code: '999901', name: '一市' };
  const input: EvaluationInput = { subject, year: 2021, basis: 'evidence', reports, ...more };
  const { targets, problems } = evaluate(programme, input);
  const [verdict] = targets;
  if (!verdict) throw new Error('no verdict');
  return { ...verdict, problems: problems.filter(({ severity }) => severity !== 'notice') };
}
/** What the trace of a growth says of its base. */
function baseOf({ trace }: { readonly trace: Trace }): { kind: unknown; origin: unknown } {
  const said = new Map<string, unknown>(Object.entries(trace['base'] ?? {}));
  return { kind: said.get('kind'), origin: said.get('origin') };
}

type Case = readonly [
  outcome: string,
  reason: string,
  reports: readonly ReportContent[],
  more: Partial<EvaluationInput>,
];

describe('growth of 20 % a year over three years', () => {
  it.each<Case>([
    [
      'met',
      '2018年100万元，2021年172.8万元，年均增幅（复合）20.00%，不低于20%（须达到172.8万元）。',
      [lent(2018, '60', '40'), lent(2021, '172.8')],
      {},
    ],
    [
      'not_met',
      '2018年100万元，2021年172.799999万元，年均增幅（复合）20.00%，低于20%：须达到172.8万元，还差0.000001万元。',
      [lent(2018, '100'), lent(2021, '172.799999')],
      {},
    ],
    [
      'met',
      '2018年100万元，2021年160万元，年均增幅（简单平均）20.00%，不低于20%（须达到160万元）。',
      [lent(2018, '100'), lent(2021, '160')],
      { readings: { method: 'simple' } },
    ],
    [
      'met',
      '2018年100万元，2021年172.8万元，年均增幅（算术平均）20.37%，不低于20%（须达到171.363637万元）。',
      [lent(2018, '100'), lent(2019, '110'), lent(2020, '130'), lent(2021, '172.8')],
      { readings: { method: 'arithmetic' } },
    ],
    [
      'undetermined',
      '2018年100万元，2021年不明，须达到172.8万元方为年均20%；没有2021年度的报告。',
      [lent(2018, '100')],
      {},
    ],
    [
      'undetermined',
      '2018年100万元，2021年不明，须达到172.8万元方为年均20%；2021年度报告没有“贷款”表，请补报；确实没有的，在该表填“无”。',
      [lent(2018, '100'), report('a', 2021, {})],
      {},
    ],
  ])('is %s: %s', (outcome, reason, reports, more) => {
    expect(judged(reports, more)).toMatchObject({ outcome, reason });
  });

  it('needs every year above zero for the arithmetic mean', () => {
    const readings = { method: 'arithmetic' };
    const ends = [lent(2018, '100'), lent(2019, '110'), lent(2021, '172.8')];
    expect(judged(ends, { readings }).reason).toBe(
      '须年均增长20%以上；算术平均须有每一年大于零的数，2020年的数不明；没有2020年度的报告。',
    );
    expect(judged([...ends, lent(2020, '0')], { readings }).reason).toBe(
      '须年均增长20%以上；算术平均须有每一年大于零的数，2020年的数不明。',
    );
    const between = stating(figure('loans', 2020, '130'));
    expect(judged([...ends, between], { readings }).value).toBe('20.37');
    expect(judged([...ends, between, lent(2020, '110')], { readings }).value).toBe('22.36');
  });

  it('is judged by the ledger of the assessed year alone, whatever is stated of it', () => {
    const stated = stating(figure('loans', 2021, '172.8'));
    expect(judged([lent(2018, '100'), stated]).outcome).toBe('undetermined');
    expect(judged([lent(2018, '100'), stated, lent(2021, '1')]).outcome).toBe('not_met');
  });

  it('is said in English too, with what is short', () => {
    const english = (...reports: readonly ReportContent[]) => judged(reports).reasonEn;
    expect(english(lent(2018, '100'), lent(2021, '172.799999'))).toBe(
      'Not met: 20.00 against 20 % (0.00); short by 0.000001 万元.',
    );
    expect(english(lent(2018, '100'), lent(2021, '200'))).toBe('Met: 25.99 against 20 % (5.99).');
    expect(english(lent(2018, '100'))).toBe('Cannot be judged: no figure to hold against 20 %.');
  });
});

describe('growth from zero', () => {
  const document = '同意函';
  const asked = { kind: 'absolute', document, value: loan('100'), unit: '万元' } as const;
  const absolute = { plan: planning({ substitute: asked }) };
  const aboveZero = { plan: planning({ substitute: { kind: 'first-year-above-zero', document } }) };
  const noFormula = '须年均增长20%以上；基期为零，不适用增幅公式，须有经批准的替代办法及其文号。';

  it.each<Case>([
    ['undetermined', noFormula, [lent(2018, '0'), lent(2021, '100')], {}],
    ['undetermined', noFormula, [lent(2018), lent(2021, '100')], {}],
    [
      'met',
      '2021年100万元；基期为零，按同意函批准的替代办法须不低于100万元。',
      [lent(2018), lent(2021, '100')],
      absolute,
    ],
    [
      'not_met',
      '2021年99.999999万元；基期为零，按同意函批准的替代办法须不低于100万元。',
      [lent(2018), lent(2021, '99.999999')],
      absolute,
    ],
    [
      'undetermined',
      '2021年不明；基期为零，按同意函批准的替代办法须不低于100万元；没有2021年度的报告。',
      [lent(2018)],
      absolute,
    ],
    [
      'met',
      '2020年100万元，2021年120万元，年均增幅（复合）20.00%，不低于20%（须达到120万元）。',
      [lent(2018), lent(2019), lent(2020, '100'), lent(2021, '120')],
      aboveZero,
    ],
    [
      'not_met',
      '2019年100万元，2021年143万元，年均增幅（复合）19.58%，低于20%：须达到144万元，还差1万元。',
      [lent(2018), lent(2019, '100'), lent(2020), lent(2021, '143')],
      aboveZero,
    ],
    ['undetermined', noFormula, [lent(2018), lent(2019), lent(2020), lent(2021, '9')], aboveZero],
    ['undetermined', noFormula, [lent(2018), lent(2020, '1'), lent(2021, '9')], aboveZero],
    ['undetermined', noFormula, [lent(2018), lent(2019), lent(2020), lent(2021)], aboveZero],
  ])('is %s: %s', (outcome, reason, reports, more) => {
    expect(judged(reports, more)).toMatchObject({ outcome, reason });
  });

  it('is asked for nowhere else', () => {
    const reports = [lent(2018, '100'), lent(2021, '172.8')];
    expect(judged(reports, absolute).reason).toBe(judged(reports).reason);
  });
});

describe('the base of a growth', () => {
  const final = lent(2021, '172.8');
  const planned = { plan: planning({}, { loans: loan('100') }) };
  const baseIn = (...[reports, more]: Parameters<typeof judged>) => {
    const { outcome, reason, trace } = judged(reports, more);
    const { kind, origin } = baseOf({ trace });
    return [outcome, origin ?? kind, /基期数据来源不一致：[^；。]*/.exec(reason)?.[0] ?? ''];
  };

  it('is the ledger of the base year, else the figure of the plan, else the one stated', () => {
    const stated = stating(figure('loans', 2018, '100'));
    expect(baseIn([lent(2018, '100'), final, stated], planned)).toEqual(['met', 'ledger', '']);
    expect(baseIn([final, stated], planned)).toEqual(['met', 'plan', '']);
    expect(baseIn([final, stated])).toEqual(['met', 'application', '']);
    expect(baseIn([final])).toEqual(['undetermined', 'absent', '']);
    expect(judged([final]).reason).toBe(
      '须年均增长20%以上；没有基期数据，增幅无从计算；缺2018年的“贷款金额”，请在“年度数据”表补填。',
    );
  });

  it('is none where two of them differ', () => {
    const stated = stating(figure('loans', 2018, '90'));
    expect(baseIn([final, stated], planned)).toEqual([
      ...['undetermined', 'differ', '基期数据来源不一致：备案方案100万元，申报材料90万元'],
    ]);
    expect(baseIn([final, lent(2018, '90')], planned)).toEqual([
      ...['undetermined', 'differ', '基期数据来源不一致：基期台账90万元，备案方案100万元'],
    ]);
  });

  it('is none where the lines of 年度数据 contradict each other, whatever else there is', () => {
    const contradicting = stating(figure('loans', 2018, '100'), figure('loans', 2018, '91'));
    const { outcome, reason } = judged([lent(2018, '100'), final, contradicting]);
    expect([outcome, reason]).toEqual([
      ...['undetermined', '须年均增长20%以上；2018年的“贷款金额”前后不一致，请改成一致。'],
    ]);
  });

  it('awaits a reviewer where the subject alone states it', () => {
    const base = { on: 'base', what: '申报材料所列基期数据属实' };
    const stated = [final, stating(figure('loans', 2018, '100'))];
    const awaited = (...outcomes: readonly Finding['outcome'][]) => {
      const findings = outcomes.map((outcome): Finding => ({
        ...{ target: 'growth', on: 'base', year: 2021, outcome, reason: '' },
      }));
      const { overall, awaiting } = judged(stated, { findings });
      return [overall, awaiting];
    };
    expect(judged(stated, planned)).toMatchObject({ overall: 'met', awaiting: [] });
    expect(awaited()).toEqual(['undetermined', [base]]);
    expect(awaited('met')).toEqual(['met', []]);
    expect(awaited('not_met')).toEqual(['undetermined', [base]]);
  });

  it('is the sum of several figures, each of which is needed', () => {
    const two = target({
      ...{ id: 'growth', ...head, threshold: atLeast('20', '%') },
      measure: growthOf(sumOf(loans, 'sum'), ['loans', 'more-loans'], method),
    });
    const both = [figure('loans', 2018, '60'), figure('more-loans', 2018, '40')];
    expect(judged([final, stating(...both)], {}, two).value).toBe('20.00');
    expect(judged([final, stating(...both.slice(1))], {}, two).reason).toContain(
      '缺2018年的“贷款金额”',
    );
    const bases = { loans: loan('60'), 'more-loans': loan('40') };
    expect(judged([final], { plan: planning({}, bases) }, two).value).toBe('20.00');
    expect(judged([final], { plan: planning({}, { loans: loan('60') }) }, two).value).toBeNull();
  });

  it('may be told by ledgers alone', () => {
    const unstated = target({
      ...{ id: 'growth', ...head, threshold: atLeast('20', '%') },
      measure: growthOf(sumOf(loans, 'sum'), [], method),
    });
    expect(judged([lent(2018, '100'), final], {}, unstated).value).toBe('20.00');
    expect(judged([final], {}, unstated).reason).toBe(
      '须年均增长20%以上；没有基期数据，增幅无从计算；没有2018年的分项数据。',
    );
  });

  it('is told of where the ledger and the line of 年度数据 differ', () => {
    const wrong = (stated: string, ...reports: readonly ReportContent[]) =>
      judged([...reports, stating(figure('loans', 2018, stated))]).problems;
    expect(wrong('90', lent(2018, '100'))).toEqual([
      {
        ...{ severity: 'error', code: 'figures-differ', file: 'f'.repeat(64), sheet: '年度数据' },
        ...{ row: 2, column: '数值', seen: '90', expected: '100' },
        message:
          '“年度数据”表第2行：2018年的“贷款金额”为90万元，2018年度报告的台账却为100万元，无法判定以哪个为准；请改成一致。',
      },
    ]);
    expect(wrong('100', lent(2018, '100'))).toEqual([]);
    expect(wrong('110', lent(2018, '100'))).toHaveLength(1);
    expect(wrong('90')).toEqual([]);
  });

  it('is not told of where several figures make it', () => {
    const stated = stating(figure('loans', 2018, '60'), figure('more-loans', 2018, '50'));
    const two = target({
      ...{ id: 'growth', ...head, threshold: atLeast('20', '%') },
      measure: growthOf(sumOf(loans, 'sum'), ['loans', 'more-loans'], method),
    });
    expect(judged([lent(2018, '100'), stated], {}, two).problems).toEqual([]);
    expect(judged([lent(2018, '100'), stated], {}, two).reason).toContain('来源不一致');
  });

  it('agrees with what lies between the ends of the ledger', () => {
    const dated = target({
      ...{ id: 'growth', ...head, threshold: atLeast('20', '%') },
      measure: growthOf(sumOf(loans, 'sum', [datedByYearEnd('on')]), ['loans'], method),
    });
    const row = (number: string, on: string | null, sum: string) => ({
      ...{ number, on, bank: '行', sum: wanYuan(sum) },
    });
    const rows = [row('1', '2018-01-01', '90'), row('2', null, '20')];
    const base = report('b', 2018, { loans: rows });
    const last = report('c', 2021, { loans: [row('3', '2018-01-01', '300')] });
    const with2018 = (stated: string) => {
      const line = stating(figure('loans', 2018, stated));
      const { outcome, trace, problems } = judged([base, last, line], {}, dated);
      return [outcome, baseOf({ trace }).kind, problems.length];
    };
    expect([with2018('90'), with2018('100'), with2018('110')]).toEqual(
      Array.from({ length: 3 }, () => ['met', 'known', 0]),
    );
    expect([with2018('89.999999'), with2018('110.000001')]).toEqual(
      Array.from({ length: 2 }, () => ['undetermined', 'differ', 1]),
    );
  });

  it('is one of the programme, averaged in a way that there is', () => {
    const on = (programme: Programme) => () =>
      evaluate(programme, {
        ...{ subject: { code: '999901', name: '一市' }, year: 2021, basis: 'evidence' },
        reports: [],
      });
    const growth = { ...small, targets: [growing] };
    expect(on({ ...growth, baseYear: null })).toThrow('programme small has no base year');
    const adopted = [{ from: '2019-01-01', value: 'median', reason: '' }];
    const median = { ...method, values: { median: '中位数' }, adopted };
    expect(on({ ...growth, readings: [median] })).toThrow("'median' is no way to average growth");
  });

  it('is told of within targets of several parts, and once for each figure', () => {
    const parted = target({
      ...{ id: 'growth', ...head, threshold: atLeast('20', '%') },
      measure: eachOf(
        growing.tests[0].measure,
        byReading(method, {
          compound: growing.tests[0].measure,
          ...{ arithmetic: growing.tests[0].measure, simple: growing.tests[0].measure },
        }),
      ),
    });
    const reports = [lent(2018, '100'), stating(figure('loans', 2018, '90'))];
    expect(judged(reports, {}, parted).problems).toHaveLength(1);
  });
});

describe('growth in dispute', () => {
  const over = (reports: readonly ReportContent[], ...disputed: readonly DisputedItem[]) =>
    judged(reports, { disputed });

  it.each<Case>([
    [
      'undetermined',
      '2018年100万元，2021年0至172.8万元，须达到172.8万元方为年均20%；“贷款”2021年度报告第2行与二市（999902）2021年度报告第9行是同一项，跨主体重复，须有核查结论确认或者排除。',
      [lent(2018, '100'), lent(2021, '172.8')],
      { disputed: [rival('2021-0', 2021)] },
    ],
    [
      'undetermined',
      '2018年100至110万元，2021年173万元，须达到190.08万元方为年均20%；“贷款”2018年度报告第3行与二市（999902）2018年度报告第9行是同一项，跨主体重复，须有核查结论确认或者排除。',
      [lent(2018, '100', '10'), lent(2021, '173')],
      { disputed: [rival('2018-1', 2018)] },
    ],
    [
      'met',
      '2018年100至110万元，2021年190.08万元，不低于20%（须达到190.08万元）。',
      [lent(2018, '100', '10'), lent(2021, '190.08')],
      { disputed: [rival('2018-1', 2018)] },
    ],
    [
      'not_met',
      '2018年100至110万元，2021年172.799999万元，低于20%：须达到190.08万元，还差17.280001万元。',
      [lent(2018, '100', '10'), lent(2021, '172.799999')],
      { disputed: [rival('2018-1', 2018)] },
    ],
    [
      'undetermined',
      '须年均增长20%以上；“贷款”2018年度报告第2行与二市（999902）2018年度报告第9行是同一项，跨主体重复，须有核查结论确认或者排除。',
      [lent(2018, '100'), lent(2021, '300')],
      { disputed: [rival('2018-0', 2018)] },
    ],
  ])('is %s: %s', (outcome, reason, reports, more) => {
    expect(judged(reports, more)).toMatchObject({ outcome, reason });
  });

  it('is open where another source states the base that is in dispute', () => {
    const stated = stating(figure('loans', 2018, '100'));
    const reports = [lent(2018, '90', '10'), lent(2021, '300'), stated];
    expect(over(reports).outcome).toBe('met');
    expect(over(reports, rival('2018-1', 2018)).outcome).toBe('undetermined');
    expect(over(reports, rival('2018-1', 2018)).reason).toContain('须有核查结论确认或者排除');
    expect(over(reports, rival('none', 2018)).outcome).toBe('met');
  });

  it('says in English how far it is told', () => {
    const reports = [lent(2018, '100', '10'), lent(2021, '190.08')];
    expect(over(reports, rival('2018-1', 2018)).reasonEn).toBe(
      'Met: the final value against 190.08 万元.',
    );
  });
});

describe('a declared growth', () => {
  it('is that of the figures stated, whatever the ledgers say', () => {
    const stated = stating(figure('loans', 2018, '100'), figure('loans', 2021, '172.8'));
    const declared = judged([stated, lent(2018, '1'), lent(2021, '1')], { basis: 'declared' });
    expect(declared).toMatchObject({ outcome: 'met', declared: '172.8', derived: '1' });
    expect(judged([lent(2018, '1'), lent(2021, '9')], { basis: 'declared' })).toMatchObject({
      ...{ outcome: 'undetermined', declared: null, derived: '9', difference: null },
    });
  });

  it.each([
    ['100', '105', 'within-5'],
    ['100', '95', 'within-5'],
    ['100', '105.000001', 'within-10'],
    ['100', '110', 'within-10'],
    ['100', '90', 'within-10'],
    ['100', '110.000001', 'more'],
    ['100', '89.999999', 'more'],
    ['0', '0', 'within-5'],
    ['0', '0.000001', 'more'],
  ])('stands beside %s derived: %s is %s', (derived, declared, difference) => {
    const stated = stating(figure('loans', 2021, declared));
    expect(judged([lent(2021, derived), stated])).toMatchObject({ declared, derived, difference });
  });
});

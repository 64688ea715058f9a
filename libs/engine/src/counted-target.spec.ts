import {
  belongsToOneWhere,
  datedBetween,
  datedByYearEnd,
  growsFaster,
  hasAtLeast,
  inForceInPeriod,
  isOneOf,
  isTrue,
  type ConditionOn,
} from './condition.js';
import { evaluate, type EvaluationInput } from './evaluate.js';
import type { CellValue } from './ledger.js';
import type { Finding } from './finding.js';
import { countOf, eachOf, figureOf, growthOf, sumOf, type Measure } from './measure.js';
import type { Plan } from './plan.js';
import {
  clause,
  figure,
  firms,
  loans,
  method,
  patents,
  report,
  small,
  wanYuan,
} from './programme-on-trial.js';
import { byReading, type Reading } from './reading.js';
import type { ReportContent } from './report-content.js';
import { atLeast, qualitative, evidence, target, type Target } from './target.js';

const head = { id: 't', name: '企业数', nameEn: 'Firms', clause };
const big = isTrue<'big'>('big');
const two = atLeast('2', '家');
const counting = target({ ...head, measure: countOf(firms, [big]), threshold: two });

type Cells = Readonly<Record<string, CellValue>>;
const firm = (name: string, more: Cells = {}): Cells => ({ name, big: true, ...more });
const firmsIn = (year: number, ...rows: readonly Cells[]) =>
  report(`${year % 10}`, year, { firms: rows });

function judged(
  of: Target,
  reports: readonly ReportContent[],
  more: Partial<EvaluationInput> = {},
  readings: readonly Reading[] = small.readings,
) {
  const programme = { ...small, readings, targets: [of] };
  const subject = { code: '999901', name: '一市' };
  const document = evaluate(programme, {
    subject,
    year: 2021,
    basis: 'evidence',
    reports,
    ...more,
  });
  const [verdict] = document.targets;
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

type OnFirm = ConditionOn<typeof firms.columns>;
const of = (condition: OnFirm) =>
  target({ ...head, measure: countOf(firms, [condition]), threshold: two });
const [甲, 乙, 丙] = [firm('甲'), firm('乙'), firm('丙')];
const open = firm('丁', { big: null });

describe('two firms asked for', () => {
  it.each<[string, readonly ReportContent[], string, string]>([
    ['met', [firmsIn(2021, 甲, 乙)], '2家，恰好达到2家。', 'Met: 2 against 2 家 (0).'],
    ['met', [firmsIn(2021, 甲, 乙, 丙)], '3家，不低于2家，超出1家。', 'Met: 3 against 2 家 (1).'],
    ['not_met', [firmsIn(2021, 甲)], '1家，低于2家，还差1家。', 'Not met: 1 against 2 家 (-1).'],
    [
      'undetermined',
      [firmsIn(2021, 甲, open)],
      '可确认1家，至多2家，须不低于2家；“企业”有1行的“规模以上”缺少或无法确定。',
      'Cannot be judged: between 1 and 2 against 2 家.',
    ],
    [
      'met',
      [firmsIn(2021, 甲, 乙, open)],
      '可确认2家，至多3家，已达到2家。',
      'Met: between 2 and 3 against 2 家.',
    ],
    [
      'not_met',
      [firmsIn(2021, open)],
      '可确认0家，至多1家，低于2家。',
      'Not met: between 0 and 1 against 2 家.',
    ],
    [
      'undetermined',
      [report('a', 2019, {}), report('b', 2020, {})],
      '可确认0家，上限不明，须不低于2家；2019、2020年度报告没有“企业”表，请补报；确实没有的，在该表填“无”。',
      'Cannot be judged: between 0 and unknown against 2 家.',
    ],
    [
      'undetermined',
      [],
      '可确认0家，上限不明，须不低于2家；没有2021年度的报告。',
      'Cannot be judged: between 0 and unknown against 2 家.',
    ],
  ])('are %s: %j', (outcome, reports, reason, reasonEn) => {
    expect(judged(counting, reports)).toMatchObject({ outcome, reason, reasonEn });
  });

  it.each<[OnFirm, readonly Cells[], string]>([
    [
      isOneOf('kind', ['企业'], ['其他', '别的']),
      [firm('甲', { kind: '其他' }), firm('乙', { kind: '企业' })],
      '“企业”有1行的“类型”为“其他”“别的”，无法归类。',
    ],
    [isOneOf('kind', ['企业']), [甲, 乙], '“企业”有2行的“类型”缺少或无法确定。'],
    [
      inForceInPeriod('from', 'until'),
      [firm('甲', { from: '2018-01-01' }), firm('乙', { from: '2019-01-01' })],
      '“企业”有1行的“截止日期”缺少或无法确定。',
    ],
    [
      datedBetween('from', '2019-01-01', '2020-01-01'),
      [甲, 乙],
      '“企业”有2行的“起始日期”缺少或无法确定。',
    ],
    [
      growsFaster('revenue', 'before', 'local-growth'),
      [甲, 乙],
      '“企业”有2行的“营业收入（万元）”、“上年营业收入（万元）”或“年度数据”中的当地平均增幅缺少或无法确定。',
    ],
    [
      hasAtLeast(1, '授权专利', patents, [isTrue('granted')]),
      [甲, 乙],
      '“企业”有2行的“专利”中的授权专利无法确定，请核对“已授权”。',
    ],
    [
      hasAtLeast(1, '专利', patents, [
        {
          kind: 'by-reading',
          reading: 'method',
          choices: { compound: [isTrue('granted')], simple: [], arithmetic: [] },
        },
      ]),
      [甲, 乙],
      '“企业”有2行的“专利”中的专利无法确定，请核对“已授权”。',
    ],
  ])('are open by %j for what the sentence names', (condition, rows, words) => {
    const owned = report('p', 2021, { patents: [{ number: '1', owner: '甲', granted: null }] });
    const { outcome, reason } = judged(of(condition), [firmsIn(2021, ...rows), owned]);
    expect([outcome, reason.slice(reason.indexOf('；') + 1)]).toEqual(['undetermined', words]);
  });

  it('are open for what they belong to, and for things that rows do not name', () => {
    const owned = ['1', '2'].map((number) => ({ number, owner: '甲' }));
    const above = countOf(patents, [belongsToOneWhere([big])]);
    const reports = [report('p', 2021, { patents: owned })];
    expect(judged(target({ ...head, measure: above, threshold: two }), reports).reason).toContain(
      '；“专利”有2行的所属项缺少或无法确定。',
    );
    const contracts = countOf(loans, [], { distinctBy: 'contract' });
    const loan = (number: string, contract: string | null) => ({ number, bank: '行', contract });
    const lent = (...rows: readonly ReturnType<typeof loan>[]) =>
      judged(target({ ...head, measure: contracts, threshold: two }), [
        report('l', 2021, { loans: rows }),
      ]).reason;
    expect(lent(loan('1', 'C'), loan('2', null), loan('3', null))).toBe(
      '可确认1家，至多3家，须不低于2家；“贷款”有2行未填“合同号”。',
    );
  });

  it('name the year of rows that leave a growth open', () => {
    const dated = growthOf(sumOf(loans, 'sum', [datedByYearEnd('on')]), [], method);
    const row = (number: string, on: string | null, sum: string) => ({
      ...{ number, on, bank: '行', sum: wanYuan(sum) },
    });
    const reports = [2018, 2020, 2021].map((year) =>
      report('l', year, { loans: [row('1', '2018-01-01', '1'), row('2', null, '2')] }),
    );
    expect(
      judged(target({ ...head, measure: dated, threshold: atLeast('20', '%') }), reports).reason,
    ).toBe(
      '2018年1至3万元，2021年1至3万元，须达到5.184万元方为年均20%；2018年“贷款”有1行的“日期”缺少或无法确定；2021年“贷款”有1行的“日期”缺少或无法确定。',
    );
  });
});

describe('a figure that no ledger proves', () => {
  const stated = (code: string, ...reports: readonly ReportContent[]) =>
    judged(target({ ...head, measure: figureOf(code), threshold: atLeast('5', '万元') }), reports);

  it('is held against what is asked for', () => {
    const line = report('p', 2021, {}, [figure('loans', 2021, '4.5')]);
    expect(stated('loans', line).reason).toBe('4.5万元，低于5万元，还差0.5万元。');
    expect(stated('loans')).toMatchObject({
      reason: '没有可核算的数，须不低于5万元；缺2021年的“贷款金额”，请在“年度数据”表补填。',
      reasonEn: 'Cannot be judged: no figure to hold against 5 万元.',
    });
    expect(stated('nameless').reason).toContain('缺2021年的“nameless”');
  });
});

describe('what each of several must reach', () => {
  const each = (...measures: readonly Measure[]) =>
    target({ ...head, measure: eachOf(...measures), threshold: two });

  it.each<[string, readonly Cells[], string]>([
    ['met', [甲, 乙], '2家，恰好达到2家。'],
    ['met', [甲, 乙, open], '可确认2家，至多3家，已达到2家。'],
    [
      'undetermined',
      [甲, open],
      '可确认1家，至多2家，须不低于2家；“企业”有1行的“规模以上”缺少或无法确定。',
    ],
    ['not_met', [甲], '1家，低于2家，还差1家。'],
  ])('is %s by what falls short, else by the first of them', (outcome, rows, reason) => {
    const both = each(countOf(firms, [big]), countOf(firms));
    expect(judged(both, [firmsIn(2021, ...rows)])).toMatchObject({ outcome, reason });
  });

  it('shows what is open beside what is met', () => {
    const both = each(countOf(firms), countOf(firms, [big]));
    const { range, reason } = judged(both, [firmsIn(2021, 甲, open)]);
    expect([range, reason]).toEqual([
      ['1', '2'],
      '可确认1家，至多2家，须不低于2家；“企业”有1行的“规模以上”缺少或无法确定。',
    ]);
    expect(() => judged(each(), [])).toThrow('nothing to judge each of');
  });

  it('is not met where one is not, whatever is open', () => {
    const reports = [firmsIn(2021, 甲, open), report('l', 2021, { loans: [] })];
    const { outcome, value, reason } = judged(each(countOf(firms, [big]), countOf(loans)), reports);
    expect([outcome, value, reason]).toEqual(['not_met', '0', '0家，低于2家，还差2家。']);
  });

  it('awaits a reviewer where the base of any part is the subject’s own word', () => {
    const growth = growthOf(sumOf(loans, 'sum'), ['loans'], method);
    const line = report('p', 2021, { loans: [] }, [figure('loans', 2018, '1')]);
    const parts = target({
      ...{ ...head, threshold: atLeast('20', '%') },
      measure: eachOf(growthOf(countOf(loans), [], method), growth),
    });
    expect(judged(parts, [line]).awaiting.map(({ on }) => on)).toEqual(['base']);
  });
});

describe('a target that may be met in two ways', () => {
  const either = target({
    ...head,
    eitherOf: [
      { measure: countOf(firms, [big]), threshold: two },
      { measure: countOf(firms), threshold: atLeast('3', '家') },
    ],
  });

  it('shows the one that it is met by', () => {
    const others = ['乙', '丙'].map((name) => firm(name, { big: false }));
    const verdict = judged(either, [firmsIn(2021, 甲, ...others)]);
    expect(verdict).toMatchObject({
      outcome: 'met',
      value: '3',
      threshold: '3',
      reason: '3家，恰好达到3家。',
    });
    expect(verdict.trace).toMatchObject({ kind: 'either', tests: [{}, {}] });
  });

  it('counts each row that failed a check, or is set aside, once for both', () => {
    const rows = { rows: [甲, firm('乙')], rejected: 2 };
    const rowFindings = [
      { ledger: 'firms', item: '乙', year: 2021, outcome: 'excluded', reason: '不实' } as const,
    ];
    expect(judged(either, [report('a', 2021, { firms: rows })], { rowFindings })).toMatchObject({
      ...{ rejectedRows: 2, excludedRows: 1, correctionCouldChange: true },
      reason:
        '1家，低于2家，还差1家；另有2行因填写错误不作证据，改正后可能改变结论；“企业”2021年度报告第3行经核查不予采信，不作证据：不实。',
    });
  });
});

describe('a shortfall that the document lets be excused', () => {
  it('needs an approval', () => {
    const lenient = target({
      ...head,
      shortfall: 'undetermined',
      measure: countOf(firms),
      threshold: two,
    });
    expect(judged(lenient, [firmsIn(2021, 甲)])).toMatchObject({
      ...{ outcome: 'undetermined', value: '1' },
      reason: '1家，低于2家，还差1家；条款允许适当放宽，须有批准文号方可认定。',
    });
    expect(judged(lenient, [firmsIn(2021, 甲, 乙)]).reason).toBe('2家，恰好达到2家。');
    expect(judged(lenient, []).reason).not.toContain('适当放宽');
  });
});

describe('rows that failed a check', () => {
  const failed = (rejected: number, ...rows: readonly Cells[]) =>
    judged(counting, [report('a', 2021, { firms: { rows, rejected } })]);

  it('are told of, and whether they could change the outcome', () => {
    expect(failed(1, 甲).reason).toContain('；另有1行因填写错误不作证据，改正后可能改变结论。');
    expect(failed(1).reason).toContain('；另有1行因填写错误不作证据，改正后不会改变结论。');
    expect(
      [failed(1, 甲), failed(1), failed(0, 甲)].map((each) => each.correctionCouldChange),
    ).toEqual([true, false, false]);
  });
});

describe('rows set aside', () => {
  const by = { code: '999902', name: '二市' };
  const rows = ['甲', '乙', '丙', '丁', '戊'].map((name) => firm(name));

  it('are named up to three for each reason', () => {
    const rowFindings = ['甲', '乙', '丙', '丁'].map((item) => ({
      ...{ ledger: 'firms', item, year: 2021, outcome: 'excluded' as const },
      reason: item === '甲' ? '已注销' : '不实',
    }));
    const { reason, excludedRows } = judged(counting, [firmsIn(2021, ...rows)], { rowFindings });
    expect([excludedRows, reason]).toEqual([
      4,
      '1家，低于2家，还差1家；“企业”2021年度报告第2行经核查不予采信，不作证据：已注销；“企业”2021年度报告第3行、2021年度报告第4行、2021年度报告第5行经核查不予采信，不作证据：不实。',
    ]);
  });

  it('are counted where there are more', () => {
    const disputed = ['甲', '乙', '丙', '丁'].map((name, index) => ({
      ...{
        ledger: 'firms',
        claim: JSON.stringify({ name }),
        by,
        year: 2020,
        file: 'f',
        row: index,
      },
    }));
    expect(judged(counting, [firmsIn(2021, ...rows)], { disputed }).reason).toBe(
      '可确认1家，至多5家，须不低于2家；' +
        '“企业”2021年度报告第2行与二市（999902）2020年度报告第0行是同一项、' +
        '“企业”2021年度报告第3行与二市（999902）2020年度报告第1行是同一项、' +
        '“企业”2021年度报告第4行与二市（999902）2020年度报告第2行是同一项等4处，' +
        '跨主体重复，须有核查结论确认或者排除。',
    );
  });
});

describe('another reading', () => {
  const [simple, arithmetic] = [countOf(firms, [big]), countOf(loans)];
  const chosen = (other: Measure) =>
    target({
      ...{ ...head, threshold: two },
      measure: byReading(method, { compound: countOf(firms), simple, arithmetic: other }),
    });
  const given = [firmsIn(2021, 甲, 乙, open)];
  const beside = (value: string, other: Measure = arithmetic) => {
    const verdict = judged(chosen(other), given, {}, [{ ...method, beside: value }]);
    return [verdict.beside, verdict.reason];
  };

  it('is shown beside the adopted one where that is asked', () => {
    const head = { reading: 'method' };
    expect(beside('simple')).toEqual([
      [{ ...head, value: 'simple', figure: ['2', '3'] }],
      '3家，不低于2家，超出1家；简单平均至少2家，至多3家。',
    ]);
    expect(beside('arithmetic')).toEqual([
      [{ ...head, value: 'arithmetic', figure: ['0', null] }],
      '3家，不低于2家，超出1家；算术平均至少0家。',
    ]);
    expect(beside('arithmetic', figureOf('loans'))).toEqual([
      [{ ...head, value: 'arithmetic', figure: null }],
      '3家，不低于2家，超出1家；算术平均不明。',
    ]);
    expect(beside('arithmetic', countOf(firms, [isOneOf('name', ['甲'])]))).toEqual([
      [{ ...head, value: 'arithmetic', figure: '1' }],
      '3家，不低于2家，超出1家；算术平均为1家。',
    ]);
    expect(beside('compound')[0]).toBeUndefined();
  });

  it('is named where it would come out otherwise', () => {
    expect(judged(chosen(arithmetic), given).readingSensitive).toEqual([
      { reading: 'method', value: 'arithmetic', outcome: 'undetermined' },
    ]);
    const switched = judged(chosen(arithmetic), given, { readings: { method: 'arithmetic' } });
    expect(switched.readingSensitive.map(({ value }) => value)).toEqual(['compound', 'simple']);
    expect(judged(counting, given).readingSensitive).toEqual([]);
  });
});

describe('what a reviewer finds', () => {
  const found = (on: string, outcome: Finding['outcome'], document?: string): Finding => ({
    ...{ target: 't', on, year: 2021, outcome, reason: `${on}的理由` },
    ...(document !== undefined && { document }),
  });
  const real = { id: 'real', what: '属实' };
  const confirming = target({
    ...head,
    measure: countOf(firms),
    threshold: two,
    confirmations: [real],
  });
  const met = [firmsIn(2021, 甲, 乙)];
  const after = (...findings: readonly Finding[]) => {
    const { outcome, overall, awaiting } = judged(confirming, met, { findings });
    return [outcome, overall, awaiting.length];
  };

  it('confirms or refuses what no ledger proves', () => {
    expect(after()).toEqual(['met', 'undetermined', 1]);
    expect(after(found('real', 'met'))).toEqual(['met', 'met', 0]);
    expect(after(found('real', 'not_met'))).toEqual(['met', 'not_met', 0]);
    expect(after(found('real', 'not_applicable'))).toEqual(['met', 'undetermined', 1]);
    expect(after(found('real', 'not_applicable', '文1号'))).toEqual(['met', 'met', 0]);
    expect(after(found('other', 'met'))).toEqual(['met', 'undetermined', 1]);
    expect(after({ ...found('real', 'met'), year: 2020 })).toEqual(['met', 'undetermined', 1]);
    expect(after({ ...found('real', 'met'), target: 'u' })).toEqual(['met', 'undetermined', 1]);
  });

  it('takes a target away only with a document', () => {
    expect(after(found('t', 'not_applicable'))).toEqual(['met', 'undetermined', 1]);
    expect(after(found('t', 'met', '文1号'))).toEqual(['met', 'undetermined', 1]);
    const findings = [found('t', 'not_applicable', '文1号')];
    expect(judged(confirming, met, { findings })).toMatchObject({
      ...{ outcome: 'not_applicable', overall: 'not_applicable', awaiting: [] },
      ...{ reason: '不适用：t的理由（文1号）。', reasonEn: 'Not applicable (文1号).' },
    });
    const notApplicable = { document: '方案2号', reason: '辖区内没有' };
    const plan = { document: '方案', bases: {}, targets: { t: { milestones: {}, notApplicable } } };
    expect(judged(confirming, met, { plan }).reason).toBe('不适用：辖区内没有（方案2号）。');
  });

  const aspects = [
    { id: 'a', what: '水平提升' },
    { id: 'b', what: '能力提升' },
  ];
  const decided = qualitative({ ...head, aspects });
  const saying = (...findings: readonly Finding[]) => {
    const { outcome, reason, reasonEn } = judged(decided, [], { findings });
    return [outcome, reason, reasonEn];
  };

  it('decides a target of several aspects, each of which needs a finding', () => {
    expect(saying()).toEqual([
      'undetermined',
      '“水平提升”“能力提升”尚无核查结论。',
      'No finding yet.',
    ]);
    expect(saying(found('a', 'met'))).toEqual([
      'undetermined',
      '“水平提升”核查结论为达标：a的理由；“能力提升”尚无核查结论。',
      'No finding yet.',
    ]);
    expect(saying(found('a', 'met'), found('b', 'met'))).toEqual([
      'met',
      '“水平提升”核查结论为达标：a的理由；“能力提升”核查结论为达标：b的理由。',
      'Met.',
    ]);
    expect(saying(found('a', 'not_met'))[0]).toBe('not_met');
    expect(saying(found('a', 'met'), found('b', 'not_applicable'))[0]).toBe('undetermined');
    expect(saying(found('a', 'met'), found('b', 'not_applicable', '文1号'))[0]).toBe('met');
    expect(saying(found('c', 'met'))[1]).toContain('“c”核查结论为达标');
  });

  it('takes away a target of several aspects where it takes away each', () => {
    const both = [found('a', 'not_applicable', '文1号'), found('b', 'not_applicable', '文2号')];
    expect(saying(...both)).toEqual([
      'not_applicable',
      '不适用：a的理由（文1号）。',
      'Not applicable (文1号).',
    ]);
    expect(saying(found('t', 'not_applicable', '文3号'))[0]).toBe('not_applicable');
  });

  it('may need a row as evidence', () => {
    const proven = (needed: boolean) =>
      qualitative({
        ...head,
        aspects: aspects.slice(0, 1),
        evidence: evidence(firms, { conditions: [big], needed }),
      });
    const of = (needed: boolean, rows: readonly Cells[], rejected = 0) => {
      const findings = [found('a', 'met')];
      const reports = [report('a', 2021, { firms: { rows, rejected } })];
      const { outcome, reason, correctionCouldChange, rejectedRows } = judged(
        proven(needed),
        reports,
        { findings },
      );
      return [
        outcome,
        reason.includes('；“企业”表中没有可作证据的行。'),
        rejectedRows,
        correctionCouldChange,
      ];
    };
    expect(of(true, [甲])).toEqual(['met', false, 0, false]);
    expect(of(true, [firm('乙', { big: false })])).toEqual(['undetermined', true, 0, false]);
    expect(of(true, [], 2)).toEqual(['undetermined', true, 2, true]);
    expect(of(true, [甲], 2)).toEqual(['met', false, 2, false]);
    expect(of(false, [], 2)).toEqual(['met', false, 2, false]);
  });

  it('shows as evidence the rows of the year where they are of a year', () => {
    const shown = qualitative({ ...head, aspects, evidence: evidence(loans) });
    const lent = (year: number) => report('l', year, { loans: [{ number: '1', bank: '行' }] });
    const rows = judged(shown, [lent(2020), lent(2021)]).trace['evidence'];
    expect(rows).toMatchObject({ sheet: '贷款', counted: [{ year: 2021, count: 1, rows: '2' }] });
    expect(judged(decided, []).trace['evidence']).toBeNull();
  });
});

describe('a plan', () => {
  const approved = (document: string | undefined, threshold: bigint) => ({
    ...{ threshold, milestones: {} },
    ...(document !== undefined && { approval: { document } }),
  });
  const planned = (document: string, t: object, earlier?: Plan): Plan => ({
    ...{ document, bases: {}, targets: { t: { milestones: {}, ...t } } },
    ...(earlier && { earlier }),
  });
  const reason = (plan: Plan, year = 2021) =>
    judged(counting, [firmsIn(year, 甲, 乙, 丙)], { plan, year }).reason;

  it('is said beside what the notice asks, and who approved less', () => {
    expect(reason(planned('方案', { threshold: 3n }))).toBe(
      '3家，恰好达到3家；按方案；通知要求2家。',
    );
    expect(reason(planned('方案', approved('同意函', 1n)))).toBe(
      '3家，不低于1家，超出2家；按方案；通知要求2家，由“同意函”批准。',
    );
    expect(reason(planned('方案', { threshold: 1n }))).toBe(
      '3家，不低于2家，超出1家；方案自定的1家低于通知要求且无批准文号，不予采用。',
    );
    const earlier = planned('旧方案', { threshold: 5n });
    expect(reason(planned('方案', approved('同意函', 3n), earlier))).toBe(
      '3家，恰好达到3家；按方案；通知要求2家，原方案“旧方案”为5家，由“同意函”批准。',
    );
    expect(reason(planned('方案', { threshold: 3n }, earlier))).toBe(
      '3家，低于5家，还差2家；按方案；通知要求2家；方案自定的3家低于原方案的5家且无批准文号，不予采用。',
    );
    expect(reason(planned('方案', { milestones: { 2019: 1n } }), 2019)).toContain(
      '；按方案的年度进度；通知要求2家。',
    );
  });
});

import { isTrue } from './condition.js';
import { evaluate, type EvaluationInput } from './evaluate.js';
import type { Finding } from './finding.js';
import { countOf, eachOf, figureOf, growthOf, sumOf } from './measure.js';
import { paceOf } from './pace.js';
import type { Plan } from './plan.js';
import {
  clause,
  figure,
  firms,
  loans,
  method,
  report,
  small,
  wanYuan,
} from './programme-on-trial.js';
import type { Programme } from './programme.js';
import { atLeast, qualitative, target, type Target } from './target.js';
import { whatIf, type Supposition } from './what-if.js';

const head = { name: '', nameEn: '', clause };
const real = { id: 'real', what: '属实' };
const counting = target({
  ...{ id: 'count', ...head, threshold: atLeast('2', '家'), confirmations: [real] },
  measure: countOf(firms, [isTrue('big')]),
});
const growing = target({
  ...{ id: 'growth', ...head, threshold: atLeast('20', '%') },
  measure: growthOf(sumOf(loans, 'sum'), [], method),
});
const judged = qualitative({ id: 'judged', ...head, aspects: [real] });

const firmsIn = (year: number, ...bigs: readonly (boolean | null)[]) =>
  report('a', year, { firms: bigs.map((big, index) => ({ name: `${index}`, big })) });
const lent = (year: number, sum: string) =>
  report('b', year, { loans: [{ number: `${year}`, bank: '行', sum: wanYuan(sum) }] });
const programmeOf = (...targets: readonly Target[]): Programme => ({ ...small, targets });
const assess = (on: Programme, more: Partial<EvaluationInput>) =>
  evaluate(on, {
    ...{ subject: { code: '999901', name: '一市' }, year: 2021, basis: 'evidence', reports: [] },
    ...more,
  });

describe('a supposition', () => {
  const suppose = (of: Target, more: Partial<EvaluationInput>, supposition: Supposition) => {
    const on = programmeOf(of);
    const { targets, gate } = whatIf(on, assess(on, more), supposition);
    const [supposed] = targets;
    if (!supposed) throw new Error('no verdict');
    return { ...supposed, gate };
  };
  const figures = (given: Readonly<Record<string, bigint>>) => ({
    figures: new Map(Object.entries(given)),
  });

  it('offers the figures behind a target, and what the decisive one has to reach', () => {
    const two = target({
      ...{ id: 'two', ...head },
      eitherOf: [
        { measure: eachOf(countOf(firms), figureOf('loans')), threshold: atLeast('2', '家') },
        { measure: figureOf('loans'), threshold: atLeast('7', '万元') },
      ],
    });
    const reports = [report('a', 2021, { firms: [{ name: '甲' }] }, [figure('loans', 2021, '5')])];
    const shown = suppose(two, { reports }, {}).figures;
    expect(shown.map(({ id, value, passes }) => [id, value, passes])).toEqual([
      ['two.0.0', '1', '2'],
      ['two.0.1', '5000000', '2'],
      ['two.1', '5', '7'],
    ]);
    const open = suppose(counting, { reports: [firmsIn(2021, true, null)] }, {}).figures;
    expect(open).toEqual([{ id: 'count.0', year: null, unit: '家', value: null, passes: '2' }]);
  });

  it('offers of a growth whose base is zero what an approval asks, or nothing', () => {
    const reports = [lent(2018, '0'), lent(2021, '1')];
    const substitute = {
      kind: 'absolute',
      document: '函',
      value: 5_000_000n,
      unit: '万元',
    } as const;
    const plan: Plan = {
      ...{ document: '方案', bases: {} },
      targets: { growth: { milestones: {}, substitute } },
    };
    const passes = (more: Partial<EvaluationInput>) =>
      suppose(growing, more, {}).figures.map((each) => each.passes);
    expect(passes({ reports })).toEqual([null, null, null, null]);
    expect(passes({ reports, plan })).toEqual([null, null, null, '5']);
    expect(passes({ reports: [lent(2018, '1')] })).toEqual([null, null, null, '1.728']);
  });

  it('moves what it names, and leaves the rest as it is', () => {
    const reports = [firmsIn(2021, true)];
    const moved = suppose(counting, { reports }, figures({ 'count.0': 2n }));
    expect(moved).toMatchObject({
      ...{ outcome: 'met', overall: 'undetermined', value: '2', margin: '0' },
      ...{ awaiting: [{ on: 'real' }], gate: { quantified: 'eligible', overall: 'undetermined' } },
      figures: [{ id: 'count.0', value: '2', passes: '2' }],
    });
    expect(suppose(counting, { reports }, figures({ 'other.0': 2n }))).toMatchObject({
      ...{ outcome: 'not_met', value: '1' },
    });
    const range = suppose(
      counting,
      { reports: [firmsIn(2021, true, null)] },
      figures({ 'count.0': 2n }),
    );
    expect(range.range).toBeUndefined();
  });

  it('holds what a plan asks, not what the notice does', () => {
    const plan = {
      document: '方案',
      bases: {},
      targets: { count: { milestones: {}, threshold: 3n } },
    };
    const moved = (to: bigint) =>
      suppose(counting, { reports: [firmsIn(2021)], plan }, figures({ 'count.0': to })).outcome;
    expect([moved(2n), moved(3n)]).toEqual(['not_met', 'met']);
  });

  it('confirms what awaits a reviewer, unless one refused it', () => {
    const reports = [firmsIn(2021, true, true)];
    const found = (outcome: Finding['outcome'], of = 'count'): Finding => ({
      ...{ target: of, on: 'real', year: 2021, outcome, reason: '' },
    });
    const all = { confirmed: true };
    expect(suppose(counting, { reports }, all)).toMatchObject({ overall: 'met', awaiting: [] });
    expect(suppose(counting, { reports }, {})).toMatchObject({ overall: 'undetermined' });
    const refused = { reports, findings: [found('not_met')] };
    expect(suppose(counting, refused, all)).toMatchObject({ outcome: 'met', overall: 'not_met' });
    const elsewhere = { reports, findings: [found('not_met', 'other')] };
    expect(suppose(counting, elsewhere, all)).toMatchObject({ overall: 'met' });
    const moved = { ...all, ...figures({ 'count.0': 1n }) };
    expect(suppose(counting, { reports }, moved)).toMatchObject({
      overall: 'not_met',
      awaiting: [],
    });
  });

  it('leaves what does not apply as it is', () => {
    const notApplicable = { document: '文1号', reason: '没有' };
    const plan = {
      document: '方案',
      bases: {},
      targets: { count: { milestones: {}, notApplicable } },
    };
    const given = { reports: [firmsIn(2021)], plan };
    const supposition = { ...figures({ 'count.0': 9n }), confirmed: true };
    expect(suppose(counting, given, supposition)).toMatchObject({
      ...{ outcome: 'not_applicable', overall: 'not_applicable', value: '0' },
    });
  });

  it('finds what a reviewer may find', () => {
    const findings = new Map([['judged', 'met' as const]]);
    expect(suppose(judged, {}, { findings })).toMatchObject({
      ...{ outcome: 'met', overall: 'met', figures: [], gate: { overall: 'eligible' } },
    });
    expect(suppose(judged, {}, {})).toMatchObject({ outcome: 'undetermined', figures: [] });
  });

  it('is of a determination of the same programme', () => {
    const on = programmeOf(counting);
    const made = assess(on, {});
    expect(() => whatIf(programmeOf(), made, {})).toThrow('small has no target count');
    expect(() => whatIf({ ...on, gatePolicies: [] }, made, {})).toThrow(
      'small has no gate policy every',
    );
  });
});

describe('the pace', () => {
  const pace = (of: Target, year: number, reports: EvaluationInput['reports'], before?: number) => {
    const on = programmeOf(of);
    const earlier = before === undefined ? undefined : assess(on, { year: before, reports });
    return paceOf(on, assess(on, { year, reports }), earlier).get(of.id);
  };

  it('of a growth goes from its base through the assessed year, and needs no earlier one', () => {
    const reports = [lent(2018, '1'), lent(2019, '1.2')];
    // 1 → 1.2 in a year: 1.6 in the third, 16.96 % a year.
    expect(pace(growing, 2019, reports)).toEqual({
      ...{ from: 2018, to: 2021, value: '16.96', outcome: 'not_met' },
    });
    const twoYears = [lent(2018, '1'), lent(2020, '1.5')];
    expect(pace(growing, 2020, twoYears)).toMatchObject({ value: '20.51', outcome: 'met' });
    expect(pace(growing, 2020, [lent(2018, '1')])).toBeUndefined();
    expect(pace(growing, 2020, [lent(2020, '1')])).toBeUndefined();
    const doubtful = report('b', 2018, { loans: [{ number: '1', bank: '行', sum: wanYuan('1') }] });
    const rival = { ledger: 'loans', claim: '{"number":"1"}', by: { code: '2', name: '' } };
    const on = programmeOf(growing);
    const disputed = [{ ...rival, year: 2018, file: 'f', row: 2 }];
    const made = assess(on, { year: 2020, reports: [doubtful, lent(2020, '1')], disputed });
    expect(paceOf(on, made, undefined).size).toBe(0);
  });

  it('averages the years that are drawn on, where the mean is arithmetic', () => {
    const on = programmeOf(growing);
    const reports = [lent(2018, '1'), lent(2019, '2')];
    const made = assess(on, { year: 2019, reports, readings: { method: 'arithmetic' } });
    // 1, 2, 3, 4: 100 %, 50 % and 33.33 %.
    expect(paceOf(on, made, undefined).get('growth')).toMatchObject({ value: '61.11' });
  });

  it('falls with what falls, never below zero', () => {
    const counts = (first: number, second: number) => {
      const on = programmeOf(counting);
      const made = (year: number, count: number) =>
        assess(on, {
          year,
          reports: [firmsIn(year, ...Array.from({ length: count }, () => true))],
        });
      return paceOf(on, { ...made(2020, second), year: 2020 }, made(2019, first)).get('count');
    };
    // Reports of one year alone: what accumulates is open without the others' sheets.
    expect(counts(5, 4)).toMatchObject({ value: '3', outcome: 'met' });
    expect(counts(5, 3)).toMatchObject({ value: '1', outcome: 'not_met' });
    expect(counts(5, 1)).toMatchObject({ value: '0' });
  });

  it('is drawn for one test alone', () => {
    const either = target({
      ...{ id: 'either', ...head },
      eitherOf: [counting.tests[0], counting.tests[0]],
    });
    const reports = [firmsIn(2019, true), firmsIn(2020, true, true)];
    expect(pace(counting, 2020, reports, 2019)).toMatchObject({ from: 2019, value: '3' });
    expect(pace(either, 2020, reports, 2019)).toBeUndefined();
    const parts = target({
      ...{ id: 'parts', ...head, threshold: atLeast('2', '家') },
      measure: eachOf(countOf(firms)),
    });
    expect(pace(parts, 2020, reports, 2019)).toBeUndefined();
    expect(pace(judged, 2020, reports, 2019)).toBeUndefined();
  });
});

import { isTrue } from './condition.js';
import { engineVersion, evaluate, type EvaluationInput } from './evaluate.js';
import type { Finding } from './finding.js';
import { countOf } from './measure.js';
import { clause, figure, firms, report, small } from './programme-on-trial.js';
import type { RowFinding } from './row-finding.js';
import { atLeast, target } from './target.js';

const counting = target({
  ...{ id: 't', name: '企业数', nameEn: 'Firms', clause, threshold: atLeast('1', '家') },
  measure: countOf(firms, [isTrue('big')]),
});
const programme = { ...small, targets: [counting] };
const subject = { code: '999901', name: '一市' };
const determined = (more: Partial<EvaluationInput> = {}, on = programme) =>
  evaluate(on, { subject, year: 2020, basis: 'evidence', reports: [], ...more });
const firmsIn = (file: string, year: number, ...names: readonly string[]) =>
  report(file, year, { firms: names.map((name) => ({ name, big: true })) });

describe('a determination', () => {
  it('says what it is of, by which rules, and from what', () => {
    const reports = [
      firmsIn('c', 2021),
      firmsIn('b', 2020),
      firmsIn('a', 2020),
      firmsIn('d', 2019),
    ];
    expect(determined({ reports })).toMatchObject({
      ...{ programme: 'small', rulebook: '1', engine: engineVersion, subject, year: 2020 },
      ...{ basis: 'evidence', whatIf: false, readings: { method: 'compound' }, switched: [] },
      inputs: [
        { file: 'd'.repeat(64), year: 2019 },
        { file: 'a'.repeat(64), year: 2020 },
        { file: 'b'.repeat(64), year: 2020 },
      ],
      ...{ plan: null, findings: [], rowFindings: [], disputed: [] },
    });
    const plan = { document: '方案1号', bases: {}, targets: {} };
    expect(determined({ plan }).plan).toBe('方案1号');
  });

  it('is of a year that the programme assesses', () => {
    expect(() => determined({ year: 2018 })).toThrow('small does not assess the year 2018');
  });

  it('is a what-if where a reading is switched, to a value that there is', () => {
    const [method] = small.readings;
    const readings = method ? [method, { ...method, id: 'another' }] : [];
    const two = { ...programme, readings };
    const switched = determined({ readings: { method: 'simple', another: 'compound' } }, two);
    expect(switched).toMatchObject({
      ...{ whatIf: true, switched: ['another', 'method'] },
      readings: { method: 'simple', another: 'compound' },
    });
    expect(() => determined({ readings: { method: 'median' } })).toThrow(
      'small has no reading method=median',
    );
    expect(() => determined({ readings: { none: 'simple' } })).toThrow(
      'small has no reading none=simple',
    );
  });

  it('takes the findings of its year, in order; of several on one thing the last stays last', () => {
    const found = (on: string, year: number, reason: string): Finding => ({
      ...{ target: 't', on, year, outcome: 'met', reason },
    });
    const findings = [
      found('b', 2020, '1'),
      found('a', 2020, '2'),
      found('b', 2020, '3'),
      found('a', 2019, '4'),
      found('a', 2021, '5'),
    ];
    expect(determined({ findings }).findings.map(({ reason }) => reason)).toEqual(['2', '1', '3']);
    const other = { ...found('a', 2020, '0'), target: 's' };
    expect(determined({ findings: [...findings, other] }).findings[0]).toBe(other);
  });

  it('takes row findings and claims up to its year, in order', () => {
    const row = (ledger: string, item: string, year: number): RowFinding => ({
      ...{ ledger, item, year, outcome: 'excluded', reason: '不实' },
    });
    const rowFindings = [
      row('firms', '乙', 2020),
      row('firms', '甲', 2021),
      row('firms', '乙', 2019),
      row('firms', '丙', 2020),
      row('b', '甲', 2019),
    ];
    expect(
      determined({ rowFindings }).rowFindings.map(
        ({ ledger, item, year }) => `${ledger}${item}${year}`,
      ),
    ).toEqual(['b甲2019', 'firms丙2020', 'firms乙2019', 'firms乙2020']);
    const claim = (ledger: string, key: string, code: string, year: number, file: string) => ({
      ...{ ledger, claim: key, by: { code, name: '' }, year, file, row: 2 },
    });
    const ordered = [
      claim('a', 'x', '1', 2019, 'f'),
      claim('firms', 'x', '1', 2019, 'f'),
      claim('firms', 'y', '1', 2019, 'f'),
      claim('firms', 'y', '2', 2019, 'f'),
      claim('firms', 'y', '2', 2020, 'e'),
      claim('firms', 'y', '2', 2020, 'f'),
    ];
    const disputed = [claim('firms', 'x', '1', 2021, 'f'), ...[...ordered].reverse()];
    expect(determined({ disputed }).disputed).toEqual(ordered);
  });

  it('opens the gate by the policy that holds at the end of its year, or by the one given', () => {
    const policy = (id: string, from: string) => ({
      id,
      from,
      clause,
      kind: 'every-target' as const,
    });
    const gatePolicies = [
      policy('first', '2019-01-01'),
      policy('second', '2020-12-31'),
      policy('third', '2021-01-01'),
    ];
    const gate = (more: Partial<EvaluationInput>) =>
      determined(more, { ...programme, gatePolicies }).gate.policy;
    expect([2019, 2020, 2021].map((year) => gate({ year }))).toEqual(['first', 'second', 'third']);
    expect(gate({ policy: policy('own', '2030-01-01') })).toBe('own');
    expect(() => determined({}, { ...programme, gatePolicies: [] })).toThrow(
      'small has no gate policy by 2020-12-31',
    );
  });

  it('names its problems by file, sheet and row', () => {
    const lines = ['1', '2'].map((sum) => figure('loans', 2019, sum));
    const reports = [
      report('b', 2020, { firms: [{ name: '甲' }, { name: '甲' }] }),
      report('a', 2019, { firms: [{ name: '甲' }, { name: '甲' }] }, lines),
    ];
    const problems = determined({ reports, year: 2021 }).problems.map(
      ({ file, sheet, row }) => `${file.charAt(0)} ${sheet ?? '-'} ${row ?? '-'}`,
    );
    expect(problems).toEqual(['a 企业 3', 'a 年度数据 2', 'a 年度数据 3', 'b - -', 'b 企业 3']);
  });

  it('counts its rows by what became of them', () => {
    const rowFindings = [
      { ledger: 'firms', item: '乙', year: 2020, outcome: 'excluded', reason: '不实' } as const,
    ];
    const reports = [firmsIn('a', 2020, '甲', '乙'), firmsIn('b', 2021, '丙')];
    expect(determined({ reports, rowFindings }).rows).toEqual({
      ...{ accepted: 1, rejected: 0, excluded: 1 },
    });
  });
});

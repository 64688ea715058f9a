import {
  evaluate,
  paceOf,
  quantity,
  whatIf,
  type DeterminationDocument,
  type ReportContent,
} from '#engine';
import { findProgramme } from '#rulebook';

const city = findProgramme('2019-city-operation') ?? raise();
const operator = findProgramme('2023-liaoning-platform') ?? raise();

function raise(): never {
  throw new Error('there is none such');
}

const subject = { code: '999901', name: '示例市' };
const trades = (year: number, amount: string): ReportContent => ({
  ...{ file: String(year).repeat(16), year, figures: [], statements: [] },
  ledgers: {
    'trades-and-licences': {
      rows: [{ row: 2, values: { registration: `Z${year}`, type: '转让', amount: steps(amount) } }],
      rejected: 0,
    },
  },
});
const steps = (amount: string) => Number(quantity(amount, '万元'));
const assess = (year: number, ...reports: readonly ReportContent[]): DeterminationDocument =>
  evaluate(city, { subject, year, basis: 'evidence', reports });

const short = assess(2020, trades(2018, '1'), trades(2019, '1.1'), trades(2020, '1.439999'));
const growthIn = ({ targets }: { targets: readonly { id: string; outcome: string }[] }) =>
  targets.find(({ id }) => id === 'trade-licence-growth') ?? raise();

describe('a what-if', () => {
  it('says what the determination says where nothing is supposed', () => {
    for (const programme of [city, operator]) {
      const year = programme.years.at(-1) ?? raise();
      const reports = programme === city ? [trades(2018, '1'), trades(2021, '2')] : [];
      const input = { subject, year, basis: 'evidence' as const, reports };
      const determination = evaluate(programme, input);
      const { targets, gate } = whatIf(programme, determination, {});
      expect(gate).toEqual(determination.gate);
      expect(targets.map(({ figures, ...verdict }) => verdict)).toEqual(determination.targets);
    }
  });

  it('offers every figure behind a growth, and says which value of the last would pass', () => {
    const { figures } = whatIf(city, short, {}).targets.find(
      ({ id }) => id === 'trade-licence-growth',
    ) ?? { figures: [] };
    expect(figures).toEqual([
      { id: 'trade-licence-growth.0.2018', year: 2018, unit: '万元', value: '1', passes: null },
      { id: 'trade-licence-growth.0.2019', year: 2019, unit: '万元', value: '1.1', passes: null },
      {
        ...{ id: 'trade-licence-growth.0.2020', year: 2020, unit: '万元' },
        ...{ value: '1.439999', passes: '1.44' },
      },
    ]);
  });

  it.each([
    ['1.44', 'met', '20.00'],
    ['1.439999', 'not_met', '20.00'],
    ['1.5', 'met', '22.47'],
  ])('judges growth to %s as exactly as an evaluation does: %s', (final, outcome, value) => {
    const moved = new Map([['trade-licence-growth.0.2020', quantity(final, '万元')]]);
    expect(growthIn(whatIf(city, short, { figures: moved }))).toMatchObject({ outcome, value });
  });

  it('opens what has no base once a base is supposed', () => {
    const without = assess(2020, trades(2020, '2'));
    expect(growthIn(without).outcome).toBe('undetermined');
    const moved = new Map([['trade-licence-growth.0.2018', quantity('1', '万元')]]);
    expect(growthIn(whatIf(city, without, { figures: moved })).outcome).toBe('met');
  });

  it('opens the overall gate only when every figure, finding and confirmation is supposed', () => {
    const { targets } = whatIf(city, short, {});
    const figures = new Map(
      targets.flatMap((target) =>
        target.figures.flatMap(({ id, unit, passes }): [string, bigint][] =>
          passes === null
            ? id.endsWith('.2018')
              ? [[id, 1n]]
              : []
            : [[id, quantity(passes, unit)]],
        ),
      ),
    );
    for (const { figures: own } of targets)
      for (const { id, unit, year } of own)
        if (!figures.has(id) || year === 2020) figures.set(id, quantity('3000000', unit));
    const qualitative = short.targets.filter(({ kind }) => kind === 'qualitative');
    const findings = new Map(qualitative.map(({ id }) => [id, 'met' as const]));
    expect(whatIf(city, short, { figures }).gate).toMatchObject({
      ...{ quantified: 'eligible', overall: 'undetermined' },
    });
    expect(whatIf(city, short, { figures, findings, confirmed: true }).gate).toMatchObject({
      ...{ quantified: 'eligible', overall: 'eligible' },
    });
  });
});

describe('the pace', () => {
  it('draws growth on from its base, and judges the end as exactly', () => {
    const pace = paceOf(city, short, undefined).get('trade-licence-growth');
    // 1 → 1.439999 in two years: 1.659998 after three, 18.4 % a year.
    expect(pace).toEqual({ from: 2018, to: 2021, value: '18.40', outcome: 'not_met' });
  });

  it('is not told in the last year', () => {
    const last = assess(2021, trades(2018, '1'), trades(2021, '2'));
    expect(paceOf(city, last, undefined).size).toBe(0);
  });
});

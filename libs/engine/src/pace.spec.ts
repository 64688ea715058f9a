import {
  evaluate,
  paceOf,
  type DeterminationDocument,
  type Pace,
  type ReportContent,
} from '#engine';
import { findProgramme } from '#rulebook';

const city = findProgramme('2019-city-operation') ?? raise();
const target = 'certified-units';

function raise(): never {
  throw new Error('there is none such');
}

/** So many certified units newly reported in a year; the last without a date is in doubt. */
function certified(year: number, count: number, doubtful = false): ReportContent {
  const rows = Array.from({ length: count }, (_, index) => ({
    row: index + 2,
    values: {
      ...{ creditCode: `${year}-${index}`, type: '企业', standard: 'GB/T 29490' },
      ...{ validUntil: '2022-12-31' },
      ...(doubtful && index === count - 1 ? {} : { certifiedOn: '2019-01-01' }),
    },
  }));
  return {
    ...{ file: String(year).repeat(16), year, figures: [], statements: [] },
    ledgers: { [target]: { rows, rejected: 0 } },
  };
}

const assess = (year: number, ...reports: readonly ReportContent[]): DeterminationDocument =>
  evaluate(city, { subject: { code: '999901', name: '示例市' }, year, basis: 'evidence', reports });
const paceFrom = (earlier: DeterminationDocument | undefined, now: DeterminationDocument) =>
  paceOf(city, now, earlier).get(target);

const in2019 = (count: number) => assess(2019, certified(2019, count));
const in2020 = (first: number, second: number) =>
  assess(2020, certified(2019, first), certified(2020, second));

describe('the pace of what is counted', () => {
  const to2021 = (value: string, outcome: Pace['outcome']): Pace => ({
    ...{ from: 2019, to: 2021 },
    ...{ value, outcome },
  });

  it('is a straight line from the earlier year through this one', () => {
    expect(paceFrom(in2019(10), in2020(10, 20))).toEqual(to2021('50', 'not_met'));
    expect(paceFrom(in2019(10), in2020(10, 45))).toEqual(to2021('100', 'met'));
    expect(paceFrom(in2019(10), in2020(10, 44))).toEqual(to2021('98', 'not_met'));
  });

  it('goes on over more than one year', () => {
    const from2018 = { ...in2019(10), year: 2018 };
    expect(paceFrom(from2018, in2020(10, 20))).toEqual({ ...to2021('40', 'not_met'), from: 2018 });
    expect(paceFrom(from2018, in2020(10, 21))).toEqual({ ...to2021('41', 'not_met'), from: 2018 });
  });

  it('does not fall below zero', () => {
    expect(paceFrom(in2019(30), in2020(0, 10))).toEqual(to2021('0', 'not_met'));
  });

  it('needs an earlier year in which the target was counted', () => {
    const now = in2020(10, 20);
    expect(paceFrom(undefined, now)).toBeUndefined();
    const uncounted = (more: object) => ({
      ...in2019(10),
      targets: in2019(10).targets.map((each) => ({ ...each, ...(each.id === target && more) })),
    });
    for (const more of [{ id: 'another' }, { value: null }, { unit: '件' }])
      expect(paceFrom(uncounted(more), now)).toBeUndefined();
  });

  it('is not drawn to or from a number that is in doubt', () => {
    expect(
      paceFrom(in2019(10), assess(2020, certified(2019, 10), certified(2020, 5, true))),
    ).toBeUndefined();
    expect(paceFrom(assess(2019, certified(2019, 10, true)), in2020(10, 20))).toBeUndefined();
  });

  it('is told of measured targets alone, and not once the period is over', () => {
    const measured = city.targets.filter(({ kind }) => kind === 'measured').map(({ id }) => id);
    const told = [...paceOf(city, in2020(10, 20), in2019(10)).keys()];
    expect(told).toContain(target);
    expect(measured).toEqual(expect.arrayContaining(told));
    expect(paceOf(city, assess(2021, certified(2021, 20)), in2020(10, 20)).size).toBe(0);
  });
});

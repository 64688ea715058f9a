import { isDue, thresholdInForce, type ThresholdInForce } from './threshold.js';
import type { MeasuredTarget } from './target.js';
import type { Plan } from './plan.js';
import { findProgramme } from '#rulebook';

const city = findProgramme('2019-city-operation') ?? raise();
/** The notice asks 100 of them, due in 2021. */
const counted = measured('certified-units');
const growth = measured('trade-licence-growth');

function raise(): never {
  throw new Error('there is none such');
}

function measured(wanted: string): MeasuredTarget {
  const target = city.targets.find(({ id }) => id === wanted);
  return target?.kind === 'measured' ? target : raise();
}

type Planned = Partial<Plan['targets'][string]>;

/** A plan of the counted target, and the one that it amends. */
function plan(document: string, planned: Planned, earlier?: Plan): Plan {
  const targets = { [counted.id]: { milestones: {}, ...planned } };
  return { document, bases: {}, targets, ...(earlier && { earlier }) };
}

const approval = { document: '同意函1号' };
const first = (planned: Planned) => plan('方案', planned);
const asked = (planned: Plan | undefined, year = 2021) =>
  thresholdInForce(city, counted, planned, year);

const ofNotice: ThresholdInForce = {
  threshold: { value: 100n, unit: '家' },
  ...{ from: 'notice', due: true },
  ...{ notice: null, earlier: null, approval: null, refused: null },
};
const ofPlan = (value: bigint, more: Partial<ThresholdInForce> = {}): ThresholdInForce => ({
  ...{ ...ofNotice, threshold: { value, unit: '家' }, from: 'plan', notice: 100n },
  ...more,
});
const ofMilestone = (value: bigint, more: Partial<ThresholdInForce> = {}) =>
  ofPlan(value, { from: 'milestone', ...more });

describe('what is due', () => {
  it('is growth in every year, and all else in the last', () => {
    const years = (target: MeasuredTarget) =>
      [2019, 2020, 2021].map((year) => isDue(city, target, year));
    expect(years(growth)).toEqual([true, true, true]);
    expect(years(counted)).toEqual([false, false, true]);
  });

  it('is no judged target before the last year', () => {
    const judged = city.targets.find(({ kind }) => kind !== 'measured') ?? raise();
    expect([isDue(city, judged, 2020), isDue(city, judged, 2021)]).toEqual([false, true]);
  });
});

describe('the threshold of a plan', () => {
  it('is that of the notice where there is no plan, or it says nothing else', () => {
    expect(asked(undefined)).toEqual(ofNotice);
    expect(asked(first({}))).toEqual(ofNotice);
    expect(asked(first({ threshold: 100n }))).toEqual(ofNotice);
    expect(asked({ document: '方案', bases: {}, targets: {} })).toEqual(ofNotice);
  });

  it('decides where it asks more, and less only by an approval', () => {
    expect(asked(first({ threshold: 120n }))).toEqual(ofPlan(120n));
    expect(asked(first({ threshold: 120n, approval }))).toEqual(ofPlan(120n));
    expect(asked(first({ threshold: 80n, approval }))).toEqual(
      ofPlan(80n, { approval: '同意函1号' }),
    );
    expect(asked(first({ threshold: 80n }))).toEqual({ ...ofNotice, refused: 80n });
  });

  it('stays what it was when a plan amends another and is silent, or says the same', () => {
    const before = first({ threshold: 80n, approval });
    for (const planned of [{}, { threshold: 80n }])
      expect(asked(plan('新方案', planned, before))).toEqual(
        ofPlan(80n, { approval: '同意函1号' }),
      );
  });

  it('keeps the approval of one below the notice while it rises, and not beyond', () => {
    const before = first({ threshold: 80n, approval });
    const earlier = { value: 80n, document: '方案' };
    expect(asked(plan('新方案', { threshold: 90n }, before))).toEqual(
      ofPlan(90n, { earlier, approval: '同意函1号' }),
    );
    for (const threshold of [100n, 110n])
      expect(asked(plan('新方案', { threshold }, before))).toEqual(ofPlan(threshold, { earlier }));
  });

  it('is lowered against the earlier plan only by an approval of its own', () => {
    const before = first({ threshold: 120n });
    const earlier = { value: 120n, document: '方案' };
    expect(asked(plan('新方案', { threshold: 110n }, before))).toEqual(
      ofPlan(120n, { refused: 110n }),
    );
    expect(asked(plan('新方案', { threshold: 110n, approval }, before))).toEqual(
      ofPlan(110n, { earlier, approval: '同意函1号' }),
    );
  });

  it('has no earlier plan to name where that asked nothing else', () => {
    expect(asked(plan('新方案', { threshold: 120n }, first({})))).toEqual(ofPlan(120n));
  });
});

describe('a milestone', () => {
  const of2020 = (value: bigint, more: Planned = {}) => ({ milestones: { 2020: value }, ...more });

  it('decides in its year, makes the target due, and needs no approval when it is the first', () => {
    expect(asked(first(of2020(60n)), 2020)).toEqual(ofMilestone(60n));
    expect(asked(first(of2020(60n)), 2019)).toEqual({ ...ofNotice, due: false });
    expect(asked(first(of2020(100n)), 2020)).toEqual(ofMilestone(100n));
  });

  it('does not count where the target is due without it', () => {
    expect(asked(first({ milestones: { 2021: 60n } }))).toEqual(ofNotice);
    const planned = { ...first({}), targets: { [growth.id]: { milestones: { 2020: 1n } } } };
    const { from, due } = thresholdInForce(city, growth, planned, 2020);
    expect({ from, due }).toEqual({ from: 'notice', due: true });
  });

  it('stands against the plan of its time, not the threshold beside it', () => {
    expect(asked(first(of2020(60n, { threshold: 120n })), 2020)).toEqual(ofMilestone(60n));
    expect(asked(first(of2020(60n, { threshold: 120n })), 2021)).toEqual(ofPlan(120n));
    expect(asked(first(of2020(60n, { threshold: 120n })), 2019)).toEqual(
      ofPlan(120n, { due: false }),
    );
  });

  it('is lowered only by an approval, and stays where the amending plan has none', () => {
    const before = first(of2020(60n));
    const earlier = { value: 60n, document: '方案' };
    const amended = (planned: Planned) => asked(plan('新方案', planned, before), 2020);
    expect(amended({ threshold: 120n })).toEqual(ofMilestone(60n));
    expect(amended(of2020(60n))).toEqual(ofMilestone(60n));
    expect(amended(of2020(50n))).toEqual(ofMilestone(60n, { refused: 50n }));
    expect(amended(of2020(50n, { approval }))).toEqual(
      ofMilestone(50n, { earlier, approval: '同意函1号' }),
    );
    expect(amended(of2020(70n))).toEqual(ofMilestone(70n, { earlier }));
  });

  it('names no earlier plan where that had another kind of threshold', () => {
    const before = first({ threshold: 120n });
    expect(asked(plan('新方案', of2020(60n), before), 2020)).toEqual(ofMilestone(60n));
  });
});

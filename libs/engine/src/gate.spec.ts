import type { Outcome, VerdictDocument } from './determination-document.js';
import { decideGate } from './gate.js';
import type { GatePolicy } from './programme.js';

const clause = { document: '示例办法', article: '三', quote: '达到目标的，予以拨付' };
const head = { id: 'p', from: '2019-01-01', clause };
const everyTarget: GatePolicy = { ...head, kind: 'every-target' };
const quantifiedOnly: GatePolicy = { ...head, kind: 'quantified-only' };

/** A verdict as far as the gate looks at it; `due` unless said otherwise. */
function verdict(
  id: string,
  kind: VerdictDocument['kind'],
  outcome: Outcome,
  { overall = outcome, due = true }: { overall?: Outcome; due?: boolean } = {},
): VerdictDocument {
  return {
    ...{ id, name: '', nameEn: '', kind, clause, outcome, overall, due, reason: '', reasonEn: '' },
    ...{ value: null, threshold: null, thresholdFrom: null, unit: null, margin: null },
    ...{ readingSensitive: [], declared: null, derived: null, difference: null, rejectedRows: 0 },
    ...{ correctionCouldChange: false, excludedRows: 0, disputedRows: 0, awaiting: [], trace: {} },
  };
}
const measured = (id: string, outcome: Outcome, more?: { overall?: Outcome; due?: boolean }) =>
  verdict(id, 'measured', outcome, more);
const judged = (id: string, outcome: Outcome, more?: { due?: boolean }) =>
  verdict(id, 'qualitative', outcome, more);

const gate = (policy: GatePolicy, ...verdicts: VerdictDocument[]) => {
  const { quantified, overall, blocking } = decideGate(policy, verdicts);
  return { quantified, overall, blocking };
};

describe('the gate over every target', () => {
  it('says which policy it is, and what it is quoted from', () => {
    expect(decideGate(everyTarget, [])).toEqual({
      ...{ policy: 'p', clause, quantified: 'undetermined', overall: 'undetermined' },
      blocking: { quantified: [], overall: [] },
    });
  });

  it.each<[Outcome, Outcome, string, string[]]>([
    ['met', 'met', 'eligible', []],
    ['met', 'not_applicable', 'eligible', []],
    ['met', 'undetermined', 'undetermined', ['b']],
    ['undetermined', 'undetermined', 'undetermined', ['a', 'b']],
    ['met', 'not_met', 'ineligible', ['b']],
    ['undetermined', 'not_met', 'ineligible', ['b']],
    ['not_applicable', 'not_met', 'ineligible', ['b']],
    ['not_applicable', 'not_applicable', 'undetermined', []],
  ])('holds %s and %s to be %s', (a, b, state, blocking) => {
    expect(gate(everyTarget, measured('a', a), measured('b', b))).toEqual({
      ...{ quantified: state, overall: state },
      blocking: { quantified: blocking, overall: blocking },
    });
  });

  it('is held up, and not failed, by what is missed before it is due', () => {
    const early = measured('b', 'not_met', { due: false });
    expect(gate(everyTarget, measured('a', 'met'), early)).toMatchObject({
      ...{ quantified: 'undetermined', overall: 'undetermined' },
      blocking: { quantified: ['b'], overall: ['b'] },
    });
  });

  it('counts findings in the overall gate alone', () => {
    const toConfirm = measured('a', 'met', { overall: 'undetermined' });
    expect(gate(everyTarget, toConfirm, judged('b', 'not_met'))).toEqual({
      ...{ quantified: 'eligible', overall: 'ineligible' },
      blocking: { quantified: [], overall: ['b'] },
    });
    expect(gate(everyTarget, toConfirm, judged('b', 'met'))).toMatchObject({
      ...{ overall: 'undetermined', blocking: { overall: ['a'] } },
    });
  });
});

describe('the gate over what is quantified', () => {
  it('leaves out what findings decide, and not what they confirm', () => {
    const refused = measured('a', 'met', { overall: 'not_met' });
    expect(gate(quantifiedOnly, measured('c', 'met'), judged('b', 'not_met'))).toMatchObject({
      ...{ quantified: 'eligible', overall: 'eligible' },
    });
    expect(gate(quantifiedOnly, refused, judged('b', 'met'))).toMatchObject({
      ...{ quantified: 'eligible', overall: 'ineligible', blocking: { overall: ['a'] } },
    });
  });
});

describe('the gate by points', () => {
  const byPoints = (...tiers: readonly (readonly [from: number, sharePercent: number])[]) =>
    ({
      ...{ ...head, kind: 'score', document: '示例办法', passMark: 60 },
      weights: { a: 30, b: 30, q: 40, worthless: 0 },
      tiers: tiers.map(([from, sharePercent]) => ({ from, sharePercent })),
    }) satisfies GatePolicy;
  const inFull = byPoints([60, 100]);
  const scored = (policy: GatePolicy, ...verdicts: VerdictDocument[]) => {
    const { quantified, overall, blocking, score } = decideGate(policy, verdicts);
    return { quantified, overall, blocking: blocking.overall, score };
  };

  it('adds up the points of what is met, and passes from the mark on', () => {
    const [a, b, q] = [measured('a', 'met'), measured('b', 'met'), judged('q', 'not_met')];
    expect(scored(inFull, a, b, q, measured('none', 'met'))).toEqual({
      ...{ quantified: 'eligible', overall: 'eligible', blocking: ['q'] },
      score: { lower: 60, upper: 60, sharePercent: 100 },
    });
    expect(scored(inFull, measured('a', 'not_met'), b, judged('worthless', 'not_met'))).toEqual({
      ...{ quantified: 'ineligible', overall: 'ineligible', blocking: ['a'] },
      score: { lower: 30, upper: 30, sharePercent: 0 },
    });
  });

  it('counts what is open as points that may come', () => {
    const [a, b] = [measured('a', 'met'), measured('b', 'undetermined')];
    expect(scored(inFull, a, b)).toMatchObject({
      ...{ overall: 'undetermined', blocking: ['b'] },
      score: { lower: 30, upper: 60, sharePercent: null },
    });
    expect(scored(byPoints([61, 100]), measured('b', 'undetermined'))).toMatchObject({
      ...{ overall: 'ineligible', score: { lower: 0, upper: 30, sharePercent: 0 } },
    });
  });

  it('does not pass while the share may still be a higher one', () => {
    const verdicts = [measured('a', 'met'), measured('b', 'met'), judged('q', 'undetermined')];
    expect(scored(byPoints([100, 100], [60, 80]), ...verdicts)).toMatchObject({
      ...{ overall: 'undetermined', score: { lower: 60, upper: 100, sharePercent: null } },
    });
    expect(scored(byPoints([60, 80]), ...verdicts)).toMatchObject({
      ...{ overall: 'eligible', score: { lower: 60, upper: 100, sharePercent: 80 } },
    });
  });

  it('holds what findings decide to be open in the quantified gate, unless it does not apply', () => {
    const met = [measured('a', 'met'), measured('b', 'met')];
    const states = (q: Outcome) => scored(byPoints([100, 100], [60, 80]), ...met, judged('q', q));
    expect(states('met')).toMatchObject({ quantified: 'undetermined', overall: 'eligible' });
    expect(states('not_applicable')).toMatchObject({ quantified: 'eligible', overall: 'eligible' });
    const unmet = scored(inFull, measured('a', 'met'), judged('q', 'met'));
    expect(unmet).toMatchObject({ quantified: 'undetermined', overall: 'eligible' });
  });
});

import { conclude, confirmed } from './conclude.js';
import type { Outcome } from './determination-document.js';
import type { Finding } from './finding.js';
import { judge, type Judgement } from './judge.js';
import { figureOf } from './measure.js';
import { clause } from './programme-on-trial.js';
import { atLeast, target } from './target.js';

type Measured = Judgement['outcome'];

const threshold = atLeast('1', '家');
const ends = { met: [1n, 1n], not_met: [0n, 0n], undetermined: [0n, 1n] } as const;
const judged = (outcome: Measured) => {
  const [lower, upper] = ends[outcome];
  const quantity = { range: { lower, upper }, absences: [], rejected: 0, rows: [] };
  return judge({ kind: 'quantity', quantity }, threshold);
};
const head = { id: 't', name: '', nameEn: '', clause, measure: figureOf('loans'), threshold };
const strict = target(head);
const lenient = target({ ...head, shortfall: 'undetermined' });

describe('a target with several tests', () => {
  it.each<[Measured, Measured, Measured, number]>([
    ['not_met', 'met', 'met', 1],
    ['met', 'undetermined', 'met', 0],
    ['undetermined', 'met', 'met', 1],
    ['undetermined', 'not_met', 'undetermined', 0],
    ['not_met', 'undetermined', 'undetermined', 1],
    ['not_met', 'not_met', 'not_met', 0],
  ])('is, of %s or %s, %s, and shows the one that says so', (first, second, outcome, nth) => {
    const all = [judged(first), judged(second)] as const;
    expect(conclude(strict, all)).toEqual({ outcome, decisive: all[nth], all });
    expect(conclude(strict, all).decisive).toBe(all[nth]);
  });

  it('leaves a shortfall open where the document lets it be excused', () => {
    const outcomes = (['met', 'not_met', 'undetermined'] as const).map(
      (outcome) => conclude(lenient, [judged(outcome)]).outcome,
    );
    expect(outcomes).toEqual(['met', 'undetermined', 'undetermined']);
  });
});

describe('what no ledger proves', () => {
  const confirmations = [
    { id: 'real', what: '属实' },
    { id: 'other', what: '其他' },
  ];
  const found = (on: string, outcome: Finding['outcome']): Finding => ({
    ...{ target: 't', on, year: 2021, outcome, reason: '' },
  });

  it.each<[Outcome, readonly string[], readonly Finding[], Outcome]>([
    ['met', [], [], 'met'],
    ['met', ['real'], [], 'undetermined'],
    ['met', [], [found('other', 'not_met')], 'not_met'],
    ['met', [], [found('real', 'met'), found('nothing', 'not_met')], 'met'],
    ['undetermined', ['real'], [], 'undetermined'],
    ['undetermined', [], [], 'undetermined'],
    ['undetermined', [], [found('real', 'not_met')], 'not_met'],
    ['not_met', [], [found('real', 'met')], 'not_met'],
    ['not_met', ['real'], [], 'not_met'],
  ])('makes %s with %j awaited and %j found: %s', (outcome, awaiting, findings, overall) => {
    expect(confirmed(outcome, confirmations, awaiting, findings)).toBe(overall);
  });
});

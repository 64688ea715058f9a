import type { ExecutionDocument, VerdictDocument } from '#engine';
import { scoreOf, scoreOfExecution, totalOf } from './score.js';

const verdict = (given: Partial<VerdictDocument>): VerdictDocument => ({
  ...{ id: 'a', name: '甲', nameEn: 'a', kind: 'measured', outcome: 'met', due: true },
  ...{ overall: given.outcome ?? 'met', value: '5', threshold: '5', unit: '家', margin: '0' },
  ...{ thresholdFrom: 'notice', clause: { document: '', article: '', quote: '' }, reason: '' },
  ...{ reasonEn: '', readingSensitive: [], declared: null, derived: null, difference: null },
  ...{ rejectedRows: 0, correctionCouldChange: false, excludedRows: 0, disputedRows: 0 },
  ...{ awaiting: [], trace: {} },
  ...given,
});
const missed = (value: string | null, threshold = '30', unit = '家') =>
  verdict({ outcome: 'not_met', value, threshold, unit });

describe('the score of a target', () => {
  it('is full where it is met, however far beyond', () => {
    expect(scoreOf(verdict({ value: '500' }), 650)).toBe(650);
  });

  it('is the part that was reached where it is not, rounded half up', () => {
    expect(scoreOf(missed('10'), 650)).toBe(217);
    expect(scoreOf(missed('15', '30'), 1)).toBe(0);
    expect(scoreOf(missed('0'), 650)).toBe(0);
  });

  it('is never full where it is not met, even by less than is shown', () => {
    expect(scoreOf(missed('30.00', '30', '%'), 650)).toBe(649);
    expect(scoreOf(missed('9999', '10000'), 650)).toBe(649);
  });

  it('is nothing where it shrank', () => {
    expect(scoreOf(missed('-12.50', '30', '%'), 650)).toBe(0);
  });

  it('is not said of what cannot be judged, does not apply, or has no single value', () => {
    expect(scoreOf(verdict({ outcome: 'undetermined' }), 650)).toBeNull();
    expect(scoreOf(verdict({ outcome: 'not_applicable' }), 650)).toBeNull();
    expect(scoreOf(missed(null), 650)).toBeNull();
  });

  it('follows the finding: all or nothing where only a finding decides, nothing where one refuses', () => {
    const found = { kind: 'qualitative', value: null, threshold: null, unit: null } as const;
    expect(scoreOf(verdict({ ...found, outcome: 'met' }), 600)).toBe(600);
    expect(scoreOf(verdict({ ...found, outcome: 'not_met' }), 600)).toBe(0);
    expect(scoreOf(verdict({ outcome: 'met', overall: 'not_met' }), 600)).toBe(0);
    expect(scoreOf(verdict({ outcome: 'met', overall: 'undetermined' }), 600)).toBe(600);
  });
});

describe('the score of budget execution', () => {
  const execution = (budget: string | null, spent: string | null): ExecutionDocument => ({
    ...{ budget, spent, rate: null, rejectedRows: 0 },
  });

  it('is ten points by the exact rate, and never more', () => {
    expect(scoreOfExecution(execution('300.000001', '200.5'))).toBe(668);
    expect(scoreOfExecution(execution('10', '12'))).toBe(1_000);
    expect(scoreOfExecution(execution('10', '0'))).toBe(0);
  });

  it('is not zero where it is not stated', () => {
    expect(scoreOfExecution(undefined)).toBeNull();
    expect(scoreOfExecution(execution(null, '1'))).toBeNull();
    expect(scoreOfExecution(execution('0', '0'))).toBeNull();
  });
});

it('a total needs every score', () => {
  expect(totalOf([100, 200])).toBe(300);
  expect(totalOf([100, null])).toBeNull();
});

import { couldChange, rejectedIn } from './correction.js';
import type { Base, Quantity } from './facts.js';
import { judge, type Judgement } from './judge.js';
import type { Unit } from './unit.js';

const counted = (lower: bigint, upper: bigint | null, rejected: number): Quantity => ({
  ...{ range: { lower, upper }, absences: [], rejected, rows: [] },
});
const ofCount = (quantity: Quantity, threshold = 5n, unit: Unit = '家') =>
  judge({ kind: 'quantity', quantity }, { value: threshold, unit });

function ofGrowth(inBase: number | null, ...rejected: readonly number[]): Judgement {
  const base: Base =
    inBase === null
      ? { kind: 'absent', absences: [] }
      : { kind: 'known', origin: 'ledger', quantity: counted(1n, 1n, inBase), sources: [] };
  const after = rejected.map((each, index) => ({
    year: 2019 + index,
    quantity: counted(2n, 2n, each),
  }));
  const facts = { kind: 'growth', method: 'compound', unit: '笔', baseYear: 2018 } as const;
  return judge({ ...facts, base, after, substitute: null }, { value: 0n, unit: '%' });
}
const each = (...quantities: readonly Quantity[]) =>
  judge(
    { kind: 'each', parts: quantities.map((quantity) => ({ kind: 'quantity', quantity })) },
    { value: 5n, unit: '家' },
  );

describe('rows that failed a check', () => {
  it('are those of the base and of the assessed year, where growth is judged', () => {
    expect(rejectedIn(ofGrowth(2, 7, 1))).toBe(3);
    expect(rejectedIn(ofGrowth(2, 7))).toBe(9);
    expect(rejectedIn(ofGrowth(null, 7, 4))).toBe(4);
  });

  it('are the same rows for every part', () => {
    const parts = [counted(1n, 1n, 2), counted(1n, 1n, 3)];
    expect(rejectedIn(each(...parts))).toBe(3);
  });

  it.each<[lower: bigint, upper: bigint | null, rejected: number, could: boolean]>([
    [6n, 6n, 1, false],
    [6n, 6n, 2, true],
    [5n, 5n, 0, false],
    [5n, 5n, 1, true],
    [3n, 3n, 1, false],
    [3n, 3n, 2, true],
    [3n, 4n, 1, true],
    [3n, 5n, 0, true],
    [3n, null, 0, true],
  ])(
    'count for one each: %d to %d, %d rejected, of 5 asked: %s',
    (lower, upper, rejected, could) => {
      expect(couldChange(ofCount(counted(lower, upper, rejected)))).toBe(could);
    },
  );

  it('may hold any amount, so that one is enough', () => {
    const amounts = [0, 1].map((rejected) => ofCount(counted(1n, 1n, rejected), 100n, '万元'));
    expect(amounts.map(couldChange)).toEqual([false, true]);
    expect([ofGrowth(0, 9, 0), ofGrowth(0, 0, 1)].map(couldChange)).toEqual([false, true]);
  });

  it('could change what has parts where they could change any', () => {
    const sure = counted(9n, 9n, 1);
    const close = counted(5n, 5n, 1);
    expect([each(sure, close), each(sure, sure)].map(couldChange)).toEqual([true, false]);
  });
});

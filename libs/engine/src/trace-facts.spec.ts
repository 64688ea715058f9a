import type { Trace, TraceValue } from './determination-document.js';
import { factsIn, tracesIn, type TracedFigure } from './trace-facts.js';

const unmoved = () => undefined;
const quantity = (lower: bigint, upper: bigint | null) => ({
  ...{ range: { lower, upper }, absences: [], rejected: 0, rows: [] },
});

/** The facts of a trace, and the figures that were offered on the way. */
function read(trace: Trace, moved: Readonly<Record<string, bigint>> = {}) {
  const seen: TracedFigure[] = [];
  const facts = factsIn(trace, '万元', 't', (figure) => {
    seen.push(figure);
    return moved[figure.id];
  });
  return { facts, seen };
}

describe('the facts of a quantity', () => {
  const of = (value: TraceValue, ledgers: TraceValue = [{}]) =>
    read({ kind: 'quantity', quantity: { value, ledgers } });

  it.each<[TraceValue, bigint, bigint | null]>([
    ['1.5', 1_500_000n, 1_500_000n],
    [['1', '2'], 1_000_000n, 2_000_000n],
    [['1', null], 1_000_000n, null],
    [['0', null], 0n, null],
  ])('are its ends: %j', (value, lower, upper) => {
    const { facts, seen } = of(value);
    expect(facts).toEqual({ kind: 'quantity', quantity: quantity(lower, upper) });
    expect(seen).toEqual([{ id: 't', year: null, unit: '万元', range: { lower, upper } }]);
  });

  it('are nothing known where nothing was counted, or nothing can be read', () => {
    const unknown = [
      of(['0', null], []),
      of(['x', '1']),
      of([]),
      of('1.2.3'),
      of(7),
      read({ kind: 'quantity', quantity: 'none' }),
      read({ kind: 'quantity', quantity: null }),
      read({}),
    ];
    for (const { facts, seen } of unknown) {
      expect(facts).toEqual({ kind: 'quantity', quantity: quantity(0n, null) });
      expect(seen.map(({ range }) => range)).toEqual([undefined]);
    }
    expect(of(['1', null], []).seen[0]?.range).toEqual({ lower: 1_000_000n, upper: null });
    expect(of(['0', '1'], []).seen[0]?.range).toEqual({ lower: 0n, upper: 1_000_000n });
  });

  it('are what is supposed in their place', () => {
    const trace = { kind: 'quantity', quantity: { value: ['1', '2'], ledgers: [] } };
    expect(read(trace, { t: 5n }).facts).toEqual({ kind: 'quantity', quantity: quantity(5n, 5n) });
  });

  it('are numbered where there are several', () => {
    const part = (value: string) => ({ kind: 'quantity', quantity: { value } });
    const { facts, seen } = read({ kind: 'each', parts: [part('1'), part('2')] });
    expect(seen.map(({ id }) => id)).toEqual(['t.0', 't.1']);
    expect(facts).toEqual({
      kind: 'each',
      parts: [1_000_000n, 2_000_000n].map((value) => ({
        ...{ kind: 'quantity', quantity: quantity(value, value) },
      })),
    });
    expect(read({ kind: 'each', parts: 'none' }).facts).toEqual({ kind: 'each', parts: [] });
    expect(read({ kind: 'each', parts: ['x', null, part('1')] }).seen).toHaveLength(1);
  });

  it('come from one trace for each test', () => {
    const test = { kind: 'quantity' };
    expect(tracesIn(test)).toEqual([test]);
    expect(tracesIn({ kind: 'either', tests: [test, { kind: 'each' }] })).toHaveLength(2);
  });
});

describe('the facts of a growth', () => {
  const growth = (more: Trace = {}): Trace => ({
    ...{ kind: 'growth', method: 'compound', unit: '笔', baseYear: 2018 },
    base: { kind: 'known', quantity: { value: '10', ledgers: [{}] } },
    after: [{ year: 2019, quantity: { value: '12', ledgers: [{}] } }],
    ...more,
  });
  const known = (value: bigint) => ({
    ...{ kind: 'known', origin: 'ledger', quantity: quantity(value, value), sources: [] },
  });

  it('are its base and the years after, each of which may be moved', () => {
    expect(read(growth()).facts).toEqual({
      ...{ kind: 'growth', method: 'compound', unit: '笔', baseYear: 2018, base: known(10n) },
      ...{ after: [{ year: 2019, quantity: quantity(12n, 12n) }], substitute: null },
    });
    expect(read(growth()).seen).toEqual([
      { id: 't.2018', year: 2018, unit: '笔', range: { lower: 10n, upper: 10n } },
      { id: 't.2019', year: 2019, unit: '笔', range: { lower: 12n, upper: 12n } },
    ]);
    expect(read(growth(), { 't.2018': 1n, 't.2019': 2n }).facts).toMatchObject({
      ...{ base: known(1n), after: [{ year: 2019, quantity: quantity(2n, 2n) }] },
    });
  });

  it('have no base where none was known, unless one is supposed', () => {
    for (const base of [{ kind: 'absent' }, { kind: 'differ', quantity: { value: '9' } }, null]) {
      const { facts, seen } = read(growth({ base }));
      expect(facts).toMatchObject({ base: { kind: 'absent', absences: [] } });
      expect(seen[0]?.range).toBeUndefined();
      expect(read(growth({ base }), { 't.2018': 4n }).facts).toMatchObject({ base: known(4n) });
    }
  });

  it('keep what an approval puts in the place of growth from zero', () => {
    const substitute = (given: TraceValue) => {
      const { facts } = read(growth({ substitute: given }));
      return facts.kind === 'growth' ? facts.substitute : undefined;
    };
    const document = '同意函';
    expect(substitute({ kind: 'absolute', document, value: '100' })).toEqual({
      ...{ kind: 'absolute', document, value: 100n, unit: '笔' },
    });
    expect(substitute({ kind: 'first-year-above-zero', document, value: null })).toEqual({
      ...{ kind: 'first-year-above-zero', document },
    });
    const none = [
      { kind: 'absolute', document, value: 100 },
      { kind: 'absolute', document },
    ];
    const nameless = [{ kind: 'first-year-above-zero' }, { kind: 'absolute', value: '100' }, null];
    expect([...none, ...nameless].map(substitute)).toEqual([null, null, null, null, null]);
  });

  it.each<[Trace, string]>([
    [{ method: 'median' }, 'no way to average'],
    [{ method: null }, 'no way to average'],
    [{ unit: '元' }, 'growth of no unit'],
    [{ unit: 7 }, 'growth of no unit'],
    [{ baseYear: '2018' }, 'growth from no year'],
    [{ after: [{ quantity: { value: '1' } }] }, 'a flow of no year'],
  ])('are none of what is no growth: %j', (more, words) => {
    expect(() => factsIn(growth(more), '%', 't', unmoved)).toThrow(words);
  });
});

import fc from 'fast-check';
import { formatScaled } from './exact.js';
import {
  displayedRate,
  growthBar,
  reachesBar,
  smallestFinal,
  type GrowthMethod,
} from './growth.js';

/** A fraction in whole numbers, the slow and plain reference. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
const fraction = (n: bigint, d: bigint): Fraction => ({ n, d });
const plus = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d);
const atLeast = (a: Fraction, b: Fraction) => a.n * b.d >= b.n * a.d;

const one = fraction(1n, 1n);
const hundredPercent = 100_000_000n;

/** The definition of each method, written out with fractions. */
function passes(method: GrowthMethod, series: readonly bigint[], rate: bigint): boolean {
  const factor = fraction(hundredPercent + rate, hundredPercent);
  const years = series.length - 1;
  const [base = 1n] = series;
  const final = series.at(-1) ?? 0n;
  if (method === 'compound') {
    let bar = fraction(base, 1n);
    for (let year = 0; year < years; year++) bar = times(bar, factor);
    return atLeast(fraction(final, 1n), bar);
  }
  const mean = (rates: readonly Fraction[]) =>
    times(rates.reduce(plus, fraction(0n, 1n)), fraction(1n, BigInt(years)));
  const minusOne = fraction(-1n, 1n);
  const rates =
    method === 'simple'
      ? [plus(fraction(final, base), minusOne)]
      : series.slice(1).map((value, index) => plus(fraction(value, series[index] ?? 1n), minusOne));
  return atLeast(plus(mean(rates), one), factor);
}

const methods = fc.constantFrom<GrowthMethod>('compound', 'arithmetic', 'simple');
const above = fc.bigInt({ min: 1n, max: 10n ** 18n });
const series = fc
  .tuple(
    above,
    fc.array(above, { minLength: 0, maxLength: 3 }),
    fc.bigInt({ min: 0n, max: 10n ** 18n }),
  )
  .map(([base, between, final]): readonly [bigint, ...bigint[]] => [base, ...between, final]);
const rates = fc.bigInt({ min: -50_000_000n, max: 200_000_000n });

describe('growth against fractions', () => {
  it('decides as the definition does', () => {
    fc.assert(
      fc.property(methods, series, rates, (method, values, rate) => {
        const bar = growthBar(method, values, rate);
        expect(reachesBar(values.at(-1) ?? 0n, bar)).toBe(passes(method, values, rate));
      }),
    );
  });

  it('finds the smallest final value that passes, at which it passes and below which it fails', () => {
    fc.assert(
      fc.property(methods, series, rates, (method, values, rate) => {
        const needed = smallestFinal(growthBar(method, values, rate));
        const with_ = (final: bigint) => [...values.slice(0, -1), final];
        expect(passes(method, with_(needed), rate)).toBe(true);
        expect(needed === 0n || !passes(method, with_(needed - 1n), rate)).toBe(true);
      }),
    );
  });

  it('meets exactly whatever is built to be met exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 40 }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (years, percent, scale) => {
          const base = scale * 100n ** BigInt(years);
          const final = scale * BigInt(100 + percent) ** BigInt(years);
          const between = Array.from({ length: years - 1 }, () => 0n);
          const bar = growthBar(
            'compound',
            [base, ...between, final],
            BigInt(percent) * 1_000_000n,
          );
          expect(smallestFinal(bar)).toBe(final);
          expect(formatScaled(displayedRate('compound', [base, ...between, final]), 2)).toBe(
            String(percent),
          );
        },
      ),
    );
  });

  it('shows the compound rate rounded half up to hundredths of a percent', () => {
    fc.assert(
      fc.property(series, (values) => {
        const years = BigInt(values.length - 1);
        const [base] = values;
        const final = values.at(-1) ?? 0n;
        const twice = 2n * (displayedRate('compound', values) + 10_000n);
        const scaled = final * 20_000n ** years;
        expect(twice === 0n || (twice - 1n) ** years * base <= scaled).toBe(true);
        expect(scaled < (twice + 1n) ** years * base).toBe(true);
      }),
    );
  });
});

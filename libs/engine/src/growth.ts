import { decimalsOf } from './unit.js';
import type { Truth } from './truth.js';

/**
 * Exact average growth (年均增幅). Nothing here divides to decide: each question is a comparison of
 * whole numbers. A rate is an integer of the percent's smallest step.
 */

const hundredPercent = 100n * 10n ** BigInt(decimalsOf['%']);

/** A ratio of whole numbers, the denominator above zero. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The three ways to average (reading `growth-method`). */
export type GrowthMethod = 'compound' | 'arithmetic' | 'simple';

/** True for the name of a method. */
export function isGrowthMethod(name: string | undefined): name is GrowthMethod {
  return name === 'compound' || name === 'arithmetic' || name === 'simple';
}

/**
 * A flow from its base to the assessed year: the values of consecutive years, the base first and
 * above zero. Only `arithmetic` looks at the years between, which must then be above zero too.
 */
export type Series = readonly [bigint, ...bigint[]];

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** 1 + rate as a reduced ratio. */
export function growthFactor(rate: bigint): Ratio {
  const numerator = hundredPercent + rate;
  const divisor = gcd(numerator, hundredPercent);
  return { numerator: numerator / divisor, denominator: hundredPercent / divisor };
}

/** (1 + rate)^years by rate and years: a programme needs few, and every city the same. */
const compoundFactors = new Map<bigint, Ratio[]>();

function compoundFactor(rate: bigint, years: number): Ratio {
  const ofRate = compoundFactors.get(rate) ?? [];
  const known = ofRate[years];
  if (known) return known;
  const { numerator, denominator } = growthFactor(rate);
  const power = BigInt(years);
  const factor = { numerator: numerator ** power, denominator: denominator ** power };
  ofRate[years] = factor;
  compoundFactors.set(rate, ofRate);
  return factor;
}

/**
 * The factor that the final value must reach times the value that `anchor` names: final ≥ anchor ·
 * factor. Compound and simple start from the base; arithmetic from the year before the last, as the
 * earlier rates are given.
 */
export interface Bar {
  readonly anchor: bigint;
  readonly factor: Ratio;
}

/** What the final value of a series is held against. */
export function growthBar(method: GrowthMethod, series: Series, rate: bigint): Bar {
  const years = series.length - 1;
  if (method === 'compound') return { anchor: series[0], factor: compoundFactor(rate, years) };
  const { numerator, denominator } = growthFactor(rate);
  switch (method) {
    case 'simple':
      return {
        anchor: series[0],
        factor: {
          numerator: denominator + BigInt(years) * (numerator - denominator),
          denominator,
        },
      };
    case 'arithmetic': {
      const before = sumOfRatios(series.slice(0, -1));
      return {
        anchor: series.at(-2) ?? series[0],
        factor: {
          numerator:
            BigInt(years) * numerator * before.denominator - before.numerator * denominator,
          denominator: denominator * before.denominator,
        },
      };
    }
  }
}

/** The sum of each value over the one before it. */
function sumOfRatios(values: readonly bigint[]): Ratio {
  let numerator = 0n;
  let denominator = 1n;
  let previous: bigint | undefined;
  for (const value of values) {
    if (previous !== undefined) {
      numerator = numerator * previous + value * denominator;
      denominator *= previous;
    }
    previous = value;
  }
  return { numerator, denominator };
}

/** Whether `final` reaches the bar, the bar itself included. */
export function reachesBar(final: bigint, { anchor, factor }: Bar): boolean {
  return final * factor.denominator >= anchor * factor.numerator;
}

/** The smallest final value that reaches the bar. */
export function smallestFinal({ anchor, factor }: Bar): bigint {
  const product = anchor * factor.numerator;
  return product <= 0n ? 0n : (product + factor.denominator - 1n) / factor.denominator;
}

/** Whether `value` grew over `previous` by strictly more than `rate` (高于); a zero base: unknown. */
export function growsAbove(value: bigint, previous: bigint, rate: bigint): Truth {
  if (previous <= 0n) return 'unknown';
  return value * hundredPercent > previous * (hundredPercent + rate) ? 'yes' : 'no';
}

/** Floor division, for a divisor above zero. */
function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** numerator / denominator rounded half up to a whole number. */
function roundHalfUp({ numerator, denominator }: Ratio): bigint {
  return floorDiv(2n * numerator + denominator, 2n * denominator);
}

/** The largest m ≥ 0 with m^power ≤ value, by Newton's method from above. */
function rootFloor(value: bigint, power: bigint): bigint {
  if (value < 2n || power === 1n) return value;
  let guess = 1n << (BigInt(value.toString(2).length) / power + 1n);
  for (;;) {
    const next = ((power - 1n) * guess + value / guess ** (power - 1n)) / power;
    if (next >= guess) return guess;
    guess = next;
  }
}

/**
 * The average growth rate for display, in hundredths of a percent, rounded half up. It never
 * decides.
 */
export function displayedRate(method: GrowthMethod, series: Series): bigint {
  const whole = 10_000n;
  const years = BigInt(series.length - 1);
  const base = series[0];
  const final = series.at(-1) ?? base;
  switch (method) {
    case 'compound': {
      // (2m − 1)^n · base ≤ final · (2 · 10⁴)^n for the rounded m, so m comes from a floor root.
      const twice = rootFloor((final * (2n * whole) ** years) / base, years);
      return (twice + 1n) / 2n - whole;
    }
    case 'simple':
      return roundHalfUp({ numerator: (final - base) * whole, denominator: base * years });
    case 'arithmetic': {
      const { numerator, denominator } = sumOfRatios(series);
      return (
        roundHalfUp({ numerator: numerator * whole, denominator: denominator * years }) - whole
      );
    }
  }
}

/** One growth question: does `final` reach `base` grown by `percent` a year over `years`? */
export interface GrowthCase {
  readonly base: number;
  readonly final: number;
  readonly years: number;
  readonly percent: number;
}

/** The figures of one city: six counts and four flows with their bases. */
export interface City {
  readonly counts: readonly { readonly value: number; readonly threshold: number }[];
  readonly growths: readonly GrowthCase[];
}

/**
 * Every case that is met exactly: integer bases to 20,000 with integer final values, over two and
 * three years, at 5 to 30 whole percent.
 */
export function casesMetExactly(): GrowthCase[] {
  const cases: GrowthCase[] = [];
  for (const years of [2, 3]) {
    for (let percent = 5; percent <= 30; percent++) {
      const numerator = (100 + percent) ** years;
      const denominator = 100 ** years;
      for (let base = 1; base <= 20_000; base++) {
        const product = base * numerator;
        if (product % denominator === 0) {
          cases.push({ base, final: product / denominator, years, percent });
        }
      }
    }
  }
  return cases;
}

const thresholds = [5, 10, 30, 20, 100, 1000];
const percents = [20, 30, 30, 30];

/** Invented cities around every threshold, the same ones each time. */
export function inventCities(howMany: number): City[] {
  let state = 42;
  const below = (bound: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % bound;
  };
  return Array.from({ length: howMany }, () => ({
    counts: thresholds.map((threshold) => ({ value: threshold - 3 + below(7), threshold })),
    growths: percents.map((percent) => {
      const base = 1 + below(20_000);
      const final = Math.floor((base * (100 + percent) ** 3) / 1_000_000) - 2 + below(5);
      return { base, final: Math.max(final, 0), years: 3, percent };
    }),
  }));
}

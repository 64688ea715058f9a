import {
  displayedRate,
  growthBar,
  growthFactor,
  growsAbove,
  isGrowthMethod,
  reachesBar,
  smallestFinal,
} from './growth.js';
import { quantity } from './exact.js';
import { formatScaled } from './exact.js';

const percent = (text: string) => quantity(text, '%');
const shown = (rate: bigint) => formatScaled(rate, 2);

describe('growth', () => {
  it('accepts what is met exactly: 1 → 1.44 over two years and 250 → 432 over three at 20 %', () => {
    expect(reachesBar(144n, growthBar('compound', [100n, 0n, 144n], percent('20')))).toBe(true);
    expect(reachesBar(143n, growthBar('compound', [100n, 0n, 143n], percent('20')))).toBe(false);
    expect(reachesBar(432n, growthBar('compound', [250n, 0n, 0n, 432n], percent('20')))).toBe(true);
    expect(smallestFinal(growthBar('compound', [250n, 0n, 0n, 0n], percent('20')))).toBe(432n);
  });

  it('gives 26.0, 36.2 and 33.3 % for 10, 18, 12.6, 20', () => {
    const series = [100n, 180n, 126n, 200n] as const;
    expect(shown(displayedRate('compound', series))).toBe('25.99');
    expect(shown(displayedRate('arithmetic', series))).toBe('36.24');
    expect(shown(displayedRate('simple', series))).toBe('33.33');
    const verdicts = (['compound', 'arithmetic', 'simple'] as const).map((method) =>
      reachesBar(200n, growthBar(method, series, percent('30'))),
    );
    expect(verdicts).toEqual([false, true, true]);
  });

  it('rounds the displayed rate half up, losses included', () => {
    expect(shown(displayedRate('simple', [20000n, 20001n]))).toBe('0.01');
    expect(shown(displayedRate('simple', [20000n, 19999n]))).toBe('0');
    expect(shown(displayedRate('compound', [20000n, 20001n]))).toBe('0.01');
    expect(shown(displayedRate('compound', [20000n, 19999n]))).toBe('0');
    expect(shown(displayedRate('compound', [5n, 1n, 0n]))).toBe('-100');
    expect(shown(displayedRate('arithmetic', [100n, 90n]))).toBe('-10');
  });

  it('finds for the arithmetic mean the smallest final value that passes', () => {
    const bar = growthBar('arithmetic', [100n, 200n, 0n], percent('30'));
    expect(smallestFinal(bar)).toBe(120n);
    expect(reachesBar(120n, bar)).toBe(true);
    expect(reachesBar(119n, bar)).toBe(false);
    expect(smallestFinal(growthBar('arithmetic', [100n, 300n, 0n], percent('30')))).toBe(0n);
  });

  it('asks of the last year what the mean of the yearly rates still lacks', () => {
    // +100 % and −50 % before: the third year must add 10 % for a mean of 20 %.
    const bar = growthBar('arithmetic', [100n, 200n, 100n, 0n], percent('20'));
    expect(smallestFinal(bar)).toBe(110n);
    expect([reachesBar(110n, bar), reachesBar(109n, bar)]).toEqual([true, false]);
  });

  it('asks of a simple mean its rate once for every year', () => {
    const bar = growthBar('simple', [100n, 0n, 0n, 0n], percent('20'));
    expect(smallestFinal(bar)).toBe(160n);
    expect([reachesBar(160n, bar), reachesBar(159n, bar)]).toEqual([true, false]);
  });

  it('asks nothing where a fall of all is allowed', () => {
    expect(smallestFinal(growthBar('simple', [100n, 0n], percent('-100')))).toBe(0n);
    expect(smallestFinal(growthBar('simple', [3n, 0n], percent('-99')))).toBe(1n);
  });

  it('shows a loss of half a step as the smaller loss, and a larger one as it is', () => {
    expect(shown(displayedRate('simple', [20000n, 19997n]))).toBe('-0.01');
    expect(shown(displayedRate('simple', [30000n, 29995n]))).toBe('-0.02');
    expect(shown(displayedRate('arithmetic', [20000n, 19997n]))).toBe('-0.01');
  });

  it('shows a root of small and of huge values', () => {
    expect(shown(displayedRate('compound', [1n, 1n]))).toBe('0');
    expect(shown(displayedRate('compound', [1n, 1n, 4n]))).toBe('100');
    expect(shown(displayedRate('compound', [10n ** 30n, 1n, 1n, 8n * 10n ** 30n]))).toBe('100');
  });

  it('knows its three methods', () => {
    expect(['compound', 'arithmetic', 'simple', 'other', undefined].filter(isGrowthMethod)).toEqual(
      ['compound', 'arithmetic', 'simple'],
    );
  });

  it('reduces the factor', () => {
    expect(growthFactor(percent('20'))).toEqual({ numerator: 6n, denominator: 5n });
    expect(growthFactor(percent('-5.5'))).toEqual({ numerator: 189n, denominator: 200n });
  });

  it('takes 高于 strictly and leaves a zero base undecided', () => {
    expect(growsAbove(108n, 100n, percent('8'))).toBe('no');
    expect(growsAbove(10801n, 10000n, percent('8'))).toBe('yes');
    expect(growsAbove(5n, 0n, percent('8'))).toBe('unknown');
  });
});

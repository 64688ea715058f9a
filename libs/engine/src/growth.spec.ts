import {
  displayedRate,
  growthBar,
  growthFactor,
  growsAbove,
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

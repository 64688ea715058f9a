import fc from 'fast-check';
import { formatQuantity, formatScaled, parseQuantity, quantity, twoDecimals } from './exact.js';
import { decimalsOf, isUnit, type Unit } from './unit.js';

const units = fc.constantFrom(...Object.keys(decimalsOf).filter(isUnit));

describe('exact quantities', () => {
  it('reads back what it wrote, in every unit and of any size', () => {
    fc.assert(
      fc.property(units, fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (unit, steps) => {
        expect(parseQuantity(formatQuantity(steps, unit), unit)).toBe(steps);
      }),
    );
  });

  it('adds money as whole 分, with no digit lost', () => {
    const fen = fc.array(fc.bigInt({ min: 0n, max: 10n ** 17n }), { maxLength: 50 });
    fc.assert(
      fc.property(fen, (amounts) => {
        const total = amounts
          .map((amount) => parseQuantity(formatQuantity(amount, '万元'), '万元') ?? -1n)
          .reduce((sum, amount) => sum + amount, 0n);
        expect(total).toBe(amounts.reduce((sum, amount) => sum + amount, 0n));
      }),
    );
  });

  const readings: [string, Unit, bigint | undefined][] = [
    ['1', '万元', 1_000_000n],
    ['0.000001', '万元', 1n],
    ['0.0000010', '万元', 1n],
    ['0.0000001', '万元', undefined],
    ['-12.50', '%', -12_500_000n],
    ['3.0', '家', 3n],
    ['3.5', '家', undefined],
    ['1e3', '万元', undefined],
    ['.5', '万元', undefined],
    ['', '家', undefined],
    [' 1', '家', undefined],
  ];
  it.each(readings)('reads %j in %s', (text, unit, steps) => {
    expect(parseQuantity(text, unit)).toBe(steps);
  });

  it('refuses in code what is no exact quantity, by name', () => {
    expect(quantity('2.5', '%')).toBe(2_500_000n);
    expect(() => quantity('2.5', '家')).toThrow("'2.5' is no exact quantity in 家");
  });

  it.each([
    [0n, 0, '0'],
    [1200n, 0, '1200'],
    [0n, 2, '0'],
    [5n, 2, '0.05'],
    [-5n, 2, '-0.05'],
    [1200n, 2, '12'],
    [-1250n, 2, '-12.5'],
  ])('writes %s with %i decimals as %s', (steps, decimals, text) => {
    expect(formatScaled(steps, decimals)).toBe(text);
  });

  it.each([
    [0n, '0.00'],
    [3000n, '30.00'],
    [-1250n, '-12.50'],
    [1n, '0.01'],
  ])('writes %s hundredths as %s', (hundredths, text) => {
    expect(twoDecimals(hundredths)).toBe(text);
  });
});

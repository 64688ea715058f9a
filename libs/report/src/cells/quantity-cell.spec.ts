import fc from 'fast-check';
import { isFault } from './cell-reading.js';
import { readAmount, readCount, readQuantity } from './quantity-cell.js';
import { PlainNumber, textCell, type RawCell, type ShownAs } from './raw-cell.js';

const number = (text: string, shownAs?: ShownAs): RawCell => ({ kind: 'number', text, shownAs });
const percent = (decimals: number): ShownAs => ({ percentDecimals: decimals });

/** The value and the code of what is noted, or the code of what is wrong. */
function outcome(reading: unknown): unknown {
  if (typeof reading !== 'object' || reading === null || !('code' in reading)) return reading;
  return isFault(reading) || !('value' in reading) ? reading.code : [reading.value, reading.code];
}

describe('an amount in 万元', () => {
  it.each([
    ['1000', 1_000_000_000],
    ['0', 0],
    ['0.000001', 1],
    ['12.5', 12_500_000],
    ['3.3000000000000003', 3_300_000],
    ['0.30000000000000004', 300_000],
    ['0.1499999999999999', 150_000],
    ['1.2E3', 1_200_000_000],
    ['5E-6', 5],
    ['1.50', 1_500_000],
    ['0.0000001', 'number-decimals'],
    ['-1', 'number-negative'],
    ['-0.5', 'number-negative'],
    ['1234567890.123456', 'number-precision'],
    ['1234567890123456', 'number-precision'],
    ['9007199254740993', 'number-precision'],
    ['9007199255', 'number-too-large'],
    ['NaN', 'number-form'],
    ['1E400', 'number-too-large'],
    ['1E4000', 'number-form'],
  ])('given by the numeric cell %s is %p', (text, expected) => {
    expect(outcome(readAmount(number(text)))).toEqual(expected);
  });

  it.each([
    ['1,234.50', 1_234_500_000],
    ['1234.5', 1_234_500_000],
    ['１，２３４．５０', 1_234_500_000],
    ['　12　', 12_000_000],
    ['1234567890.123456', 1_234_567_890_123_456],
    ['999999999.999999', 999_999_999_999_999],
    ['0012.50', 12_500_000],
    ['9007199255', 'number-too-large'],
    ['100万元', 100_000_000],
    ['1.5亿元', [15_000_000_000, 'unit-converted']],
    ['12345678.9元', [1_234_567_890, 'unit-converted']],
    ['1,000元', [100_000, 'unit-converted']],
    ['0.001元', 'number-decimals'],
    ['1e3', 'number-form'],
    ['１ｅ３', 'number-form'],
    ['1,23', 'number-form'],
    ['1,2345', 'number-form'],
    ['12 34', 'number-form'],
    ['约100', 'number-form'],
    ['100万', 'unit-mismatch'],
    ['100美元', 'unit-mismatch'],
    ['5%', 'unit-mismatch'],
    ['-5', 'number-negative'],
    ['.5', 'number-form'],
    ['5.', 'number-form'],
    ['一百', 'number-form'],
    ['1.0000001', 'number-decimals'],
  ])('given by the text %s is %p', (text, expected) => {
    expect(outcome(readAmount(textCell(text)))).toEqual(expected);
  });

  it('takes no percentage for an amount', () => {
    for (const cell of [number('0.5', percent(0)), new PlainNumber(5, 1, percent(0))]) {
      expect(readAmount(cell)).toMatchObject({
        code: 'number-form',
        says: '该列填金额，不能用百分比格式，请改为数值格式并核对。',
      });
    }
  });

  it('takes no day for an amount, nor for a count', () => {
    for (const cell of [number('44196', 'date'), new PlainNumber(44196, 0, 'date')]) {
      expect(outcome(readAmount(cell))).toBe('number-form');
      expect(outcome(readCount(cell))).toBe('number-form');
    }
  });

  it('reads a plain number as it reads the same digits spelled out', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), fc.nat({ max: 9 }), (digits, scale) => {
        const plain = new PlainNumber(digits, scale);
        const spelledOut = outcome(readAmount(number(plain.text)));
        expect(outcome(readAmount(plain))).toEqual(spelledOut);
        expect(outcome(readAmount(textCell(plain.text)))).toEqual(spelledOut);
      }),
    );
  });

  it('reads any 分 back to the digit from the text a person would write', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 9_007_199_254_740_991n), (fen) => {
        const digits = fen.toString().padStart(7, '0');
        const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`;
        expect(readAmount(textCell(text))).toBe(Number(fen));
      }),
    );
  });

  it('is freed of the noise that a short sum in doubles leaves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999_999 }), (units) => {
        const sum = units / 1000 + 0.1 - 0.1;
        expect(readAmount(number(String(sum)))).toBe(units * 1000);
      }),
    );
  });
});

describe('a count', () => {
  it.each([
    [number('12'), 12],
    [number('12.0'), 12],
    [textCell('1,200'), 1200],
    [textCell('１２'), 12],
    [number('1.5'), 'count-form'],
    [number('-1'), 'number-negative'],
    [textCell('十二'), 'number-form'],
    [textCell('12家'), 'unit-mismatch'],
    [{ kind: 'boolean', text: 'TRUE' } as const, 'number-form'],
    [{ kind: 'error', text: '12' } as const, 'number-form'],
  ])('given by %p is %p', (cell, expected) => {
    expect(outcome(readCount(cell))).toEqual(expected);
  });
});

describe('a percentage', () => {
  it.each([
    [number('8'), 8_000_000n],
    [number('8.0'), 8_000_000n],
    [number('0.08', percent(0)), 8_000_000n],
    [number('8.5000000000000006E-2', percent(1)), 8_500_000n],
    [number('0.08049', percent(3)), 8_049_000n],
    [number('0.08049', percent(1)), [8_000_000n, 'percent-rounded']],
    [number('0.0805', percent(1)), [8_100_000n, 'percent-rounded']],
    [number('0.085', percent(0)), [9_000_000n, 'percent-rounded']],
    [number('-0.085', percent(0)), [-9_000_000n, 'percent-rounded']],
    [number('0.0804999999999', percent(1)), [8_000_000n, 'percent-rounded']],
    [number('0.012345678912', percent(2)), [1_230_000n, 'percent-rounded']],
    [new PlainNumber(8049, 5, percent(1)), [8_000_000n, 'percent-rounded']],
    [textCell('8%'), 8_000_000n],
    [textCell('８％'), 8_000_000n],
    [textCell('0.08'), 80_000n],
    [number('-3.2'), -3_200_000n],
    [textCell('-3.2%'), -3_200_000n],
    [textCell('8‰'), 'unit-mismatch'],
  ])('given by %p is %p', (cell, expected) => {
    expect(outcome(readQuantity(cell, '%', true))).toEqual(expected);
  });

  it('converts by the unit that a cell of its own gives, and refuses one that does not fit', () => {
    expect(outcome(readQuantity(number('1.5'), '万元', false, '亿元'))).toEqual([
      15_000_000_000n,
      'unit-converted',
    ]);
    expect(outcome(readQuantity(number('15'), '笔', false, '家'))).toBe('unit-mismatch');
    expect(outcome(readQuantity(textCell('15元'), '万元', false, '亿元'))).toEqual([
      1500n,
      'unit-converted',
    ]);
  });
});

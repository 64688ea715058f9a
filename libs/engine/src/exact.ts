import { decimalsOf, type Unit } from './unit.js';

const plainDecimal = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a plain decimal such as `-12.5` as an integer of the unit's smallest step.
 * @returns undefined when the text is no plain decimal, or has more decimals than the unit holds;
 *   never a rounded value.
 */
export function parseQuantity(text: string, unit: Unit): bigint | undefined {
  const match = plainDecimal.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const decimals = decimalsOf[unit];
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) return undefined;
  const steps = BigInt(whole + significant.padEnd(decimals, '0'));
  return sign === '-' ? -steps : steps;
}

/** As {@link parseQuantity}, for figures written in code: throws where those return undefined. */
export function quantity(text: string, unit: Unit): bigint {
  const steps = parseQuantity(text, unit);
  if (steps === undefined) throw new Error(`'${text}' is no exact quantity in ${unit}`);
  return steps;
}

/** Writes a quantity as an exact decimal in its unit, without separators or trailing zeros. */
export function formatQuantity(steps: bigint, unit: Unit): string {
  return formatScaled(steps, decimalsOf[unit]);
}

/** Writes `steps · 10^-decimals` as a decimal without trailing zeros. */
export function formatScaled(steps: bigint, decimals: number): string {
  if (decimals === 0) return steps.toString();
  const negative = steps < 0n;
  const digits = (negative ? -steps : steps).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === zero) end -= 1;
  const whole = digits.slice(0, point);
  const unsigned = end === point ? whole : `${whole}.${digits.slice(point, end)}`;
  return negative ? `-${unsigned}` : unsigned;
}

const zero = '0'.charCodeAt(0);

/** Hundredths written with both decimals: 3000 is `30.00`. */
export function twoDecimals(hundredths: bigint): string {
  const text = formatScaled(hundredths, 2);
  const [whole = '0', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** A closed interval of quantities; `upper` is null where nothing bounds it from above. */
export interface Range {
  readonly lower: bigint;
  readonly upper: bigint | null;
}

/** The range that holds exactly one quantity. */
export function exactly(value: bigint): Range {
  return { lower: value, upper: value };
}

/** The sum of two ranges. */
export function addRanges(a: Range, b: Range): Range {
  return {
    lower: a.lower + b.lower,
    upper: a.upper === null || b.upper === null ? null : a.upper + b.upper,
  };
}

/** The range's one value, or undefined where it holds several. */
export function singleValue(range: Range): bigint | undefined {
  return range.lower === range.upper ? range.lower : undefined;
}

/** An exact decimal: `coefficient · 10^-scale`. */
export interface ExactDecimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

const spelledNumber = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Longer texts are no figures; the bound keeps the arithmetic on a hostile one short. */
const longestNumber = 350;
/** What spreadsheets keep. */
const significantDigits = 15;
/** Noise of a short calculation in doubles, in units of the last place. */
const noise = 4;

/** Reads a number as files spell it, with an exponent or without; undefined if it is none. */
export function parseDecimal(text: string): ExactDecimal | undefined {
  const match = text.length <= longestNumber ? spelledNumber.exec(text) : null;
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const coefficient = BigInt(whole + fraction);
  return shifted(
    { coefficient: sign === '-' ? -coefficient : coefficient, scale: fraction.length },
    Number(exponent),
  );
}

/** `value · 10^places`. */
export function shifted({ coefficient, scale }: ExactDecimal, places: number): ExactDecimal {
  const moved = scale - places;
  return moved >= 0
    ? { coefficient, scale: moved }
    : { coefficient: coefficient * 10n ** BigInt(-moved), scale: 0 };
}

/**
 * Takes a stored number at the 15 significant digits that spreadsheets keep.
 * @returns undefined where that changes it by more than floating-point noise.
 */
export function atFifteenDigits(value: ExactDecimal): ExactDecimal | undefined {
  const { coefficient, scale } = value;
  const size = coefficient < 0n ? -coefficient : coefficient;
  const excess = size.toString().length - significantDigits;
  if (excess <= 0) return value;
  const unit = 10n ** BigInt(excess);
  const rounded = ((size + unit / 2n) / unit) * unit;
  const change = rounded > size ? rounded - size : size - rounded;
  const approximate = (n: bigint) => Number(`${n}e${-scale}`);
  const lastPlace = 2 ** (Math.floor(Math.log2(approximate(size))) - 52);
  const whole = scale === 0;
  if (change !== 0n && (whole || approximate(change) > noise * lastPlace)) return undefined;
  return { coefficient: coefficient < 0n ? -rounded : rounded, scale };
}

/** The decimal as an integer of `10^-decimals`; undefined where it has more decimals than that. */
export function toSteps(
  { coefficient, scale }: ExactDecimal,
  decimals: number,
): bigint | undefined {
  if (scale <= decimals) return coefficient * 10n ** BigInt(decimals - scale);
  const unit = 10n ** BigInt(scale - decimals);
  return coefficient % unit === 0n ? coefficient / unit : undefined;
}

/** At so many decimals, a half going away from zero, as spreadsheets show it. */
export function roundedTo({ coefficient, scale }: ExactDecimal, decimals: number): ExactDecimal {
  if (scale <= decimals) return { coefficient, scale };
  const unit = 10n ** BigInt(scale - decimals);
  const half = coefficient < 0n ? -unit / 2n : unit / 2n;
  return { coefficient: (coefficient + half) / unit, scale: decimals };
}

/** Written out, with as many decimals as its scale has. */
export function spelled({ coefficient, scale }: ExactDecimal): string {
  const sign = coefficient < 0n ? '-' : '';
  const digits = (coefficient < 0n ? -coefficient : coefficient)
    .toString()
    .padStart(scale + 1, '0');
  const point = digits.length - scale;
  return sign + digits.slice(0, point) + (scale > 0 ? `.${digits.slice(point)}` : '');
}

import { decimalsOf, type Unit } from '#engine';
import { fault, isFault, noted, type CellReading, type Fault } from './cell-reading.js';
import { atFifteenDigits, parseDecimal, roundedTo, shifted, spelled, toSteps } from './decimal.js';
import type { ExactDecimal } from './decimal.js';
import { fold } from './fold.js';
import { PlainNumber, type RawCell } from './raw-cell.js';

/** A plain number in text, with separators of thousands or without, and a unit behind it. */
const numberText = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?\s*([^\d\s.,+-]*)$/;

/** Money units by the power of ten that turns them into 万元. */
const moneyUnits: Readonly<Record<string, number>> = { 元: -4, 万元: 0, 亿元: 4 };

/** Reads an amount of a ledger, given in 万元, as an integer of 分. */
export function readAmount(cell: RawCell): CellReading<number> {
  const plain = plainSteps(cell, decimalsOf.万元);
  return plain >= 0 ? plain : asSafeInteger(readQuantity(cell, '万元', false));
}

/** Reads a whole number of a ledger, zero or more. */
export function readCount(cell: RawCell): CellReading<number> {
  const plain = plainSteps(cell, 0);
  return plain >= 0 ? plain : asSafeInteger(readQuantity(cell, '个', false, ''));
}

/** A number written plainly as an integer of `10^-decimals`; -1 where it needs another look. */
function plainSteps(cell: RawCell, decimals: number): number {
  if (cell instanceof PlainNumber) return cell.steps(decimals);
  const written = cell.kind === 'text' ? PlainNumber.in(cell.text) : undefined;
  return written ? written.steps(decimals) : -1;
}

/**
 * Reads a quantity as an integer of the unit's smallest step.
 * @param stated the unit that a cell of its own gives, where there is one
 */
export function readQuantity(
  cell: RawCell,
  unit: Unit,
  mayBeNegative: boolean,
  stated: string = unit,
): CellReading<bigint> {
  const number = readNumber(cell, unit);
  if (isFault(number)) return number;
  const { value, unit: written, rounded } = number;
  const given = written === '' ? stated : written;
  const places = placesTo(unit, given);
  if (places === undefined) return unitMismatch(given, unit, `以${unit}为单位的数`);
  const decimals = decimalsOf[unit];
  const steps = toSteps(shifted(value, places), decimals);
  if (steps === undefined) return tooManyDecimals(unit, decimals);
  if (steps < 0n && !mayBeNegative) {
    return fault('number-negative', '零或正数', '不能是负数，请核对。');
  }
  if (rounded !== undefined) return noted(steps, 'percent-rounded', rounded);
  if (places === 0) return steps;
  return noted(steps, 'unit-converted', `以“${given}”为单位，已换算为“${unit}”。`);
}

/** Reads the unit that a cell of its own gives for a quantity. */
export function readUnit({ text }: RawCell, unit: Unit): CellReading<string> {
  const given = fold(text);
  return placesTo(unit, given) === undefined ? unitMismatch(given, unit, unit) : given;
}

/** How many places the point moves from a unit to another; undefined where it cannot. */
function placesTo(unit: Unit, given: string): number | undefined {
  if (given === unit || given === '') return 0;
  return unit === '万元' && Object.hasOwn(moneyUnits, given) ? moneyUnits[given] : undefined;
}

interface NumberWithUnit {
  readonly value: ExactDecimal;
  /** Empty where the cell gives none. */
  readonly unit: string;
  /** What to say where the value is another than the stored one. */
  readonly rounded?: string;
}

function readNumber(cell: RawCell, unit: Unit): NumberWithUnit | Fault {
  if (cell.kind === 'number') return readStoredNumber(cell, unit);
  const match = cell.kind === 'text' ? numberText.exec(fold(cell.text)) : null;
  if (!match) return notANumber(unit);
  const [, sign = '', whole = '', fraction = '', written = ''] = match;
  const value = parseDecimal(sign + whole.replaceAll(',', '') + fraction);
  return value ? { value, unit: written } : notANumber(unit);
}

function readStoredNumber({ text, shownAs }: RawCell, unit: Unit): NumberWithUnit | Fault {
  const stored = parseDecimal(text);
  if (!stored) return notANumber(unit);
  if (shownAs === 'date') return shownOtherwise(unit, '日期');
  if (shownAs && unit !== '%') return shownOtherwise(unit, '百分比');
  const value = atFifteenDigits(stored);
  if (!value) {
    const says = '超过15位有效数字，表格软件会丢掉多出的位数，请核对后以文本格式填写。';
    return fault('number-precision', '不超过15位有效数字的数', says);
  }
  return shownAs ? asShown(shifted(value, 2), shownAs.percentDecimals) : { value, unit: '' };
}

/** What a number shows as a percentage with so many decimals; undefined of what is no number. */
export function shownPercentage(text: string, decimals: number): string | undefined {
  const stored = parseDecimal(text);
  const value = stored && atFifteenDigits(stored);
  return value && `${spelled(roundedTo(shifted(value, 2), decimals))}%`;
}

/** A percentage at the decimals that its format shows. */
function asShown(value: ExactDecimal, decimals: number): NumberWithUnit {
  const shown = roundedTo(value, decimals);
  if (toSteps(value, decimals) !== undefined) return { value, unit: '' };
  const [whole, words] = [spelled(value), `${spelled(shown)}%`];
  const rounded = `存的是${whole}%，显示为${words}，已按${words}计；应当更精确的，请把显示的位数加足。`;
  return { value: shown, unit: '', rounded };
}

function asSafeInteger(reading: CellReading<bigint>): CellReading<number> {
  if (isFault(reading)) return reading;
  const steps = typeof reading === 'bigint' ? reading : reading.value;
  if (steps > BigInt(Number.MAX_SAFE_INTEGER)) {
    return fault(
      'number-too-large',
      '不超过九十万亿元的金额或不超过九千万亿的整数',
      '数值过大，请核对单位。',
    );
  }
  return typeof reading === 'bigint' ? Number(steps) : { ...reading, value: Number(steps) };
}

function tooManyDecimals(unit: Unit, decimals: number): Fault {
  return decimals === 0
    ? fault('count-form', '整数', '应为整数，请核对。')
    : fault('number-decimals', `最多${decimals}位小数`, `小数超过${decimals}位，请核对${unit}数。`);
}

function unitMismatch(given: string, unit: Unit, expected: string): Fault {
  const says = `单位“${given}”不能换算成“${unit}”，请改用“${unit}”。`;
  return fault('unit-mismatch', expected, says);
}

const askedFor: Partial<Record<Unit, string>> = { 万元: '金额', '%': '百分数' };

function shownOtherwise(unit: Unit, format: string): Fault {
  const what = askedFor[unit] ?? '整数';
  const says = `该列填${what}，不能用${format}格式，请改为数值格式并核对。`;
  return fault('number-form', `以${unit}为单位的数`, says);
}

const notANumber = (unit: Unit) =>
  fault('number-form', `以${unit}为单位的数`, '不是可以识别的数，请填阿拉伯数字。');

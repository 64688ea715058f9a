import { fault, type CellReading } from './cell-reading.js';
import { fold } from './fold.js';

/** GB 32100-2015: digits and capitals without I, O, Z, S, V, in the order of their values. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const length = 18;
const modulus = 31;

const valueOf = new Int8Array(128).fill(-1);
for (let value = 0; value < modulus; value++) valueOf[characters.charCodeAt(value)] = value;

/** Powers of 3 modulo 31, one for each character before the check character. */
const weights = Int8Array.from({ length: length - 1 }, (_, place) =>
  Number(3n ** BigInt(place) % 31n),
);

const expected = '18位统一社会信用代码，如 91110000802100433B';

/**
 * Reads a 统一社会信用代码 by GB 32100-2015. Only the check character decides; neither the area nor
 * the inner code is looked up.
 */
export function readCreditCode(text: string): CellReading<string> {
  if (text.length === length && text.at(-1) === checkCharacter(text)) return text;
  const code = fold(text).toUpperCase();
  if (code.length !== length) {
    return fault('credit-code-form', expected, `应为18位，现为${code.length}位，请核对后补正。`);
  }
  const check = checkCharacter(code);
  if (check === undefined) {
    const says =
      '含有代码中不会出现的字符（只能用数字和除 I、O、Z、S、V 以外的大写字母），请核对。';
    return fault('credit-code-form', expected, says);
  }
  if (check === code[length - 1]) return code;
  const says = '校验位不对，至少有一位填错，请对照营业执照或法人证书核对。';
  return fault('credit-code-check', expected, says);
}

/**
 * The check character that belongs to the first seventeen characters; undefined where one of the
 * characters given cannot occur.
 */
export function checkCharacter(code: string): string | undefined {
  let sum = 0;
  for (let place = 0; place < code.length; place++) {
    const value = valueOf[code.charCodeAt(place)] ?? -1;
    if (value < 0) return undefined;
    sum += value * (weights[place] ?? 0);
  }
  return characters[(modulus - (sum % modulus)) % modulus];
}

import { padded } from './draw.js';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * A 统一社会信用代码 of an invented unit, with the check character of GB 32100-2015.
 * @param division six-digit code of an invented place
 * @param serial different for each unit of the place, below 1,000,000,000
 */
export function inventedCreditCode(division: string, serial: number): string {
  const body = `91${division}${padded(serial, 9)}`;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + alphabet.charAt((31 - (sum % 31)) % 31);
}

/** A credit code as a hasty hand copies it: its last two digits before the check exchanged. */
export function miscopied(creditCode: string): string {
  const [a = '', b = ''] = creditCode.slice(15, 17);
  if (a === b) throw new Error(`${creditCode} reads the same with these digits exchanged`);
  return creditCode.slice(0, 15) + b + a + creditCode.slice(17);
}

/**
 * The number of an invented invention patent, with its check digit.
 * @param serial different for each patent of the year, below 10,000,000
 */
export function inventedPatentNumber(year: number, serial: number): string {
  const body = `${year}1${padded(serial, 7)}`;
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + ('0123456789X'[sum % 11] ?? '');
}

/** The number of an invented PCT application; the serial is below 1,000,000. */
export function inventedPctNumber(year: number, serial: number): string {
  return `PCT/CN${year}/${padded(serial, 6)}`;
}

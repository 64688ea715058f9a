import type { PatentForm } from '#engine';
import { fault, type CellReading, type Fault } from './cell-reading.js';
import { fold } from './fold.js';

/** A Chinese number: eight digits before the check digit up to 2003-09, twelve since. */
const chinese = /^(?:ZL|CN)?(\d{8}|\d{12})\.?([\dX])$/;
const international = /^PCT\/[A-Z]{2}\d{4}\/\d{6}$/;
const zero = 48;
const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** 发明, 实用新型, 外观设计, and the first two when they came by PCT. */
const kinds = '12389';
const inventions = '18';

const expected = '专利申请号或专利号（含校验位），如 201710736136.2；PCT申请如 PCT/CN2019/123456';

/** Reads a patent number with its check digit, or a PCT number, and gives it without ornament. */
export function readPatentNumber(text: string): CellReading<string> {
  const plain = chinese.exec(text);
  const number = plain ? text : fold(text).replace(/\s+/g, '').toUpperCase();
  const [, digits = '', check = ''] = plain ?? chinese.exec(number) ?? [];
  if (!digits && international.test(number)) return number;
  if (!digits || !kinds.includes(kindDigit(digits)) || !filedUnderItsForm(digits)) {
    return fault('patent-number-form', expected, '不是专利号或PCT申请号的写法，请核对。');
  }
  if (check === patentCheckDigit(digits)) return digits + check;
  return fault('patent-number-check', expected, '校验位不对，至少有一位填错，请对照证书核对。');
}

/** The check digit (0 to 9 or X) of the eight or twelve digits before it. */
export function patentCheckDigit(digits: string): string {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    sum += (digits.charCodeAt(place) - zero) * (weights[place] ?? 0);
  }
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}

/**
 * What is wrong where a number, once read, is not of the form that its type asks for.
 * @param forms by type
 */
export function checkPatentForm(
  number: string,
  type: string,
  forms: Readonly<Record<string, PatentForm>>,
): Fault | undefined {
  const form = Object.hasOwn(forms, type) ? forms[type] : 'any';
  const isInternational = number.startsWith('PCT/');
  if (form === 'any' || (form === 'pct' && isInternational)) return undefined;
  if (form === 'pct') {
    return fault('patent-number-kind', expected, `类型填的是“${type}”，但这不是PCT申请号。`);
  }
  if (isInternational) {
    const international = Object.keys(forms).find((each) => forms[each] === 'pct');
    const right = international === undefined ? `不是“${type}”` : `应为“${international}”`;
    const says = `类型填的是“${type}”，PCT申请号的类型${right}，请核对号码和类型。`;
    return fault('patent-number-kind', '种类位为1或8的号码', says);
  }
  if (inventions.includes(kindDigit(number))) return undefined;
  const says = `类型填的是“${type}”，但按号码中的种类位它不是发明专利，请核对号码和类型。`;
  return fault('patent-number-kind', '种类位为1或8的号码', says);
}

/** Fifth of twelve digits, third of eight. */
function kindDigit(number: string): string {
  return number.charAt(number.length >= 12 ? 4 : 2);
}

/** The short form was in use from 1985 to 2003, the long one has been since. */
function filedUnderItsForm(digits: string): boolean {
  const years = Number(digits.slice(0, digits.length === 12 ? 4 : 2));
  return digits.length === 12 ? years >= 2003 : years >= 85 || years <= 3;
}

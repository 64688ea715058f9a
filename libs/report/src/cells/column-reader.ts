import { yearEnd, type Column, type Day } from '#engine';
import { fault, isFault, type CellReading, type Fault } from './cell-reading.js';
import { readCreditCode } from './credit-code.js';
import { readDate } from './date-cell.js';
import { atFifteenDigits, parseDecimal, spelled, toSteps } from './decimal.js';
import { fold } from './fold.js';
import { readPatentNumber } from './patent-number.js';
import { readAmount, readCount } from './quantity-cell.js';
import type { DateSystem, RawCell } from './raw-cell.js';
import { asShown } from './shown-cell.js';

/** Any but these is a lost character, or one that no workbook can hold. */
const damage = /[^\t\n\r -~\u00A0-\uFFFC]/;

/** Takes a cell that is not blank. */
export type ReadCell = (cell: RawCell) => CellReading;

/** The reader for a column's cells in the report of a year. */
export function columnReader({ type }: Column, year: number, system: DateSystem): ReadCell {
  switch (type.kind) {
    case 'text':
      return (cell) => readShownText(cell, system);
    case 'yes-no':
      return readYesNo;
    case 'choice':
      return choiceReader(type.choices);
    case 'amount':
      return readAmount;
    case 'count':
      return readCount;
    case 'date': {
      const { rule } = type;
      if (!rule) return (cell) => readDate(cell, system);
      const within = rule === 'in-report-year';
      const [first, last] = [within ? `${year}-01-01` : '', yearEnd(year)];
      return (cell) => {
        const reading = readDate(cell, system);
        if (isFault(reading)) return reading;
        const date = typeof reading === 'string' ? reading : reading.value;
        return date >= first && date <= last ? reading : outsideYear(date, cell, year, within);
      };
    }
    case 'credit-code':
      return (cell) => shownAsText(cell, system, readCreditCode);
    case 'patent-number':
      return (cell) => shownAsText(cell, system, readPatentNumber);
  }
}

/** Free text, trimmed; a number is taken as its digits. */
export function readText(cell: RawCell): CellReading<string> {
  return asText(cell, trimmed);
}

/** Free text, trimmed; a number is taken as it shows. */
export function readShownText(cell: RawCell, system: DateSystem): CellReading<string> {
  return shownAsText(cell, system, trimmed);
}

const trimmed = (text: string) => text.trim();

/** A number that would show a day and has none shows nothing, whatever its digits are. */
function shownAsText(
  cell: RawCell,
  system: DateSystem,
  read: (text: string) => CellReading<string>,
): CellReading<string> {
  const shown = asShown(cell, system);
  if (shown.shownAs !== 'date') return asText(shown, read);
  const says = '以日期格式存放，而没有这一天，看不到内容，请改为文本格式后重填。';
  return fault('date-nonexistent', '文本格式的内容', says);
}

function asText(cell: RawCell, read: (text: string) => CellReading<string>): CellReading<string> {
  if (cell.kind !== 'number') {
    if (!damage.test(cell.text)) return read(cell.text);
    return fault('text-damaged', '文字', '含有乱码或控制字符，请重新录入。');
  }
  const digits = digitsOf(cell.text);
  return digits === undefined
    ? fault(
        'digits-lost',
        '文本格式的号码',
        '以数字格式存放，末尾几位可能已丢失，请改为文本格式后重填。',
      )
    : read(digits);
}

/**
 * The digits of a number that stands for a text, as a spreadsheet shows them: what it stores beyond
 * the fifteenth is noise of doubles. Undefined where some have been lost.
 */
function digitsOf(text: string): string | undefined {
  const stored = parseDecimal(text);
  const value = stored && atFifteenDigits(stored);
  if (!value) return undefined;
  const whole = toSteps(value, 0);
  if (whole === undefined) return spelled(value).replace(/0+$/, '');
  return whole.toString().length > 15 ? undefined : whole.toString();
}

/** What to say of a number that was read as a day without being shown as one, such as 2021. */
function asSerial({ kind, text, shownAs }: RawCell, date: Day): string {
  const isSerial = kind === 'number' && shownAs === undefined && text !== date.replaceAll('-', '');
  return isSerial ? `按日期序号即${date}，` : '';
}

function outsideYear(date: Day, cell: RawCell, year: number, within: boolean): Fault {
  const last = yearEnd(year);
  const expected = within ? `${year}年内的日期` : `不晚于${last}`;
  if (date > last) {
    const says = `${asSerial(cell, date)}晚于报告年度（${year}年）年末，请核对，或移到以后年度的报告。`;
    return fault('date-after-year', expected, says);
  }
  const says = `${asSerial(cell, date)}不在报告年度（${year}年）内，请核对，或移到相应年度的报告。`;
  return fault('date-outside-year', expected, says);
}

function readYesNo(cell: RawCell): CellReading<boolean> {
  if (cell.kind === 'boolean') return cell.text === 'TRUE';
  const word = cell.kind === 'text' ? fold(cell.text) : '';
  if (word === '是' || word === '否') return word === '是';
  return fault('yes-no-form', '是或否', '只能填“是”或“否”。');
}

function choiceReader(choices: readonly string[]): ReadCell {
  const byFolded = new Map(choices.map((choice) => [fold(choice), choice]));
  const listed = choices.join('、');
  return (cell) => {
    const choice = byFolded.get(cell.text) ?? byFolded.get(fold(cell.text));
    return choice ?? fault('choice-unknown', listed, `只能填：${listed}。`);
  };
}

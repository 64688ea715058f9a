import { day, type Day } from '#engine';
import { fault, noted, type CellReading, type Fault } from './cell-reading.js';
import { fold } from './fold.js';
import { PlainNumber, type DateSystem, type RawCell } from './raw-cell.js';

const written = /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})(日?)$/;
/** As nearly every date in text is written, and as a {@link Day} is. */
const plain = /^\d{4}-\d\d-\d\d$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const timeOfDay =
  /^(.*?)[T\s]\s*([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?\s*(?:(Z)|([+-])([01]\d|2[0-3]):?([0-5]\d))?$/;
const severalReadings = /^\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,3}$|^\d{2}\s*[-/.年]/;
const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/;
const serialNumber = /^(\d{1,8})(\.\d+)?$/;

const expected = '日期，如 2021-03-05';
const timeDropped = '带有时间，已只取日期。';
const momentMoved = '带有时间和时区，已换算为北京时间，只取日期。';
const dayInMilliseconds = 86_400_000;
const minuteInMilliseconds = 60_000;
/** Beijing's offset, in which the reports count their days. */
const beijingMinutes = 8 * 60;
/** The days of two centuries, by their serials; a ledger's dates repeat. */
const mostKnownDays = 73_050;
const knownDays: Record<DateSystem, (Day | undefined)[]> = { 1900: [], 1904: [] };
/** Serial 60 of the 1900 system is 1900-02-29, a day that never was. */
const phantomDay = 60;

/** Reads a date: an Excel serial, eight digits, or one of the usual ways to write a day. */
export function readDate(cell: RawCell, system: DateSystem): CellReading<Day> {
  if (cell instanceof PlainNumber && cell.scale === 0) return readWholeNumber(cell, system);
  if (cell.kind === 'number') return readDateNumber(cell.text, system);
  if (cell.kind === 'text') {
    return plain.test(cell.text) ? readPlainDay(cell.text) : readDateText(fold(cell.text));
  }
  return notADate();
}

/** What a number shows as a day: that day, and its time; undefined where there is no such day. */
export function shownDay(text: string, system: DateSystem): string | undefined {
  const [, whole = '', fraction = '0'] = serialNumber.exec(plainly(text)) ?? [];
  const date = ofSerial(Number(whole), system);
  if (date === undefined) return undefined;
  const seconds = Math.min(Math.round(Number(fraction) * 86_400), 86_399);
  return seconds === 0 ? date : `${date} ${new Date(seconds * 1000).toISOString().slice(11, 19)}`;
}

function readWholeNumber(cell: PlainNumber, system: DateSystem): CellReading<Day> {
  const days = knownDays[system];
  const known = days[cell.digits];
  if (known !== undefined) return known;
  const reading = readDateNumber(cell.text, system);
  if (typeof reading === 'string' && cell.digits < mostKnownDays) days[cell.digits] = reading;
  return reading;
}

function readPlainDay(text: string): CellReading<Day> {
  const [year, month, dayOfMonth] = [text.slice(0, 4), text.slice(5, 7), text.slice(8)];
  return day(Number(year), Number(month), Number(dayOfMonth)) ?? noSuchDay();
}

function readDateNumber(text: string, system: DateSystem): CellReading<Day> {
  const digits = serialNumber.exec(text) ?? serialNumber.exec(plainly(text));
  if (!digits) return notADate();
  const [, whole = '', fraction] = digits;
  if (whole.length === 8) return fraction ? notADate() : readDateText(whole);
  const date = ofSerial(Number(whole), system);
  if (date === undefined) return notADate();
  return Number(fraction ?? 0) > 0 ? noted(date, 'date-time-dropped', timeDropped) : date;
}

/** A number that was stored with an exponent, written out. */
function plainly(text: string): string {
  return /e/i.test(text) ? String(Number(text)) : text;
}

function ofSerial(serial: number, system: DateSystem): Day | undefined {
  if (system === 1900 && (serial === phantomDay || serial === 0)) return undefined;
  const origin = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const early = system === 1900 && serial < phantomDay ? 1 : 0;
  return dayAt(origin + (serial + early) * dayInMilliseconds);
}

function dayAt(milliseconds: number): Day | undefined {
  const date = new Date(milliseconds);
  return day(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Minutes from a day's beginning in Beijing to a moment of that day elsewhere; undefined without a zone. */
function minutesInBeijing(time: RegExpExecArray): number | undefined {
  const [, , hours, minutes, utc, sign, offsetHours, offsetMinutes] = time;
  if (!utc && !sign) return undefined;
  const offset = utc ? 0 : Number(offsetHours) * 60 + Number(offsetMinutes);
  const elsewhere = Number(hours) * 60 + Number(minutes);
  return elsewhere + beijingMinutes - (sign === '-' ? -offset : offset);
}

function readDateText(text: string): CellReading<Day> {
  const withTime = timeOfDay.exec(text);
  const dateText = withTime?.[1]?.trim() ?? text;
  const parts = compact.exec(dateText) ?? writtenParts(dateText);
  if (!parts) return misspelled(dateText);
  const [, year, month, dayOfMonth] = parts;
  const date = day(Number(year), Number(month), Number(dayOfMonth));
  if (date === undefined) return noSuchDay();
  if (!withTime) return date;
  const minutes = minutesInBeijing(withTime);
  if (minutes === undefined) return noted(date, 'date-time-dropped', timeDropped);
  const inBeijing = dayAt(Date.parse(date) + minutes * minuteInMilliseconds);
  return inBeijing ? noted(inBeijing, 'date-time-dropped', momentMoved) : noSuchDay();
}

/** What is wrong with a day in another form, which may be read in one way, in several or in none. */
function misspelled(text: string): Fault {
  const match = yearLast.exec(text);
  if (!match) return severalReadings.test(text) ? ambiguous() : notADate();
  const [, one, other, year] = match.map(Number);
  const days = [day(year ?? 0, one ?? 0, other ?? 0), day(year ?? 0, other ?? 0, one ?? 0)];
  const [only, another] = new Set(days.filter((each) => each !== undefined));
  if (another !== undefined) return ambiguous();
  if (only === undefined) return noSuchDay();
  return fault('date-form', expected, `这种写法不被接受，请写成${only}。`);
}

function writtenParts(text: string): readonly (string | undefined)[] | undefined {
  const match = written.exec(text);
  if (!match) return undefined;
  const [, year, dashed, slashed, dotted, chinese, dayOfMonth, mark] = match;
  if ((chinese !== undefined) !== (mark !== '')) return undefined;
  return [text, year, dashed ?? slashed ?? dotted ?? chinese, dayOfMonth];
}

const noSuchDay = () => fault('date-nonexistent', expected, '没有这一天，请核对月份和日期。');

const ambiguous = () =>
  fault('date-ambiguous', expected, '可以有不止一种读法，请按“年-月-日”填写，年份写四位。');

const notADate = () =>
  fault('date-form', expected, '不是可以识别的日期，请按“2021-03-05”这样填写。');

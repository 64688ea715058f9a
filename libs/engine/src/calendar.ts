/**
 * A day of the calendar in Beijing, written `YYYY-MM-DD`. Days compare as their texts do, so no
 * time zone can move one.
 */
export type Day = string;

/** A span of days, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day with this year, month (1 to 12) and day of the month, or undefined if there is none. */
export function day(year: number, month: number, dayOfMonth: number): Day | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && leap ? 29 : daysInMonth[month - 1];
  if (length === undefined || dayOfMonth < 1 || dayOfMonth > length) return undefined;
  if (year < 1900 || year > 9999) return undefined;
  const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);
  return `${year}-${two(month)}-${two(dayOfMonth)}`;
}

/** The last day of a year. */
export function yearEnd(year: number): Day {
  return `${year}-12-31`;
}

/** The year that a day is in. */
export function yearOf(date: Day): number {
  return Number(date.slice(0, 4));
}

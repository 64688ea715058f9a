import { createRequire } from 'node:module';
import { yearOf, type Day } from '#engine';
import { failed, ok, type Outcome } from '../outcome.js';

/** The days off, and the weekend days worked for them, of a calendar year (放假安排). */
export interface HolidayTable {
  readonly year: number;
  readonly holidays: readonly Day[];
  /** 调休上班 */
  readonly workdays: readonly Day[];
}

// The package's functions shift a day where the machine's zone is west of Greenwich, and take a year
// that they do not know for one without holidays; its data does neither.
const require = createRequire(import.meta.url);
const announced: unknown = require('chinese-days/dist/chinese-days.json');

/** Tells workdays (工作日) from days off, in the years whose holidays it knows. */
export class WorkCalendar {
  private readonly tables = new Map(announcedTables().map((table) => [table.year, table]));

  /** @param recorded goes before what the product knows; of two for one year the later holds */
  constructor(recorded: readonly HolidayTable[]) {
    for (const table of recorded) this.tables.set(table.year, table);
  }

  /** The workday so many workdays after a day, or before it where the number is negative. */
  workdaysFrom(from: Day, workdays: number): Outcome<Day> {
    const step = Math.sign(workdays);
    let left = Math.abs(workdays);
    let day = from;
    while (left > 0) {
      day = neighbour(day, step);
      const table = this.tables.get(yearOf(day));
      if (!table) return failed({ kind: 'holidays-unknown', year: yearOf(day) });
      if (isWorkday(day, table)) left -= 1;
    }
    return ok(day);
  }
}

function isWorkday(day: Day, { holidays, workdays }: HolidayTable): boolean {
  if (workdays.includes(day)) return true;
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}

/** A day's text is read as midnight in Greenwich, so that no zone moves it. */
function neighbour(day: Day, step: number): Day {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}

function announcedTables(): readonly HolidayTable[] {
  const [holidays, workdays] = [daysIn('holidays'), daysIn('workdays')];
  const years = [...new Set(holidays.map(yearOf))];
  return years.map((year) => ({
    year,
    holidays: holidays.filter((day) => yearOf(day) === year),
    workdays: workdays.filter((day) => yearOf(day) === year),
  }));
}

function daysIn(list: 'holidays' | 'workdays'): readonly Day[] {
  if (typeof announced !== 'object' || announced === null || !(list in announced)) {
    throw new Error(`chinese-days has no ${list}`);
  }
  const days: unknown = Object.entries(announced).find(([name]) => name === list)?.[1];
  return Object.keys(typeof days === 'object' && days !== null ? days : {});
}

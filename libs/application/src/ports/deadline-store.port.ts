import type { Day } from '#engine';
import type { Step } from '../deadlines/step.js';
import type { HolidayTable } from '../deadlines/work-calendar.js';
import type { Instant } from '../instant.js';

/** Until when a step is to be done with the reports of a year (期限): the end of a day in Beijing. */
export interface Deadline {
  readonly id: string;
  readonly programme: string;
  readonly year: number;
  readonly step: Step;
  readonly due: Day;
  /** How the day was said, where it was counted: so many workdays after a day. */
  readonly counted: { readonly workdays: number; readonly after: Day } | null;
  /** From this day on reminders go out. */
  readonly remindFrom: Day;
  /** The number of the document that sets it. */
  readonly document: string;
  /** The deadline that this one changes. */
  readonly replaces: string | null;
  readonly recordedAt: Instant;
  /** An account. */
  readonly recordedBy: string;
}

/** A holiday table as recorded, with the number of the document that announces it. */
export interface RecordedHolidays extends HolidayTable {
  readonly document: string;
  readonly recordedAt: Instant;
  /** An account. */
  readonly recordedBy: string;
}

/** Deadlines and the holidays that they are counted by, which are only ever added. */
export interface DeadlineStore {
  /** Within a transaction. @throws where another replaces the same */
  add(deadline: Deadline): Promise<void>;
  /** All of a programme, oldest first, changed ones included. */
  all(programme: string): Promise<readonly Deadline[]>;
  /** Within a transaction. */
  addHolidays(holidays: RecordedHolidays): Promise<void>;
  /** All tables, oldest first. */
  holidays(): Promise<readonly RecordedHolidays[]>;
}

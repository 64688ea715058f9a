import { yearOf } from '#engine';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { RecordedHolidays } from '../ports/deadline-store.port.js';
import type { Service } from '../service.js';

/** Records the holidays of a year as they were announced (放假安排); the table recorded last holds. */
export class RecordHolidays {
  constructor(
    private readonly service: Pick<Service, 'transactions' | 'deadlines' | 'audit' | 'clock'>,
  ) {}

  async execute(
    { account }: Actor,
    table: Omit<RecordedHolidays, 'recordedAt' | 'recordedBy'>,
  ): Promise<Outcome<RecordedHolidays>> {
    const { transactions, deadlines, audit, clock } = this.service;
    const { year, document } = table;
    const outside = [...table.holidays, ...table.workdays].find((day) => yearOf(day) !== year);
    if (outside !== undefined) return failed({ kind: 'day-outside-year', day: outside, year });
    const both = table.holidays.find((day) => table.workdays.includes(day));
    if (both !== undefined) return failed({ kind: 'day-off-and-worked', day: both });
    return transactions.run(async () => {
      const recorded = { ...table, recordedAt: clock.now(), recordedBy: account };
      await deadlines.addHolidays(recorded);
      const about = { year, document };
      await audit.add({ at: recorded.recordedAt, who: account, what: 'holidays-recorded', about });
      return ok(recorded);
    });
  }
}

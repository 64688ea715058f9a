import { steps, type Deadline, type DeadlineStore, type RecordedHolidays } from '#application';
import { filledIn, oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { DeadlineEntity, HolidayTableEntity } from './entities/deadline.entity.js';

/** Deadlines and holidays in the database. */
export class DeadlineRepository implements DeadlineStore {
  constructor(private readonly database: Database) {}

  async add({ counted, ...deadline }: Deadline): Promise<void> {
    const { workdays = null, after: countedAfter = null } = counted ?? {};
    await this.database.add(DeadlineEntity, { ...deadline, workdays, countedAfter });
  }

  async all(programme: string): Promise<readonly Deadline[]> {
    const order = { number: 'ASC' } as const;
    const rows = await this.database.reader.find(DeadlineEntity, { where: { programme }, order });
    return rows.map(deadlineFromRow);
  }

  async addHolidays({ holidays, workdays, ...table }: RecordedHolidays): Promise<void> {
    const row = { ...table, holidays: holidays.join(' '), workdays: workdays.join(' ') };
    await this.database.add(HolidayTableEntity, row);
  }

  async holidays(): Promise<readonly RecordedHolidays[]> {
    const rows = await this.database.reader.find(HolidayTableEntity, { order: { number: 'ASC' } });
    return rows.map(({ year, document, holidays, workdays, recordedAt, recordedBy }) => ({
      ...{ year, document, recordedAt, recordedBy },
      ...{ holidays: daysFromText(holidays), workdays: daysFromText(workdays) },
    }));
  }
}

function deadlineFromRow(row: DeadlineEntity): Deadline {
  const { id, programme, year, step, due, workdays, countedAfter, ...rest } = row;
  const { remindFrom, document, replaces, recordedAt, recordedBy } = rest;
  return {
    ...{ id, programme, year, step: oneOf(steps, step), due, remindFrom, document, replaces },
    ...{ recordedAt, recordedBy },
    counted:
      workdays === null ? null : { workdays, after: filledIn(countedAfter, 'counted_after') },
  };
}

function daysFromText(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

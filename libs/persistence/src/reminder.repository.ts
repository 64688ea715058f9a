import type {
  Delivery,
  Page,
  PageRequest,
  Reminder,
  ReminderStore,
  SubjectKey,
  SubjectReminder,
} from '#application';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import {
  ReminderDeliveryEntity,
  ReminderEntity,
  ReminderSubjectEntity,
} from './entities/reminder.entity.js';
import { page } from './page.js';

const kinds = ['near', 'overdue'] as const;

/** Reminders in the database. */
export class ReminderRepository implements ReminderStore {
  constructor(private readonly database: Database) {}

  async add({ codes, ...reminder }: Reminder): Promise<void> {
    await this.database.add(ReminderEntity, { ...reminder });
    const number = await this.number(reminder.id);
    const { deadline, kind, account } = reminder;
    for (const code of codes) {
      const row = { reminder: number, code, deadline, kind, account };
      await this.database.add(ReminderSubjectEntity, row);
    }
  }

  async byId(id: string): Promise<Reminder | undefined> {
    const { reader } = this.database;
    const row = await reader.findOneBy(ReminderEntity, { id });
    if (!row) return undefined;
    const { number, programme, deadline, kind, account, at } = row;
    const order = { code: 'ASC' } as const;
    const where = { reminder: number };
    const subjects = await reader.find(ReminderSubjectEntity, { where, order });
    const codes = subjects.map(({ code }) => code);
    return { id, programme, deadline, kind: oneOf(kinds, kind), account, at, codes };
  }

  async reminded(deadline: string, kind: Reminder['kind']) {
    const rows = await this.database.reader.findBy(ReminderSubjectEntity, { deadline, kind });
    return rows.map(({ account, code }) => ({ account, code }));
  }

  async about(
    { programme, code }: SubjectKey,
    { limit, from }: PageRequest,
  ): Promise<Page<SubjectReminder>> {
    const query = this.database.reader
      .createQueryBuilder(ReminderEntity, 'reminder')
      .innerJoin(ReminderSubjectEntity, 'subject', 'subject.reminder = reminder.number')
      .where('subject.code = :code AND reminder.programme = :programme', { code, programme })
      .orderBy('reminder.number', 'DESC')
      .take(limit + 1);
    if (from !== undefined) query.andWhere('reminder.number < :from', { from });
    const rows: { readonly number: number; readonly reminder: SubjectReminder }[] = [];
    for (const row of await query.getMany()) {
      const { number, id, deadline, kind, account, at } = row;
      const delivery = await this.lastDelivery(number);
      const reminder = { id, deadline, kind: oneOf(kinds, kind), account, at, delivery };
      rows.push({ number, reminder });
    }
    return page(
      rows,
      limit,
      ({ reminder }) => reminder,
      ({ number }) => number,
    );
  }

  async addDelivery(id: string, delivery: Delivery): Promise<void> {
    const row = { reminder: await this.number(id), ...delivery };
    await this.database.add(ReminderDeliveryEntity, row);
  }

  async wasSent(id: string): Promise<boolean> {
    const sent = { reminder: await this.number(id), outcome: 'sent' };
    return this.database.reader.existsBy(ReminderDeliveryEntity, sent);
  }

  private async number(id: string): Promise<number> {
    return (await this.database.reader.findOneByOrFail(ReminderEntity, { id })).number;
  }

  private async lastDelivery(reminder: number): Promise<Delivery | null> {
    const row = await this.database.reader.findOne(ReminderDeliveryEntity, {
      where: { reminder },
      order: { number: 'DESC' },
    });
    if (!row) return null;
    return { outcome: oneOf(['sent', 'failed'], row.outcome), reason: row.reason, at: row.at };
  }
}

import { reminderLetter } from '../deadlines/reminder-letter.js';
import { system } from '../people/actor.js';
import type { Letter } from '../ports/mailer.port.js';
import type { Delivery, Reminder } from '../ports/reminder-store.port.js';
import type { Subject } from '../ports/subject-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';

/** Sends a reminder by e-mail, and records each try. */
export class SendReminder {
  constructor(private readonly service: Service) {}

  /**
   * Nothing where it was sent, or whom it is for has left. A server may take it twice where this
   * process dies in between; both bear one message number.
   * @throws what kept it from being sent, once that is recorded
   */
  async execute(id: string): Promise<void> {
    const { reminders, accounts, mailer } = this.service;
    if (!mailer) throw new Error('没有设置邮件服务器（SMTP_URL） no mail server is set');
    const reminder = await reminders.byId(id);
    if (!reminder) throw new Error(`no reminder ${id}`);
    const account = await accounts.byId(reminder.account);
    if (!account || account.closedAt !== null || (await reminders.wasSent(id))) return;
    const letter = await this.letter(reminder);
    try {
      await mailer.send({ ...letter, id, to: account.email });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await this.record(id, 'failed', reason);
      throw error;
    }
    await this.record(id, 'sent', null);
  }

  private async letter(reminder: Reminder): Promise<Pick<Letter, 'subject' | 'text'>> {
    const { deadlines, subjects, programmes } = this.service;
    const { deadline: id, programme, codes } = reminder;
    const of = programmeOf(programmes, programme);
    const deadline = (await deadlines.all(programme)).find((each) => each.id === id);
    if (!of.ok || !deadline) throw new Error(`the reminder ${reminder.id} is of no deadline`);
    const named: Subject[] = [];
    for (const code of codes) {
      const subject = await subjects.byKey({ programme, code });
      if (subject) named.push(subject);
    }
    return reminderLetter(reminder, deadline, of.value, named);
  }

  private record(
    reminder: string,
    outcome: Delivery['outcome'],
    reason: string | null,
  ): Promise<void> {
    const { transactions, reminders, audit, clock } = this.service;
    return transactions.run(async () => {
      const at = clock.now();
      await reminders.addDelivery(reminder, { outcome, reason, at });
      const about = { reminder, outcome, ...(reason !== null && { reason }) };
      await audit.add({ at, who: system.account, what: 'reminder-delivery', about });
    });
  }
}

import { actorOfStep, waitsFor } from '../deadlines/step.js';
import { dayOf } from '../instant.js';
import { system } from '../people/actor.js';
import { reaches } from '../people/area.js';
import type { Deadline } from '../ports/deadline-store.port.js';
import type { Reminder } from '../ports/reminder-store.port.js';
import type { Service } from '../service.js';
import { currentDeadlines } from './record-deadline.use-case.js';

/** Reminds of deadlines (催报): each account once that one is near, and once that it is over. */
export class Remind {
  constructor(
    private readonly service: Pick<
      Service,
      | 'programmes'
      | 'deadlines'
      | 'reminders'
      | 'moves'
      | 'accounts'
      | 'transactions'
      | 'jobs'
      | 'audit'
      | 'ids'
      | 'clock'
      | 'queue'
      | 'mailer'
    >,
  ) {}

  /** Makes whatever reminder is due by now, and has it sent where there is a mail server. */
  async remindDue(): Promise<void> {
    const { programmes, deadlines, transactions, queue } = this.service;
    for (const { id } of programmes) {
      for (const deadline of currentDeadlines(await deadlines.all(id))) {
        if ((await this.missing(deadline)).length === 0) continue;
        await transactions.run(async () => {
          for (const reminder of await this.missing(deadline)) await this.add(reminder);
        });
        queue.wake();
      }
    }
  }

  /** Who is to be reminded and was not: those on whose desk a subject's report lies. */
  private async missing(deadline: Deadline): Promise<readonly Omit<Reminder, 'id'>[]> {
    const { clock, moves, accounts, reminders } = this.service;
    const at = clock.now();
    const { id, programme, year, step, due, remindFrom } = deadline;
    if (dayOf(at) < remindFrom) return [];
    const kind: Reminder['kind'] = dayOf(at) > due ? 'overdue' : 'near';
    const states = await moves.states(programme, year);
    const waiting = states.filter(({ state, underDirectPlanning }) =>
      waitsFor(step, state, underDirectPlanning),
    );
    const known = new Set(
      (await reminders.reminded(id, kind)).map(({ account, code }) => `${account} ${code}`),
    );
    const responsible = await accounts.withRole(actorOfStep[step]);
    return responsible
      .map(({ id: account, grant }) => ({
        ...{ deadline: id, kind, account, at, programme },
        codes: waiting
          .map(({ code }) => code)
          .filter((code) => grant && reaches(grant.area, code) && !known.has(`${account} ${code}`)),
      }))
      .filter(({ codes }) => codes.length > 0);
  }

  private async add(reminder: Omit<Reminder, 'id'>): Promise<void> {
    const { reminders, jobs, audit, ids, mailer } = this.service;
    const id = ids.next();
    const { at, deadline, kind, account, codes } = reminder;
    await reminders.add({ ...reminder, id });
    if (mailer) await jobs.add({ kind: 'send-reminder', reminder: id });
    const about = { reminder: id, deadline, kind, account, subjects: codes.length };
    await audit.add({ at, who: system.account, what: 'reminder-made', about });
  }
}

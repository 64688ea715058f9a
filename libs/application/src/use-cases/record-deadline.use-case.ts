import { reportYears, type Day } from '#engine';
import { WorkCalendar } from '../deadlines/work-calendar.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { Deadline } from '../ports/deadline-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';

export interface NewDeadline extends Pick<
  Deadline,
  'programme' | 'year' | 'step' | 'document' | 'replaces'
> {
  readonly due: Day | { readonly workdays: number; readonly after: Day };
  /** Reminders go out so many workdays before. */
  readonly remindBefore: number;
}

/** Records until when a step is due (期限), and the holidays that workdays are counted by. */
export class RecordDeadline {
  constructor(private readonly service: Service) {}

  /** The day is counted once, here: holidays recorded later do not move it. */
  execute(actor: Actor, deadline: NewDeadline): Promise<Outcome<Deadline>> {
    return this.service.transactions.run(() => this.record(actor, deadline));
  }

  private async record(
    { account }: Actor,
    { due: said, remindBefore, ...deadline }: NewDeadline,
  ): Promise<Outcome<Deadline>> {
    const { deadlines, programmes, audit, ids, clock } = this.service;
    const { programme: id, year, step, replaces } = deadline;
    const programme = programmeOf(programmes, id);
    if (!programme.ok) return programme;
    const years = reportYears(programme.value);
    if (!years.includes(year)) return failed({ kind: 'year-not-reported', year, years });
    const current = currentDeadlines(await deadlines.all(id)).find(
      (each) => each.year === year && each.step === step,
    );
    if (replaces !== null && current?.id !== replaces) {
      return failed({ kind: 'not-the-current-deadline', replaces });
    }
    if (replaces === null && current) return failed({ kind: 'deadline-exists', id: current.id });
    const calendar = new WorkCalendar(await deadlines.holidays());
    const counted = typeof said === 'string' ? null : said;
    const due =
      typeof said === 'string' ? ok(said) : calendar.workdaysFrom(said.after, said.workdays);
    if (!due.ok) return due;
    const remindFrom = calendar.workdaysFrom(due.value, -remindBefore);
    if (!remindFrom.ok) return remindFrom;
    const recorded = {
      ...{ ...deadline, id: ids.next(), due: due.value, counted, remindFrom: remindFrom.value },
      ...{ recordedAt: clock.now(), recordedBy: account },
    };
    await deadlines.add(recorded);
    const about = { deadline: recorded.id, programme: id, year, step, due: due.value };
    await audit.add({ at: recorded.recordedAt, who: account, what: 'deadline-recorded', about });
    return ok(recorded);
  }
}

/** The deadlines that no later one changes. */
export function currentDeadlines(all: readonly Deadline[]): readonly Deadline[] {
  const replaced = new Set(all.map(({ replaces }) => replaces));
  return all.filter(({ id }) => !replaced.has(id));
}

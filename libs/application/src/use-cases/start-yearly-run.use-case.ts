import { dayOf } from '../instant.js';
import { failed, ok, type Outcome } from '../outcome.js';
import { system, type Actor } from '../people/actor.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import { jobsLeft } from '../yearly-run/jobs-left.js';
import { dueRuns, type Schedule } from '../yearly-run/schedule.js';

/** Starts the yearly run (年度评定): once per programme and year, however many ask. */
export class StartYearlyRun {
  constructor(
    private readonly service: Pick<
      Service,
      'programmes' | 'transactions' | 'yearlyRuns' | 'jobs' | 'audit' | 'clock' | 'queue'
    >,
  ) {}

  /**
   * Begins a run, or goes on with what of it was set aside. Not before its year is over in Beijing,
   * as the run of a year is frozen once and for all.
   * @returns whether it was begun now, and not before
   */
  async execute(actor: Actor, id: string, year: number): Promise<Outcome<{ isNew: boolean }>> {
    const { transactions, programmes, clock } = this.service;
    const programme = programmeOf(programmes, id);
    if (!programme.ok) return programme;
    const { years } = programme.value;
    if (!years.includes(year)) return failed({ kind: 'year-not-assessed', year, years });
    if (dayOf(clock.now()) <= `${year}-12-31`) return failed({ kind: 'year-not-over', year });
    return ok({ isNew: await transactions.run(() => this.begin(actor, id, year)) });
  }

  /** Starts whatever run is due by now. */
  async startDue(schedule: Schedule): Promise<void> {
    const { programmes, clock, yearlyRuns } = this.service;
    for (const { programme, year } of dueRuns(programmes, schedule, clock.now())) {
      const begun = await yearlyRuns.progress(programme, year);
      if (!begun) await this.execute(system, programme, year);
    }
  }

  private async begin({ account }: Actor, programme: string, year: number): Promise<boolean> {
    const { transactions, queue, yearlyRuns, jobs, audit, clock } = this.service;
    const at = clock.now();
    const isNew = await yearlyRuns.begin({ programme, year, startedAt: at, startedBy: account });
    const left = await jobsLeft(this.service, programme, year);
    for (const job of isNew ? left : await jobs.setAside(left)) await jobs.add(job);
    transactions.afterCommit(() => queue.wake());
    if (!isNew) return false;
    const subjects = (await yearlyRuns.waiting(programme, year)).length;
    const about = { programme, year, subjects };
    await audit.add({ at, who: account, what: 'yearly-run-started', about });
    return true;
  }
}

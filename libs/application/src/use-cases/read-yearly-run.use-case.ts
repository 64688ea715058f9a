import type { Subject } from '../ports/subject-store.port.js';
import type { YearlyRunProgress } from '../ports/yearly-run-store.port.js';
import type { Service } from '../service.js';
import { jobsLeft } from '../yearly-run/jobs-left.js';

/** How far a run has come, and what of it goes on only once it is asked for again. */
export interface YearlyRunStanding extends YearlyRunProgress {
  /** Those whose evaluation was set aside. */
  readonly setAside: readonly Pick<Subject, 'code' | 'name'>[];
  /** Whether nothing of it is under way: all that it waits for, or its summing up, was set aside. */
  readonly standsStill: boolean;
}

/** Says how far yearly runs have come. */
export class ReadYearlyRun {
  constructor(private readonly service: Pick<Service, 'yearlyRuns' | 'jobs' | 'subjects'>) {}

  async execute(programme: string, year: number): Promise<YearlyRunStanding | undefined> {
    const progress = await this.service.yearlyRuns.progress(programme, year);
    return progress && this.standing(progress);
  }

  /** A programme's runs, latest year first. */
  async list(programme: string): Promise<readonly YearlyRunStanding[]> {
    const runs = await this.service.yearlyRuns.list(programme);
    return Promise.all(runs.map((run) => this.standing(run)));
  }

  private async standing(run: YearlyRunProgress): Promise<YearlyRunStanding> {
    if (run.finishedAt !== null) return { ...run, setAside: [], standsStill: false };
    const { jobs, subjects } = this.service;
    const left = await jobsLeft(this.service, run.programme, run.year);
    const aside = await jobs.setAside(left);
    const setAside: YearlyRunStanding['setAside'][number][] = [];
    for (const job of aside) {
      const subject = job.kind === 'evaluate-in-run' && (await subjects.byKey(job));
      if (subject) setAside.push({ code: subject.code, name: subject.name });
    }
    return { ...run, setAside, standsStill: aside.length === left.length };
  }
}

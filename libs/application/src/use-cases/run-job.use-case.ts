import type { JobHandler } from '../job-runner.js';
import type { Job } from '../jobs.js';
import { system } from '../people/actor.js';
import type { Service } from '../service.js';
import { EvaluateSubject } from './evaluate-subject.use-case.js';
import { IngestReport } from './ingest-report.use-case.js';
import { RunYearlyRun } from './run-yearly-run.use-case.js';
import { SendReminder } from './send-reminder.use-case.js';

/** Does what a job says. */
export class RunJob implements JobHandler {
  private readonly ingestReport: IngestReport;
  private readonly evaluateSubject: EvaluateSubject;
  private readonly runYearlyRun: RunYearlyRun;
  private readonly sendReminder: SendReminder;

  constructor(private readonly service: Service) {
    this.ingestReport = new IngestReport(service);
    this.evaluateSubject = new EvaluateSubject(service);
    this.runYearlyRun = new RunYearlyRun(service);
    this.sendReminder = new SendReminder(service);
  }

  async run(job: Job, isLastTry: boolean): Promise<void> {
    switch (job.kind) {
      case 'ingest-report':
        return this.ingestReport.execute(job.report, isLastTry);
      case 'evaluate-subject':
        await this.evaluateSubject.execute(job, job.year, job.standing);
        return;
      case 'evaluate-in-run':
        return this.runYearlyRun.evaluate(job, job.year);
      case 'send-reminder':
        return this.sendReminder.execute(job.reminder);
      case 'sum-up-run':
        return this.runYearlyRun.sumUp(job.programme, job.year);
    }
  }

  async setAside(job: Job, reason: string): Promise<void> {
    const { reports, audit, clock } = this.service;
    const at = clock.now();
    if (job.kind !== 'ingest-report') {
      const { kind, ...about } = job;
      const what = setAsideAs[kind];
      return audit.add({ at, who: system.account, what, about: { ...about, reason } });
    }
    const report = await reports.byId(job.report);
    if (report?.state.kind !== 'received') return;
    await reports.setAside(job.report, reason, at);
    const about = { report: job.report, reason };
    await audit.add({ at, who: system.account, what: 'report-set-aside', about });
  }
}

const setAsideAs = {
  'evaluate-subject': 'evaluation-set-aside',
  'evaluate-in-run': 'yearly-run-set-aside',
  'sum-up-run': 'yearly-run-set-aside',
  'send-reminder': 'reminder-set-aside',
} as const satisfies Readonly<Record<Exclude<Job['kind'], 'ingest-report'>, string>>;

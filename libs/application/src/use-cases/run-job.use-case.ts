import type { JobHandler } from '../job-runner.js';
import type { Job } from '../jobs.js';
import { system } from '../people/actor.js';
import type { Service } from '../service.js';
import { EvaluateSubject } from './evaluate-subject.use-case.js';
import { IngestReport } from './ingest-report.use-case.js';

/** Does what a job says. */
export class RunJob implements JobHandler {
  private readonly ingestReport: IngestReport;
  private readonly evaluateSubject: EvaluateSubject;

  constructor(private readonly service: Service) {
    this.ingestReport = new IngestReport(service);
    this.evaluateSubject = new EvaluateSubject(service);
  }

  run(job: Job, isLastTry: boolean): Promise<void> {
    switch (job.kind) {
      case 'ingest-report':
        return this.ingestReport.execute(job.report, isLastTry);
      case 'evaluate-subject':
        return this.evaluateSubject.execute(job, job.year);
    }
  }

  async setAside(job: Job, reason: string): Promise<void> {
    const { reports, audit, clock } = this.service;
    const at = clock.now();
    if (job.kind === 'evaluate-subject') {
      const { programme, code, year } = job;
      const about = { programme, code, year, reason };
      return audit.add({ at, who: system.account, what: 'evaluation-set-aside', about });
    }
    const report = await reports.byId(job.report);
    if (report?.state.kind !== 'received') return;
    await reports.setAside(job.report, reason, at);
    const about = { report: job.report, reason };
    await audit.add({ at, who: system.account, what: 'report-set-aside', about });
  }
}

import { evaluationJobs } from '../evaluation-jobs.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { ReportRecord } from '../ports/report-store.port.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';

export interface Progress {
  /** `retrying`: the last try to read or to evaluate it failed, and another follows. */
  readonly stage:
    'waiting' | 'reading' | 'evaluating' | 'retrying' | 'done' | 'refused' | 'set-aside';
  /** Rows accepted so far. */
  readonly rows: number;
}

/** Says how far the work on a report has come. */
export class FollowReport {
  constructor(private readonly service: Service) {}

  /** A report of another subject is as unknown as one that never was. */
  async execute(
    { programme, code }: SubjectKey,
    id: string,
  ): Promise<Outcome<{ report: ReportRecord; progress: Progress }>> {
    const report = await this.service.reports.byId(id);
    const { subject } = report ?? {};
    if (!report || subject?.programme !== programme || subject.code !== code)
      return failed({ kind: 'unknown-report', id });
    return ok({ report, progress: await this.progressOf(report) });
  }

  private async progressOf({ id, subject, state }: ReportRecord): Promise<Progress> {
    if (state.kind === 'accepted') {
      return { stage: await this.evaluationOf(subject, state.year), rows: state.rows.accepted };
    }
    if (state.kind !== 'received') return { stage: state.kind, rows: 0 };
    const job = await this.service.jobs.last({ kind: 'ingest-report', report: id });
    if (job?.state === 'running') return { stage: 'reading', rows: state.rows };
    return { stage: job?.reason ? 'retrying' : 'waiting', rows: state.rows };
  }

  private async evaluationOf(subject: SubjectKey, year: number) {
    const jobs = await evaluationJobs(this.service, subject, year, ['draft']);
    const last = await Promise.all(jobs.map((job) => this.service.jobs.last(job)));
    const unfinished = last.filter((job) => job?.state === 'waiting' || job?.state === 'running');
    if (unfinished.some((job) => job?.reason)) return 'retrying';
    if (unfinished.length > 0) return 'evaluating';
    return last.some((job) => job?.state === 'failed') ? 'set-aside' : 'done';
  }
}

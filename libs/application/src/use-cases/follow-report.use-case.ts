import { evaluationJobs } from '../evaluation-jobs.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { ReportRecord } from '../ports/report-store.port.js';
import type { Service } from '../service.js';

export interface Progress {
  readonly stage: 'waiting' | 'reading' | 'evaluating' | 'done' | 'refused' | 'set-aside';
  /** Rows accepted so far. */
  readonly rows: number;
}

/** Says how far the work on a report has come. */
export class FollowReport {
  constructor(private readonly service: Service) {}

  async execute(id: string): Promise<Outcome<{ report: ReportRecord; progress: Progress }>> {
    const report = await this.service.reports.byId(id);
    if (!report) return failed({ kind: 'unknown-report', id });
    return ok({ report, progress: await this.progressOf(report) });
  }

  private async progressOf({ id, state }: ReportRecord): Promise<Progress> {
    if (state.kind === 'accepted') {
      const evaluating = await this.isEvaluating(state);
      return { stage: evaluating ? 'evaluating' : 'done', rows: state.rows.accepted };
    }
    if (state.kind !== 'received') return { stage: state.kind, rows: 0 };
    const job = await this.service.jobs.last({ kind: 'ingest-report', report: id });
    return { stage: job?.state === 'running' ? 'reading' : 'waiting', rows: state.rows };
  }

  private async isEvaluating(state: ReportRecord['state'] & { kind: 'accepted' }) {
    const { programme, code } = state.subject;
    for (const job of await evaluationJobs(this.service, { programme, code }, state.year)) {
      const last = await this.service.jobs.last(job);
      if (last?.state === 'waiting' || last?.state === 'running') return true;
    }
    return false;
  }
}

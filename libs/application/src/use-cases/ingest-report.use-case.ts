import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Severity } from '#engine';
import { readReport, type ReadReport } from '#report';
import { evaluationJobs } from '../evaluation-jobs.js';
import type { Accepted, ReportRecord } from '../ports/report-store.port.js';
import { system, type Service } from '../service.js';

interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** Undoes what was written of a file that turned out to be unreadable. */
class RefusedFile extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** Reads a report that was received: every accepted row and every problem, or nothing. */
export class IngestReport {
  constructor(private readonly service: Service) {}

  /** Does nothing to a report that is settled. A refused file is an outcome, no fault. */
  async execute(id: string): Promise<void> {
    const { reports, files, queue, progress, scratch } = this.service;
    const report = await reports.byId(id);
    if (report?.state.kind !== 'received') return;
    const path = join(scratch, `${id}.report`);
    try {
      await files.copyTo(report.file, path);
      await this.accept(report, path);
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error;
      await this.refuse(report, error.refusal);
    } finally {
      progress.clear(id);
      await rm(path, { force: true });
    }
    queue.wake();
  }

  private async accept(report: ReportRecord, path: string): Promise<void> {
    const { transactions, reports, programmes, progress, clock } = this.service;
    await transactions.run(async () => {
      if (!(await this.isStillReceived(report))) return;
      const content = await reports.write(report.id);
      progress.clear(report.id);
      const reading = await readReport(path, programmes, {
        cover: () => undefined,
        rows: (ledger, rows) => {
          content.rows(ledger, rows);
          progress.advance(report.id, rows.length);
        },
      });
      if (reading.kind === 'unreadable') throw new RefusedFile(reading);
      content.problems(reading.problems);
      content.figures(reading.figures);
      content.statements(reading.statements);
      await content.accept(reading.ledgers, acceptedFrom(reading), clock.now());
      await this.settle(report, reading);
    });
  }

  private async settle({ id, file }: ReportRecord, { cover }: ReadReport): Promise<void> {
    const { jobs, audit, clock } = this.service;
    const at = clock.now();
    const key = { programme: cover.programme.id, code: cover.subject.code };
    for (const job of await evaluationJobs(this.service, key, cover.year)) await jobs.add(job, at);
    const about = { report: id, sha256: file, ...key, year: cover.year };
    await audit.add({ at, who: system, what: 'report-accepted', about });
  }

  private async refuse(report: ReportRecord, refusal: Refusal): Promise<void> {
    const { transactions, reports, files, audit, clock } = this.service;
    await transactions.run(async () => {
      if (!(await this.isStillReceived(report))) return;
      const at = clock.now();
      const { id, file } = report;
      await reports.refuse(id, refusal, at);
      await files.remove(file);
      const about = { report: id, sha256: file, code: refusal.code };
      await audit.add({ at, who: system, what: 'report-refused', about });
    });
  }

  /** Another worker may have been faster, where this one's lease ended. */
  private async isStillReceived({ id }: ReportRecord): Promise<boolean> {
    return (await this.service.reports.byId(id))?.state.kind === 'received';
  }
}

function acceptedFrom({ cover, ledgers, problems }: ReadReport): Accepted {
  const { programme, subject, ...said } = cover;
  const counts = Object.values(ledgers);
  const withSeverity = (severity: Severity) =>
    problems.filter((problem) => problem.severity === severity).length;
  return {
    subject: { programme: programme.id, ...subject },
    ...said,
    rows: {
      accepted: counts.reduce((sum, { accepted }) => sum + accepted, 0),
      rejected: counts.reduce((sum, { rejected }) => sum + rejected, 0),
    },
    problems: {
      error: withSeverity('error'),
      warning: withSeverity('warning'),
      notice: withSeverity('notice'),
    },
  };
}

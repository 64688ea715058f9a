import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Severity } from '#engine';
import type { ReadReport } from '#report';
import { evaluationJobs } from '../evaluation-jobs.js';
import {
  Overtaken,
  type Accepted,
  type ContentWriter,
  type Refusal,
  type ReportRecord,
} from '../ports/report-store.port.js';
import { system } from '../people/actor.js';
import type { Service } from '../service.js';

/** Reads a report that was received: every accepted row and every problem, or nothing. */
export class IngestReport {
  constructor(private readonly service: Service) {}

  /** Does nothing to a report that is settled, or becomes so. A refused file is no fault. */
  async execute(id: string, isLastTry: boolean): Promise<void> {
    const { reports, files, queue, ids, scratch } = this.service;
    const report = await reports.byId(id);
    if (report?.state.kind !== 'received') return;
    const path = join(scratch, ids.next());
    try {
      await files.copyTo(report.file, path);
      await this.read(report, path, isLastTry);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    } finally {
      await rm(path, { force: true });
    }
    queue.wake();
  }

  /** Each batch of rows is a transaction, so that nobody waits for a long file. */
  private async read(report: ReportRecord, path: string, isLastTry: boolean): Promise<void> {
    const { transactions, reports, reader } = this.service;
    const content = await transactions.run(() => reports.write(report.id));
    const reading = await reader.read(path, {
      cover: () => undefined,
      rows: (batch) =>
        transactions.beside(async () => {
          for (const { ledger, rows } of batch) await content.rows(ledger, rows);
        }),
    });
    if (reading.kind === 'unreadable' && reading.code === 'too-slow' && !isLastTry) {
      // The machine may have been busy; only a file that is too slow every time is to blame.
      throw new Error(reading.message);
    }
    await transactions.run(() =>
      reading.kind !== 'read'
        ? this.refuse(report, content, reading)
        : isAbout(reading, report)
          ? this.accept(report, content, reading)
          : this.refuse(report, content, anotherSubject(reading, report)),
    );
  }

  private async accept(report: ReportRecord, content: ContentWriter, reading: ReadReport) {
    const { id, file, subject: key } = report;
    const { jobs, audit, clock } = this.service;
    const { cover } = reading;
    const at = clock.now();
    await content.accept(reading, acceptedFrom(reading), at);
    const asked = await evaluationJobs(this.service, key, cover.year, ['draft']);
    for (const job of asked) await jobs.add(job);
    const about = { report: id, sha256: file, ...key, year: cover.year };
    await audit.add({ at, who: system.account, what: 'report-accepted', about });
  }

  private async refuse({ id, file }: ReportRecord, content: ContentWriter, refusal: Refusal) {
    const { files, audit, clock } = this.service;
    const at = clock.now();
    await content.refuse(refusal, at);
    await files.remove(file);
    const about = { report: id, sha256: file, code: refusal.code };
    await audit.add({ at, who: system.account, what: 'report-refused', about });
  }
}

function isAbout({ cover }: ReadReport, { subject }: ReportRecord): boolean {
  return cover.programme.id === subject.programme && cover.subject.code === subject.code;
}

function anotherSubject({ cover }: ReadReport, { subject }: ReportRecord): Refusal {
  const message =
    `封面写的是项目 ${cover.programme.id} 的 ${cover.subject.code}，` +
    `不是 ${subject.programme} 的 ${subject.code}。`;
  return { code: 'another-subject', message };
}

function acceptedFrom({ cover, ledgers, problems }: ReadReport): Accepted {
  const { year, subject, filledOn, filledBy, contact, phone } = cover;
  const counts = Object.values(ledgers);
  const withSeverity = (severity: Severity) =>
    problems.filter((problem) => problem.severity === severity).length;
  return {
    subjectName: subject.name,
    ...{ year, filledOn, filledBy, contact, phone },
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

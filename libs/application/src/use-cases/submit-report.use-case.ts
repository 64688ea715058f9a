import type { ReportRecord } from '../ports/report-store.port.js';
import { evaluationJobs } from '../evaluation-jobs.js';
import { ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';

/** A file as it came in, in a place of its own until it is kept. */
export interface IncomingFile {
  readonly path: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly name: string;
  /** Whether it joins what is drafted of its year, or replaces it. */
  readonly beside: boolean;
}

/**
 * Takes a report's file in for a subject. The same file twice is one report, which becomes the draft
 * again where another did meanwhile; where it was refused or set aside, it is taken in anew, as the
 * cause may be gone.
 */
export class SubmitReport {
  constructor(private readonly service: Service) {}

  /** The file, its report and the intent to read it are kept together or not at all. */
  async execute(
    actor: Actor,
    key: SubjectKey,
    file: IncomingFile,
  ): Promise<Outcome<{ report: ReportRecord; isNew: boolean }>> {
    const { transactions } = this.service;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    return ok(await transactions.run(() => this.keep(actor, key, file)));
  }

  private async keep(actor: Actor, key: SubjectKey, file: IncomingFile) {
    const { transactions, queue, reports, files, jobs, audit, ids, clock } = this.service;
    const { path, sha256, size, name, beside } = file;
    const known = await reports.byFile(key, sha256);
    if (known?.state.kind === 'received' || known?.state.kind === 'accepted') {
      await this.draftAgain(actor, known, beside);
      return { report: { ...known, beside }, isNew: false };
    }
    const at = clock.now();
    const { programme, code } = key;
    const first = {
      ...{ subject: { programme, code }, file: sha256, fileName: name, fileSize: size },
      ...{ receivedAt: at, receivedFrom: actor.account, beside },
    };
    const report = known ?? { id: ids.next(), ...first };
    const { id } = report;
    await files.add(sha256, path);
    await (known ? reports.takeAnew(id) : reports.add(report));
    if (known) await reports.sendAgain(id, beside);
    await jobs.add({ kind: 'ingest-report', report: id });
    transactions.afterCommit(() => queue.wake());
    const about = { report: id, programme, code, sha256 };
    await audit.add({ at, who: actor.account, what: 'report-received', about });
    const state = { kind: 'received' as const, rows: 0 };
    return { report: { ...report, beside, state }, isNew: true };
  }

  private async draftAgain(actor: Actor, report: ReportRecord, beside: boolean): Promise<void> {
    const { transactions, queue, reports, jobs, audit, clock } = this.service;
    const { id, subject, state } = report;
    if (!(await reports.sendAgain(id, beside))) return;
    const at = clock.now();
    if (state.kind === 'accepted') {
      const asked = await evaluationJobs(this.service, subject, state.year, ['draft']);
      for (const job of asked) await jobs.add(job);
      transactions.afterCommit(() => queue.wake());
    }
    const about = { report: id, ...subject };
    await audit.add({ at, who: actor.account, what: 'report-drafted', about });
  }
}

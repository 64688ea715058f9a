import type { ReportRecord } from '../ports/report-store.port.js';
import { system, type Service } from '../service.js';

/** A file as it came in, in a place of its own until it is kept. */
export interface IncomingFile {
  readonly path: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly name: string;
}

/**
 * Takes a report's file in. The same file twice is one report; where that was refused or set aside,
 * it is taken in anew, as the cause may be gone.
 */
export class SubmitReport {
  constructor(private readonly service: Service) {}

  /** The file, its report and the intent to read it are kept together or not at all. */
  async execute(file: IncomingFile): Promise<{ report: ReportRecord; isNew: boolean }> {
    const { transactions, queue } = this.service;
    const submitted = await transactions.run(() => this.keep(file));
    queue.wake();
    return submitted;
  }

  private async keep({ path, sha256, size, name }: IncomingFile) {
    const { reports, files, jobs, audit, ids, clock } = this.service;
    const known = await reports.byFile(sha256);
    if (known?.state.kind === 'received' || known?.state.kind === 'accepted') {
      return { report: known, isNew: false };
    }
    const at = clock.now();
    const first = { file: sha256, fileName: name, fileSize: size, receivedAt: at };
    const report = known ?? { id: ids.next(), ...first };
    const { id } = report;
    await files.add(sha256, path);
    await (known ? reports.takeAnew(id) : reports.add(report));
    await jobs.add({ kind: 'ingest-report', report: id }, at);
    await audit.add({ at, who: system, what: 'report-received', about: { report: id, sha256 } });
    return { report: { ...report, state: { kind: 'received' as const, rows: 0 } }, isNew: true };
  }
}

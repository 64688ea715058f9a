import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { failed, ok, type Outcome } from '../outcome.js';
import type { PaperFormat, PaperRecord } from '../ports/paper-store.port.js';
import { readOnce } from '../scratch.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';

/** Gives a file of an issued paper, byte for byte as it was issued. */
export class ReadPaper {
  constructor(private readonly service: Service) {}

  async execute(
    key: SubjectKey,
    id: string,
    format: PaperFormat,
  ): Promise<Outcome<{ readonly paper: PaperRecord; readonly content: Readable }>> {
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const paper = (await this.service.papers.all(key)).find((each) => each.id === id);
    const file = paper?.files.find((each) => each.format === format);
    if (!paper || !file) return failed({ kind: 'unknown-paper', id });
    const path = join(this.service.scratch, this.service.ids.next());
    await this.service.files.copyTo(file.sha256, path);
    return ok({ paper, content: readOnce(path) });
  }
}

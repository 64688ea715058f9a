import {
  paperFormats,
  paperKinds,
  standings,
  type PaperRecord,
  type PaperStore,
  type SubjectKey,
} from '#application';
import { In } from 'typeorm';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { PaperEntity, PaperFileEntity } from './entities/paper.entity.js';
import { rowsOfSubject } from './rows-of-subject.js';

/** Issued papers in the database. */
export class PaperRepository implements PaperStore {
  constructor(private readonly database: Database) {}

  async add({ subject, files, ...paper }: PaperRecord): Promise<void> {
    const { programme, code: subjectCode } = subject;
    await this.database.add(PaperEntity, { ...paper, programme, subjectCode });
    for (const file of files) {
      await this.database.add(PaperFileEntity, { paper: paper.id, ...file });
    }
  }

  async all(key: SubjectKey): Promise<readonly PaperRecord[]> {
    return this.withFiles(await rowsOfSubject(this.database, PaperEntity, key));
  }

  async byCode(code: string): Promise<PaperRecord | undefined> {
    const rows = await this.database.reader.findBy(PaperEntity, { code });
    return (await this.withFiles(rows))[0];
  }

  private async withFiles(rows: readonly PaperEntity[]): Promise<readonly PaperRecord[]> {
    const files = await this.database.reader.find(PaperFileEntity, {
      where: { paper: In(rows.map(({ id }) => id)) },
      order: { format: 'ASC' },
    });
    return rows.map(({ programme, subjectCode, ...row }) => {
      const { id, code, year, release, determination, content, gist, issuedAt, issuedBy } = row;
      return {
        ...{ id, code, year, release, determination, content, gist, issuedAt, issuedBy },
        ...{ kind: oneOf(paperKinds, row.kind), standing: oneOf(standings, row.standing) },
        subject: { programme, code: subjectCode },
        files: files
          .filter(({ paper }) => paper === id)
          .map(({ format, sha256 }) => ({ format: oneOf(paperFormats, format), sha256 })),
      };
    });
  }
}

import type { ConclusionRecord, ConclusionStore, SubjectKey } from '#application';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { ConclusionEntity } from './entities/conclusion.entity.js';
import { rowsOfSubject } from './rows-of-subject.js';

/** Official conclusions in the database. */
export class ConclusionRepository implements ConclusionStore {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, conclusion: ConclusionRecord): Promise<void> {
    await this.database.add(ConclusionEntity, { ...conclusion, programme, subjectCode: code });
  }

  async all(key: SubjectKey): Promise<readonly ConclusionRecord[]> {
    const rows = await rowsOfSubject(this.database, ConclusionEntity, key);
    return rows.map(({ id, year, document, date, result, replaces, recordedAt }) => ({
      ...{ id, year, document, date, replaces, recordedAt },
      result: oneOf(['passed', 'failed'], result),
    }));
  }
}

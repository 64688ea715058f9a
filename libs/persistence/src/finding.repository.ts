import type { FindingRecord, FindingStore, Page, PageRequest, SubjectKey } from '#application';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { FindingEntity } from './entities/finding.entity.js';
import { pageOfSubject, rowsOfSubject } from './rows-of-subject.js';

const outcomes = ['met', 'not_met', 'not_applicable'] as const;

/** Findings in the database. */
export class FindingRepository implements FindingStore {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, finding: FindingRecord): Promise<void> {
    const { on, ...rest } = finding;
    const row = { ...rest, programme, subjectCode: code, aspect: on };
    await this.database.add(FindingEntity, row);
  }

  async all(key: SubjectKey): Promise<readonly FindingRecord[]> {
    const rows = await rowsOfSubject(this.database, FindingEntity, key);
    return rows.map(findingFromRow);
  }

  list(key: SubjectKey, page: PageRequest): Promise<Page<FindingRecord>> {
    return pageOfSubject(this.database, FindingEntity, key, page, findingFromRow);
  }
}

function findingFromRow(row: FindingEntity): FindingRecord {
  const { id, target, aspect, year, outcome, reason, document, replaces, recordedAt } = row;
  return {
    ...{ id, target, on: aspect, year, outcome: oneOf(outcomes, outcome), reason },
    ...(document !== null && { document }),
    ...{ replaces, recordedAt },
  };
}

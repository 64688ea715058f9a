import type {
  Page,
  PageRequest,
  RowFindingRecord,
  RowFindingStore,
  SubjectKey,
} from '#application';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { RowFindingEntity } from './entities/row-finding.entity.js';
import { pageOfSubject, rowsOfSubject } from './rows-of-subject.js';

/** Findings on single rows, in the database. */
export class RowFindingRepository implements RowFindingStore {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, finding: RowFindingRecord): Promise<void> {
    await this.database.add(RowFindingEntity, { ...finding, programme, subjectCode: code });
  }

  async all(key: SubjectKey): Promise<readonly RowFindingRecord[]> {
    const rows = await rowsOfSubject(this.database, RowFindingEntity, key);
    return rows.map(findingFromRow);
  }

  list(key: SubjectKey, page: PageRequest): Promise<Page<RowFindingRecord>> {
    return pageOfSubject(this.database, RowFindingEntity, key, page, findingFromRow);
  }
}

function findingFromRow(row: RowFindingEntity): RowFindingRecord {
  const { id, ledger, item, year, part, outcome, reason, replaces, recordedAt } = row;
  return {
    ...{ id, ledger, item, year, part, row: row.row, reason, replaces, recordedAt },
    outcome: oneOf(['excluded', 'confirmed'], outcome),
  };
}

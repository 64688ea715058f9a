import type {
  Page,
  PageRequest,
  RowFindingRecord,
  RowFindingStore,
  SubjectKey,
} from '#application';
import { MoreThan } from 'typeorm';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { RowFindingEntity } from './entities/row-finding.entity.js';
import { page } from './page.js';

/** Findings on single rows, in the database. */
export class RowFindingRepository implements RowFindingStore {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, finding: RowFindingRecord): Promise<void> {
    await this.database.add(RowFindingEntity, { ...finding, programme, subjectCode: code });
  }

  async all({ programme, code }: SubjectKey): Promise<readonly RowFindingRecord[]> {
    const rows = await this.database.reader.find(RowFindingEntity, {
      where: { programme, subjectCode: code },
      order: { number: 'ASC' },
    });
    return rows.map(findingFromRow);
  }

  async list(
    { programme, code }: SubjectKey,
    { limit, from = 0 }: PageRequest,
  ): Promise<Page<RowFindingRecord>> {
    const rows = await this.database.reader.find(RowFindingEntity, {
      where: { programme, subjectCode: code, number: MoreThan(from) },
      order: { number: 'ASC' },
      take: limit + 1,
    });
    return page(rows, limit, findingFromRow, ({ number }) => number);
  }
}

function findingFromRow(row: RowFindingEntity): RowFindingRecord {
  const { id, ledger, item, year, part, outcome, reason, replaces, recordedAt } = row;
  return {
    ...{ id, ledger, item, year, part, row: row.row, reason, replaces, recordedAt },
    outcome: oneOf(['excluded', 'confirmed'], outcome),
  };
}

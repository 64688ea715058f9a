import type { FindingRecord, FindingStore, Page, PageRequest, SubjectKey } from '#application';
import { MoreThan } from 'typeorm';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { FindingEntity } from './entities/finding.entity.js';
import { page } from './page.js';

const outcomes = ['met', 'not_met', 'not_applicable'] as const;

/** Findings in the database. */
export class FindingRepository implements FindingStore {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, finding: FindingRecord): Promise<void> {
    const { on, ...rest } = finding;
    const row = { ...rest, programme, subjectCode: code, aspect: on };
    await this.database.add(FindingEntity, row);
  }

  async all({ programme, code }: SubjectKey): Promise<readonly FindingRecord[]> {
    const rows = await this.database.reader.find(FindingEntity, {
      where: { programme, subjectCode: code },
      order: { number: 'ASC' },
    });
    return rows.map(findingFromRow);
  }

  async list(
    { programme, code }: SubjectKey,
    { limit, from = 0 }: PageRequest,
  ): Promise<Page<FindingRecord>> {
    const rows = await this.database.reader.find(FindingEntity, {
      where: { programme, subjectCode: code, number: MoreThan(from) },
      order: { number: 'ASC' },
      take: limit + 1,
    });
    return page(rows, limit, findingFromRow, ({ number }) => number);
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

import {
  type Area,
  type Page,
  type PageRequest,
  type Subject,
  type SubjectKey,
  type SubjectStore,
} from '#application';
import { provinceOf } from '#engine';
import type { Database } from './database.js';
import { SubjectEntity } from './entities/subject.entity.js';
import { within } from './within-area.js';

/** The subjects of all programmes in the database. */
export class SubjectRepository implements SubjectStore {
  constructor(private readonly database: Database) {}

  async add({ underDirectPlanning, ...subject }: Subject): Promise<void> {
    await this.database.add(SubjectEntity, {
      ...subject,
      province: provinceOf(subject.code),
      underDirectPlanning: underDirectPlanning ? 1 : 0,
    });
  }

  async byKey({ programme, code }: SubjectKey): Promise<Subject | undefined> {
    const row = await this.database.row(SubjectEntity, { programme, code });
    return row ? subjectFromRow(row) : undefined;
  }

  async list(
    programme: string,
    area: Area,
    { limit, from = 0 }: PageRequest,
  ): Promise<Page<Subject>> {
    const rows = await this.database.reader.find(SubjectEntity, {
      where: { programme, ...within(area) },
      order: { code: 'ASC' },
      skip: from,
      take: limit + 1,
    });
    return {
      items: rows.slice(0, limit).map(subjectFromRow),
      next: rows.length > limit ? from + limit : null,
    };
  }
}

function subjectFromRow(row: SubjectEntity): Subject {
  const { programme, code, name, underDirectPlanning, document, enrolledAt } = row;
  return {
    ...{ programme, code, name, document, enrolledAt },
    underDirectPlanning: underDirectPlanning === 1,
  };
}

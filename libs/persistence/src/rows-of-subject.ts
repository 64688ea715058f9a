import type { Page, PageRequest, SubjectKey } from '#application';
import { MoreThan, type EntityTarget } from 'typeorm';
import type { Database } from './database.js';
import { page } from './page.js';

/** A row of one subject, numbered in the order in which rows were added. */
interface RowOfSubject {
  readonly number: number;
  readonly programme: string;
  readonly subjectCode: string;
}

/** All rows of a subject, in the order in which they were added. */
export function rowsOfSubject<R extends RowOfSubject>(
  database: Database,
  entity: EntityTarget<R>,
  { programme, code }: SubjectKey,
): Promise<readonly R[]> {
  return database.rows(entity, {
    where: { programme, subjectCode: code },
    order: { number: 'ASC' },
  });
}

/** A page of what {@link rowsOfSubject} gives. @param item what a row tells */
export async function pageOfSubject<R extends RowOfSubject, T>(
  database: Database,
  entity: EntityTarget<R>,
  { programme, code }: SubjectKey,
  { limit, from = 0 }: PageRequest,
  item: (row: R) => T,
): Promise<Page<T>> {
  const rows = await database.rows(entity, {
    where: { programme, subjectCode: code, number: MoreThan(from) },
    order: { number: 'ASC' },
    take: limit + 1,
  });
  return page(rows, limit, item, ({ number }) => number);
}

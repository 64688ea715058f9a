import type { Page, PageRequest, SubjectKey } from '#application';
import type { EntityManager, EntityTarget } from 'typeorm';
import { page } from './page.js';

/** A row of one subject, numbered in the order in which rows were added. */
interface RowOfSubject {
  readonly number: number;
  readonly programme: string;
  readonly subjectCode: string;
}

/** All rows of a subject, in the order in which they were added. */
export function rowsOfSubject<R extends RowOfSubject>(
  manager: EntityManager,
  entity: EntityTarget<R>,
  { programme, code }: SubjectKey,
): Promise<readonly R[]> {
  return manager
    .createQueryBuilder(entity, 'added')
    .where({ programme, subjectCode: code })
    .orderBy('added.number')
    .getMany();
}

/** A page of what {@link rowsOfSubject} gives. @param item what a row tells */
export async function pageOfSubject<R extends RowOfSubject, T>(
  manager: EntityManager,
  entity: EntityTarget<R>,
  { programme, code }: SubjectKey,
  { limit, from = 0 }: PageRequest,
  item: (row: R) => T,
): Promise<Page<T>> {
  const rows = await manager
    .createQueryBuilder(entity, 'added')
    .where({ programme, subjectCode: code })
    .andWhere('added.number > :from', { from })
    .orderBy('added.number')
    .limit(limit + 1)
    .getMany();
  return page(rows, limit, item, ({ number }) => number);
}

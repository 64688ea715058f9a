import { areaFromText, roles, type Account } from '#application';
import { filledIn, oneOf } from './column.mapper.js';
import type { AccountEntity } from './entities/account.entity.js';

/** @param row of which the number in the order of accounts is not asked */
export function accountFromRow(row: Omit<AccountEntity, 'number'>): Account {
  const { id, email, name, organisation, createdAt, role, area, closedAt } = row;
  const grant =
    role === null ? null : { role: oneOf(roles, role), area: areaFromText(filledIn(area, 'area')) };
  return { id, email, name, organisation, createdAt, grant, closedAt };
}

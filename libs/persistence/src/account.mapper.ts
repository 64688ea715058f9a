import { areaFromText, roles, type Account } from '#application';
import { filledIn, oneOf } from './column.mapper.js';
import type { AccountEntity } from './entities/account.entity.js';

export function accountFromRow(row: AccountEntity): Account {
  const { id, email, name, organisation, createdAt, role, area, closedAt } = row;
  const grant =
    role === null ? null : { role: oneOf(roles, role), area: areaFromText(filledIn(area, 'area')) };
  return { id, email, name, organisation, createdAt, grant, closedAt };
}

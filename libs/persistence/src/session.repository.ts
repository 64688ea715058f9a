import {
  scopes,
  type Account,
  type ApiToken,
  type Instant,
  type Session,
  type SessionStore,
} from '#application';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { accountFromRow } from './account.mapper.js';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { AccountEntity } from './entities/account.entity.js';
import { ApiTokenEntity, SessionEntity } from './entities/session.entity.js';

/** Who is signed in, and which machines act for whom, in the database. */
export class SessionRepository implements SessionStore {
  constructor(private readonly database: Database) {}

  async begin(session: Session, secretHash: string): Promise<void> {
    const { writer } = this.database;
    await writer.delete(SessionEntity, { endsAt: LessThanOrEqual(session.begunAt) });
    await writer.insert(SessionEntity, { ...session, secretHash });
  }

  async bySecret(secretHash: string): Promise<{ session: Session; account: Account } | undefined> {
    const row = await this.database.row(SessionEntity, { secretHash });
    return row ? { session: sessionFromRow(row), account: await this.owner(row) } : undefined;
  }

  async see(id: string, seenAt: Instant): Promise<void> {
    await this.database.writer.update(SessionEntity, { id }, { seenAt });
  }

  async of(account: string): Promise<readonly Session[]> {
    const { reader } = this.database;
    const rows = await reader.find(SessionEntity, { where: { account }, order: { number: 'ASC' } });
    return rows.map(sessionFromRow);
  }

  async end(account: string, id?: string): Promise<void> {
    const which = { account, ...(id !== undefined && { id }) };
    await this.database.writer.delete(SessionEntity, which);
  }

  async issue({ scopes: given, ...token }: ApiToken, secretHash: string): Promise<void> {
    await this.database.add(ApiTokenEntity, { ...token, scopes: given.join(), secretHash });
  }

  async tokenBySecret(
    secretHash: string,
  ): Promise<{ token: ApiToken; account: Account } | undefined> {
    const row = await this.database.row(ApiTokenEntity, { secretHash });
    return row ? { token: tokenFromRow(row), account: await this.owner(row) } : undefined;
  }

  async tokens(account: string): Promise<readonly ApiToken[]> {
    const { reader } = this.database;
    const rows = await reader.find(ApiTokenEntity, {
      where: { account },
      order: { number: 'ASC' },
    });
    return rows.map(tokenFromRow);
  }

  async revoke(account: string, revokedAt: Instant, id?: string): Promise<void> {
    const { writer } = this.database;
    const which = { account, revokedAt: IsNull(), ...(id !== undefined && { id }) };
    for (const { number } of await writer.findBy(ApiTokenEntity, which)) {
      await writer.update(ApiTokenEntity, { number }, { revokedAt });
      this.database.changed(ApiTokenEntity, { number });
    }
  }

  private async owner({ account: id }: { readonly account: string }): Promise<Account> {
    const row = await this.database.row(AccountEntity, { id });
    if (!row) throw new Error(`no account ${id}`);
    return accountFromRow(row);
  }
}

function sessionFromRow({ id, account, begunAt, seenAt, endsAt }: SessionEntity): Session {
  return { id, account, begunAt, seenAt, endsAt };
}

function tokenFromRow(row: ApiTokenEntity): ApiToken {
  const { id, account, name, issuedAt, expiresAt, revokedAt } = row;
  const given = row.scopes.split(',').map((scope) => oneOf(scopes, scope));
  return { id, account, name, scopes: given, issuedAt, expiresAt, revokedAt };
}

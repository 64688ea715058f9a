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
    const [row] = await this.database.select<SignedInRow>(signedIn, [secretHash]);
    if (!row) return undefined;
    const account = accountFromRow(row);
    const { session: id, begunAt, seenAt, endsAt } = row;
    return { session: { id, account: account.id, begunAt, seenAt, endsAt }, account };
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
    if (!row) return undefined;
    const account = await this.database.row(AccountEntity, { id: row.account });
    if (!account) throw new Error(`no account ${row.account}`);
    return { token: tokenFromRow(row), account: accountFromRow(account) };
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
}

/** The session that a secret opens, by its hash, $1, and whose it is: every request asks for both. */
const signedIn = `SELECT session.id AS "session", session.begun_at AS "begunAt",
    session.seen_at AS "seenAt", session.ends_at AS "endsAt", account.id AS "id",
    account.email AS "email", account.name AS "name", account.organisation AS "organisation",
    account.created_at AS "createdAt", account.role AS "role", account.area AS "area",
    account.closed_at AS "closedAt"
  FROM session JOIN account ON account.id = session.account WHERE session.secret_hash = $1`;

type SignedInRow = Omit<AccountEntity, 'number'> &
  Pick<SessionEntity, 'begunAt' | 'seenAt' | 'endsAt'> & { readonly session: string };

function sessionFromRow({ id, account, begunAt, seenAt, endsAt }: SessionEntity): Session {
  return { id, account, begunAt, seenAt, endsAt };
}

function tokenFromRow(row: ApiTokenEntity): ApiToken {
  const { id, account, name, issuedAt, expiresAt, revokedAt } = row;
  const given = row.scopes.split(',').map((scope) => oneOf(scopes, scope));
  return { id, account, name, scopes: given, issuedAt, expiresAt, revokedAt };
}

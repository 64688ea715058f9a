import {
  areaInText,
  type Account,
  type AccountStore,
  type Grant,
  type Instant,
  type Page,
  type PageRequest,
  type Role,
} from '#application';
import { IsNull, MoreThan } from 'typeorm';
import { accountFromRow } from './account.mapper.js';
import type { Database } from './database.js';
import { AccountEntity } from './entities/account.entity.js';
import { page } from './page.js';

/** The accounts of all people in the database. */
export class AccountRepository implements AccountStore {
  constructor(private readonly database: Database) {}

  async add({ grant, ...account }: Account): Promise<void> {
    await this.database.add(AccountEntity, { ...account, ...columnsOf(grant) });
  }

  grant(id: string, grant: Grant): Promise<void> {
    return this.change(id, columnsOf(grant));
  }

  close(id: string, closedAt: Instant): Promise<void> {
    return this.change(id, { closedAt });
  }

  async byId(id: string): Promise<Account | undefined> {
    const row = await this.database.reader.findOneBy(AccountEntity, { id });
    return row ? accountFromRow(row) : undefined;
  }

  async byEmail(email: string): Promise<Account | undefined> {
    const open = { email, closedAt: IsNull() };
    const row = await this.database.reader.findOneBy(AccountEntity, open);
    return row ? accountFromRow(row) : undefined;
  }

  async withRole(role: Role): Promise<readonly Account[]> {
    const open = { role, closedAt: IsNull() };
    return (await this.database.reader.findBy(AccountEntity, open)).map(accountFromRow);
  }

  async list({ limit, from = 0 }: PageRequest): Promise<Page<Account>> {
    const rows = await this.database.reader.find(AccountEntity, {
      where: { number: MoreThan(from) },
      order: { number: 'ASC' },
      take: limit + 1,
    });
    return page(rows, limit, accountFromRow, ({ number }) => number);
  }

  exist(): Promise<boolean> {
    return this.database.reader.exists(AccountEntity);
  }

  private async change(id: string, columns: Partial<AccountEntity>): Promise<void> {
    const { writer } = this.database;
    const { number } = await writer.findOneByOrFail(AccountEntity, { id });
    await writer.update(AccountEntity, { number }, columns);
    this.database.changed(AccountEntity, { number });
  }
}

function columnsOf(grant: Grant | null) {
  return { role: grant?.role ?? null, area: grant ? areaInText(grant.area) : null };
}

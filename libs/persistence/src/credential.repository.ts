import {
  neverTried,
  type Credential,
  type CredentialStore,
  type Instant,
  type SignInState,
} from '#application';
import { MoreThan } from 'typeorm';
import { filledIn } from './column.mapper.js';
import type { Database } from './database.js';
import {
  CredentialEntity,
  FirstCodeEntity,
  SecretsKeyEntity,
} from './entities/credential.entity.js';

/** The credentials of all accounts in the database. */
export class CredentialRepository implements CredentialStore {
  constructor(private readonly database: Database) {}

  async set(account: string, { passwordHash, device, enrolment }: Credential): Promise<void> {
    const { codeHash = null, until: codeUntil = null } = enrolment ?? {};
    const row = { account, passwordHash, device, codeHash, codeUntil, ...neverTried };
    await this.database.writer.upsert(CredentialEntity, row, ['account']);
    this.database.changed(CredentialEntity, { account });
  }

  async note(account: string, state: Partial<SignInState>): Promise<void> {
    await this.database.writer.update(CredentialEntity, { account }, state);
  }

  async of(account: string): Promise<(Credential & SignInState) | undefined> {
    const row = await this.database.reader.findOneBy(CredentialEntity, { account });
    if (!row) return undefined;
    const { passwordHash, device, codeHash, codeUntil, ...rest } = row;
    const { failures, lockedUntil, lastStep, offeredDevice } = rest;
    const enrolment =
      codeHash === null ? null : { codeHash, until: filledIn(codeUntil, 'code_until') };
    return {
      ...{ passwordHash, device, enrolment },
      ...{ failures, lockedUntil, lastStep, offeredDevice },
    };
  }

  async byEnrolment(codeHash: string, at: Instant): Promise<string | undefined> {
    const held = { codeHash, codeUntil: MoreThan(at) };
    return (await this.database.reader.findOneBy(CredentialEntity, held))?.account;
  }

  async addFirstCode(codeHash: string): Promise<void> {
    await this.database.writer.insert(FirstCodeEntity, { codeHash });
  }

  isFirstCode(codeHash: string): Promise<boolean> {
    return this.database.reader.existsBy(FirstCodeEntity, { codeHash });
  }

  async keyMark(): Promise<string | undefined> {
    return (await this.database.reader.find(SecretsKeyEntity))[0]?.mark;
  }

  setKeyMark(mark: string): Promise<void> {
    return this.database.add(SecretsKeyEntity, { mark });
  }
}

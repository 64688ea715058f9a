import type { Instant } from '../instant.js';
import type { Grant, Role } from '../people/role.js';
import type { Page, PageRequest } from './page.js';

/** A person's account, which is closed and never removed. */
export interface Account {
  readonly id: string;
  /** Signs in by it, in small letters; no two open accounts have the same. */
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly createdAt: Instant;
  /** Null until the security administrator gives one. */
  readonly grant: Grant | null;
  readonly closedAt: Instant | null;
}

/** The accounts of all people. */
export interface AccountStore {
  /** Within a transaction. */
  add(account: Account): Promise<void>;
  /** Within a transaction. */
  grant(id: string, grant: Grant): Promise<void>;
  /** Within a transaction. */
  close(id: string, at: Instant): Promise<void>;
  byId(id: string): Promise<Account | undefined>;
  /** The open one. */
  byEmail(email: string): Promise<Account | undefined>;
  /** Open accounts with a role. */
  withRole(role: Role): Promise<readonly Account[]>;
  /** In the order in which they were made. @param page `from` is the place in that order */
  list(page: PageRequest): Promise<Page<Account>>;
  /** Whether there is any account, closed ones included. */
  exist(): Promise<boolean>;
}

import type { Instant } from '../instant.js';
import type { Account } from './account-store.port.js';

/** A person signed in; over, it is removed. */
export interface Session {
  readonly id: string;
  readonly account: string;
  readonly begunAt: Instant;
  /** To some minutes: it is written down now and then. */
  readonly seenAt: Instant;
  /** However busy it is. */
  readonly endsAt: Instant;
}

/** What a machine may do for the account that it acts for. */
export const scopes = ['read', 'submit'] as const;
export type Scope = (typeof scopes)[number];

/** A machine's right to act for an account. */
export interface ApiToken {
  readonly id: string;
  readonly account: string;
  /** What it is for. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
}

/** Who is signed in, and which machines act for whom. Secrets are known by their hashes alone. */
export interface SessionStore {
  /** Removes what is over, too. Within a transaction. */
  begin(session: Session, secretHash: string): Promise<void>;
  bySecret(secretHash: string): Promise<{ session: Session; account: Account } | undefined>;
  /** Within a transaction. */
  see(id: string, at: Instant): Promise<void>;
  of(account: string): Promise<readonly Session[]>;
  /** Within a transaction. @param id one of them; all without */
  end(account: string, id?: string): Promise<void>;

  /** Within a transaction. */
  issue(token: ApiToken, secretHash: string): Promise<void>;
  tokenBySecret(secretHash: string): Promise<{ token: ApiToken; account: Account } | undefined>;
  /** Those revoked or expired included. */
  tokens(account: string): Promise<readonly ApiToken[]>;
  /** Within a transaction. @param id one of them; all without */
  revoke(account: string, at: Instant, id?: string): Promise<void>;
}

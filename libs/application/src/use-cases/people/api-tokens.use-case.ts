import { after, type Instant } from '../../instant.js';
import { failed, ok, type Outcome } from '../../outcome.js';
import type { Actor } from '../../people/actor.js';
import { newBearer } from '../../people/bearer.js';
import type { People } from '../../people/people.js';
import type { ApiToken, Scope } from '../../ports/session-store.port.js';

const day = 24 * 60 * 60 * 1000;

/** A token that an account asks for. */
export interface NewApiToken {
  /** What it is for. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}

/** Lets a machine act for the account that asks, within a part of its rights. */
export class IssueToken {
  constructor(private readonly people: People) {}

  /** @returns the secret, which is shown this once */
  execute(
    actor: Actor,
    { name, scopes, days }: NewApiToken,
  ): Promise<Outcome<{ readonly secret: string; readonly token: ApiToken }>> {
    const { transactions, sessions, audit, ids, clock } = this.people;
    return transactions.run(async () => {
      if (scopes.includes('submit') && actor.role !== 'city-clerk') {
        return failed({ kind: 'scope-beyond-role', scope: 'submit' });
      }
      const { secret, hash } = newBearer('token');
      const at: Instant = clock.now();
      const token = {
        ...{ id: ids.next(), account: actor.account, name, scopes },
        ...{ issuedAt: at, expiresAt: after(at, days * day), revokedAt: null },
      };
      await sessions.issue(token, hash);
      const about = { token: token.id, scopes: scopes.join(), until: token.expiresAt };
      await audit.add({ at, who: actor.account, what: 'token-issued', about });
      return ok({ secret, token });
    });
  }
}

/** Ends a machine's right to act for an account: by the account, or the security administrator. */
export class RevokeToken {
  constructor(private readonly people: People) {}

  execute(actor: Actor, account: string, id: string): Promise<Outcome<undefined>> {
    const { transactions, sessions, audit, clock } = this.people;
    return transactions.run(async () => {
      const token = (await sessions.tokens(account)).find((each) => each.id === id);
      if (!token) return failed({ kind: 'unknown-token', id });
      if (token.revokedAt) return ok(undefined);
      const at = clock.now();
      await sessions.revoke(account, at, id);
      const about = { account, token: id };
      await audit.add({ at, who: actor.account, what: 'token-revoked', about });
      return ok(undefined);
    });
  }
}

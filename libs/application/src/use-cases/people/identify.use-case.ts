import { after } from '../../instant.js';
import type { Actor } from '../../people/actor.js';
import { hashOfBearer, isApiToken } from '../../people/bearer.js';
import type { People } from '../../people/people.js';
import type { Account } from '../../ports/account-store.port.js';
import type { Scope, Session } from '../../ports/session-store.port.js';

/** Who makes a request, and by what. */
export interface Identity {
  readonly actor: Actor;
  readonly account: Account;
  readonly by:
    | { readonly kind: 'session'; readonly session: Session }
    | { readonly kind: 'token'; readonly scopes: readonly Scope[] };
}

/** How much of its idle time a session may spend before that it was seen is written down. */
const unwritten = 1 / 10;

/** Tells by the secret that a request carries who makes it. */
export class Identify {
  constructor(private readonly people: People) {}

  /**
   * Undefined where the secret opens nothing, or nothing any more.
   * @param isAttended whether the request says that somebody is there, which keeps a session alive
   */
  execute(secret: string, isAttended = true): Promise<Identity | undefined> {
    const hash = hashOfBearer(secret);
    return isApiToken(secret) ? this.byToken(hash) : this.bySession(hash, isAttended);
  }

  /** The account that a secret was given to, though it may open nothing any more. */
  async ownerOf(secret: string): Promise<string | undefined> {
    const { sessions } = this.people;
    const hash = hashOfBearer(secret);
    const found = await (isApiToken(secret)
      ? sessions.tokenBySecret(hash)
      : sessions.bySecret(hash));
    return found?.account.id;
  }

  private async bySession(hash: string, isAttended: boolean): Promise<Identity | undefined> {
    const { transactions, sessions, clock, idleTime } = this.people;
    const found = await sessions.bySecret(hash);
    if (!found) return undefined;
    const { session, account } = found;
    const now = clock.now();
    if (session.endsAt <= now || after(session.seenAt, idleTime) <= now) return undefined;
    if (isAttended && after(session.seenAt, idleTime * unwritten) <= now) {
      await transactions.run(() => sessions.see(session.id, now));
    }
    return identityOf(account, { kind: 'session', session });
  }

  private async byToken(hash: string): Promise<Identity | undefined> {
    const { sessions, clock } = this.people;
    const found = await sessions.tokenBySecret(hash);
    if (!found) return undefined;
    const { token, account } = found;
    const isOver = token.revokedAt !== null || token.expiresAt <= clock.now();
    return isOver ? undefined : identityOf(account, { kind: 'token', scopes: token.scopes });
  }
}

function identityOf(account: Account, by: Identity['by']): Identity | undefined {
  const { id, grant, closedAt } = account;
  if (!grant || closedAt) return undefined;
  return { actor: { account: id, ...grant }, account, by };
}

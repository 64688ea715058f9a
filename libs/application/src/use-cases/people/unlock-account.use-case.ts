import { ok, type Outcome } from '../../outcome.js';
import type { Actor } from '../../people/actor.js';
import type { People } from '../../people/people.js';
import { onAccount } from './on-account.js';

/** Opens the lock that failed sign-ins closed, before its time. */
export class UnlockAccount {
  constructor(private readonly people: People) {}

  execute(actor: Actor, id: string): Promise<Outcome<undefined>> {
    return onAccount(this.people, actor, id, 'account-unlocked', async () => {
      await this.people.credentials.note(id, { failures: 0, lockedUntil: null });
      return ok(undefined);
    });
  }
}

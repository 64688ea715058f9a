import { ok, type Outcome } from '../../outcome.js';
import type { Actor } from '../../people/actor.js';
import type { People } from '../../people/people.js';
import { loneHolder } from './grant-role.use-case.js';
import { endEverything, onAccount } from './on-account.js';

/** Closes the account of somebody who leaves: it stays on record, and opens nothing any more. */
export class CloseAccount {
  constructor(private readonly people: People) {}

  execute(actor: Actor, id: string): Promise<Outcome<undefined>> {
    const { accounts, credentials, clock } = this.people;
    return onAccount(this.people, actor, id, 'account-closed', async (account) => {
      const lone = await loneHolder(this.people, account);
      if (lone) return lone;
      await endEverything(this.people, id);
      await credentials.set(id, { passwordHash: null, device: null, enrolment: null });
      await accounts.close(id, clock.now());
      return ok(undefined);
    });
  }
}

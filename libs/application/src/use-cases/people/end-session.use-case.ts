import { failed, ok, type Outcome } from '../../outcome.js';
import type { Actor } from '../../people/actor.js';
import type { People } from '../../people/people.js';

/** Ends sessions: by signing out, or because the security administrator says so. */
export class EndSession {
  constructor(private readonly people: People) {}

  /** @param id one session of the account; all of them without */
  execute(actor: Actor, account: string, id?: string): Promise<Outcome<undefined>> {
    const { transactions, sessions, audit, clock } = this.people;
    return transactions.run(async () => {
      const known = await sessions.of(account);
      if (id !== undefined && !known.some((session) => session.id === id)) {
        return failed({ kind: 'unknown-session', id });
      }
      await sessions.end(account, id);
      const what = actor.account === account ? 'signed-out' : 'sessions-ended';
      const about = { account, ...(id !== undefined && { session: id }) };
      await audit.add({ at: clock.now(), who: actor.account, what, about });
      return ok(undefined);
    });
  }
}

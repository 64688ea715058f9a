import { system } from '../../people/actor.js';
import type { People } from '../../people/people.js';

/** Keeps all servers of a database to the one key that its secrets are closed in with. */
export class KeepSecretsKey {
  constructor(private readonly people: People) {}

  /** Whether the key is the database's, which the first one becomes. */
  execute(): Promise<boolean> {
    const { transactions, credentials, secrets, audit, clock } = this.people;
    return transactions.run(async () => {
      const mark = await credentials.keyMark();
      if (mark !== undefined) return mark === secrets.mark;
      await credentials.setKeyMark(secrets.mark);
      const about = { mark: secrets.mark };
      await audit.add({ at: clock.now(), who: system.account, what: 'secrets-key-set', about });
      return true;
    });
  }
}

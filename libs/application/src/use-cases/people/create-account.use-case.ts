import { failed, ok, type Outcome } from '../../outcome.js';
import type { Actor } from '../../people/actor.js';
import type { People } from '../../people/people.js';
import type { Account } from '../../ports/account-store.port.js';

/** A person who is to have an account. */
export type Person = Pick<Account, 'name' | 'organisation' | 'email'>;

/** Creates an account, which can do nothing until the security administrator gives it a role. */
export class CreateAccount {
  constructor(private readonly people: People) {}

  execute(actor: Actor, person: Person): Promise<Outcome<Account>> {
    const { transactions, accounts } = this.people;
    const email = person.email.toLowerCase();
    return transactions.run(async () =>
      (await accounts.byEmail(email))
        ? failed({ kind: 'account-exists', email })
        : ok(await addAccount(this.people, actor, person)),
    );
  }
}

/** Within a transaction. */
export async function addAccount(people: People, actor: Actor, person: Person): Promise<Account> {
  const { accounts, audit, ids, clock } = people;
  const { name, organisation } = person;
  const account = {
    ...{ id: ids.next(), email: person.email.toLowerCase(), name, organisation },
    ...{ createdAt: clock.now(), grant: null, closedAt: null },
  };
  await accounts.add(account);
  const { id, createdAt: at } = account;
  await audit.add({ at, who: actor.account, what: 'account-created', about: { account: id } });
  return account;
}

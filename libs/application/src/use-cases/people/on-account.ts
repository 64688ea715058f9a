import { failed, type Outcome } from '../../outcome.js';
import type { Actor } from '../../people/actor.js';
import { areaInText } from '../../people/area.js';
import type { People } from '../../people/people.js';
import type { Account } from '../../ports/account-store.port.js';
import type { AuditEntry } from '../../ports/audit-log.port.js';

/** Changes somebody else's open account, which the audit log tells, all in one transaction. */
export function onAccount<T>(
  people: People,
  actor: Actor,
  id: string,
  what: AuditEntry['what'],
  change: (account: Account) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { transactions, accounts, audit, clock } = people;
  return transactions.run(async () => {
    const account = await accounts.byId(id);
    if (!account) return failed({ kind: 'unknown-account', id });
    if (account.closedAt) return failed({ kind: 'account-closed', id });
    if (id === actor.account) return failed({ kind: 'own-account' });
    const changed = await change(account);
    if (changed.ok) {
      const about = { account: id, ...detailsOf(await accounts.byId(id)) };
      await audit.add({ at: clock.now(), who: actor.account, what, about });
    }
    return changed;
  });
}

/** Ends whatever an account is signed in with. Within a transaction. */
export async function endEverything(people: People, account: string): Promise<void> {
  const { sessions, clock } = people;
  await sessions.end(account);
  await sessions.revoke(account, clock.now());
}

function detailsOf(account: Account | undefined): Readonly<Record<string, string>> {
  if (!account?.grant) return {};
  const { role, area } = account.grant;
  return { role, area: areaInText(area) };
}

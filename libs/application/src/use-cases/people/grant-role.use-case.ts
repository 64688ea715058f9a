import { failed, ok, type Outcome } from '../../outcome.js';
import type { Actor } from '../../people/actor.js';
import type { People } from '../../people/people.js';
import { areaKinds, indispensable, type Grant } from '../../people/role.js';
import type { Account } from '../../ports/account-store.port.js';
import { endEverything, onAccount } from './on-account.js';

/** Gives an account its one role and area, instead of the ones that it had. */
export class GrantRole {
  constructor(private readonly people: People) {}

  /**
   * Ends what the account is signed in with. Where the new role needs a device that the account
   * lacks, it can sign in only after it has enrolled anew.
   */
  execute(actor: Actor, id: string, grant: Grant): Promise<Outcome<Account>> {
    const { accounts, credentials, rolesWithDevice } = this.people;
    const { role, area } = grant;
    return onAccount(this.people, actor, id, 'role-granted', async (account) => {
      if (!areaKinds[role].includes(area.kind)) {
        return failed({ kind: 'unfit-area', role, kinds: areaKinds[role] });
      }
      const lone =
        role === account.grant?.role ? undefined : await loneHolder(this.people, account);
      if (lone) return lone;
      await accounts.grant(id, grant);
      await endEverything(this.people, id);
      const credential = await credentials.of(id);
      if (credential?.passwordHash && !credential.device && rolesWithDevice.includes(role)) {
        await credentials.set(id, { passwordHash: null, device: null, enrolment: null });
      }
      return ok({ ...account, grant });
    });
  }
}

/** The failure of taking away the last account of a role without which nobody can be let in. */
export async function loneHolder({ accounts }: People, { id, grant }: Account) {
  if (!grant || !indispensable.includes(grant.role)) return undefined;
  const holders = await accounts.withRole(grant.role);
  const isLone = holders.every((holder) => holder.id === id);
  return isLone ? failed({ kind: 'last-of-its-role', role: grant.role }) : undefined;
}

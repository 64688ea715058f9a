import { createHash } from 'node:crypto';
import {
  after,
  areaInText,
  hashOfBearer,
  randomIds,
  roles,
  system,
  systemClock,
  type Grant,
  type Role,
} from '#application';
import { openStore, type Purpose } from '#persistence';

const hour = 60 * 60 * 1000;

/**
 * The grant of a role to try things with: a clerk's of 示例市 and a province's reviewer's of its
 * province, unless another subject or province is named; the others' of the nation.
 */
export function grantOf(role: Role, within?: string): Grant {
  switch (role) {
    case 'city-clerk':
      return { role, area: { kind: 'subject', code: within ?? '999901' } };
    case 'provincial-reviewer':
      return { role, area: { kind: 'province', province: within ?? '99' } };
    default:
      return {
        role,
        area: within === undefined ? { kind: 'nation' } : { kind: 'province', province: within },
      };
  }
}

/** The header that a person let in by {@link letIn} sends. */
export function authorizationOf(role: Role, within?: string): { readonly authorization: string } {
  return { authorization: `Bearer ${secretOf(grantOf(role, within))}` };
}

/** Lets one person of every role in. @param place as a store is opened */
export function letEverybodyIn(place: string, purpose: Purpose): Promise<void> {
  return letIn(
    place,
    roles.map((role) => grantOf(role)),
    purpose,
  );
}

/** Opens accounts and sessions past passwords, which take their time; where they are, nothing. */
export async function letIn(
  place: string,
  grants: readonly Grant[],
  purpose: Purpose,
): Promise<void> {
  const stores = await openStore(place, purpose);
  const { transactions, accounts, sessions, audit } = stores;
  const at = systemClock.now();
  await transactions.run(async () => {
    for (const grant of grants) {
      const secret = secretOf(grant);
      const email = `${createHash('sha256').update(secret).digest('hex')}@trial.example`;
      if (await accounts.byEmail(email)) continue;
      const id = randomIds.next();
      const person = { email, name: `试用 ${grant.role}`, organisation: '示例单位' };
      await accounts.add({ id, ...person, grant, createdAt: at, closedAt: null });
      const session = { id: randomIds.next(), account: id, begunAt: at, seenAt: at };
      await sessions.begin({ ...session, endsAt: after(at, 12 * hour) }, hashOfBearer(secret));
      await audit.add({ at, who: system.account, what: 'account-created', about: { account: id } });
    }
  });
  await stores.close();
}

function secretOf({ role, area }: Grant): string {
  return `s-${role}/${areaInText(area).replace(':', '/')}`;
}

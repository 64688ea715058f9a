import { after, type Instant } from '../../instant.js';
import { failed, ok, type Outcome } from '../../outcome.js';
import type { Actor } from '../../people/actor.js';
import { newBearer } from '../../people/bearer.js';
import type { People } from '../../people/people.js';
import { endEverything, onAccount } from './on-account.js';

const day = 24 * 60 * 60 * 1000;
/** How long an enrolment code holds, in milliseconds. */
const enrolmentTime = 7 * day;

/** What lets a person choose a password once. It is shown once. */
export interface EnrolmentCode {
  readonly code: string;
  readonly until: Instant;
}

/** Lets a joiner, or whoever lost a password or a device, enrol; what they had serves no more. */
export class ResetCredentials {
  constructor(private readonly people: People) {}

  execute(actor: Actor, id: string): Promise<Outcome<EnrolmentCode>> {
    return onAccount(this.people, actor, id, 'credentials-reset', async ({ grant }) => {
      if (!grant) return failed({ kind: 'no-role', id });
      await endEverything(this.people, id);
      return ok(await giveEnrolmentCode(this.people, id));
    });
  }
}

/** Within a transaction. */
export async function giveEnrolmentCode(people: People, account: string): Promise<EnrolmentCode> {
  const { secret, hash } = newBearer('code');
  const until = after(people.clock.now(), enrolmentTime);
  const enrolment = { codeHash: hash, until };
  await people.credentials.set(account, { passwordHash: null, device: null, enrolment });
  return { code: secret, until };
}

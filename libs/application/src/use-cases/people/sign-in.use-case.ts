import { after } from '../../instant.js';
import { failed, ok, type Outcome } from '../../outcome.js';
import { newBearer } from '../../people/bearer.js';
import { stepOfCode } from '../../people/device.js';
import { isPassword } from '../../people/password.js';
import type { People } from '../../people/people.js';
import type { Account } from '../../ports/account-store.port.js';
import type { Credential, SignInState } from '../../ports/credential-store.port.js';
import type { Session } from '../../ports/session-store.port.js';

const minute = 60 * 1000;
/** In milliseconds: how long a session lasts, however busy, and how long a lock. */
const [sessionTime, lockTime] = [12 * 60 * minute, 15 * minute];
const failuresToLock = 5;

/** What a person signs in with. */
export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  readonly deviceCode?: string;
  /** The address that it comes from. */
  readonly from: string;
}

/** Somebody signed in; the secret is shown once. */
export interface SignedIn {
  readonly secret: string;
  readonly session: Session;
  readonly account: Account;
}

/** Begins a session. Whatever is wrong, it is refused with the same words after the same time. */
export class SignIn {
  constructor(private readonly people: People) {}

  async execute(attempt: SignInAttempt): Promise<Outcome<SignedIn>> {
    const { transactions, accounts, credentials } = this.people;
    const account = await accounts.byEmail(attempt.email.toLowerCase());
    const { passwordHash } = (account && (await credentials.of(account.id))) ?? {};
    const isRight = await isPassword(attempt.password, passwordHash ?? undefined);
    return transactions.run(async () => {
      const credential = account && (await credentials.of(account.id));
      // It may have been reset meanwhile.
      const isCurrent = isRight && credential?.passwordHash === passwordHash;
      const known = account && credential ? { account, credential } : undefined;
      return known
        ? this.decide(known.account, known.credential, isCurrent, attempt)
        : this.refuse(undefined, attempt);
    });
  }

  private async decide(
    account: Account,
    credential: Credential & SignInState,
    isPasswordRight: boolean,
    attempt: SignInAttempt,
  ): Promise<Outcome<SignedIn>> {
    const { credentials, clock, rolesWithDevice } = this.people;
    const { grant } = account;
    const { passwordHash, failures, lockedUntil } = credential;
    const isLocked = lockedUntil !== null && lockedUntil > clock.now();
    if (!passwordHash || !grant || isLocked) return this.refuse(account, attempt);
    const lastStep = rolesWithDevice.includes(grant.role)
      ? this.deviceStep(account, credential, attempt)
      : credential.lastStep;
    if (isPasswordRight && lastStep !== undefined) {
      await credentials.note(account.id, { failures: 0, lockedUntil: null, lastStep });
      return this.begin(account, attempt);
    }
    if (failures + 1 < failuresToLock) {
      await credentials.note(account.id, { failures: failures + 1 });
    } else {
      await credentials.note(account.id, {
        ...{ failures: 0, lockedUntil: after(clock.now(), lockTime) },
      });
      await this.tell('account-locked', account, attempt);
    }
    return this.refuse(account, attempt);
  }

  private deviceStep(
    { id }: Account,
    { device, lastStep }: Credential & SignInState,
    { deviceCode = '' }: SignInAttempt,
  ): number | undefined {
    const { secrets, clock } = this.people;
    return device === null
      ? undefined
      : stepOfCode(deviceCode, secrets.open(device, id), clock.now(), lastStep);
  }

  private async begin(account: Account, attempt: SignInAttempt): Promise<Outcome<SignedIn>> {
    const { sessions, ids, clock } = this.people;
    const { secret, hash } = newBearer('session');
    const at = clock.now();
    const session = {
      ...{ id: ids.next(), account: account.id },
      ...{ begunAt: at, seenAt: at, endsAt: after(at, sessionTime) },
    };
    await sessions.begin(session, hash);
    await this.tell('signed-in', account, attempt);
    return ok({ secret, session, account });
  }

  private async refuse(account: Account | undefined, attempt: SignInAttempt) {
    await this.tell('sign-in-refused', account, attempt);
    return failed({ kind: 'sign-in-refused' });
  }

  private async tell(
    what: 'signed-in' | 'sign-in-refused' | 'account-locked',
    account: Account | undefined,
    { from }: SignInAttempt,
  ): Promise<void> {
    const { audit, clock } = this.people;
    const who = what === 'signed-in' && account ? account.id : 'system';
    // What was typed in place of a name may be a password.
    const about = { account: account?.id ?? '', from };
    await audit.add({ at: clock.now(), who, what, about });
  }
}

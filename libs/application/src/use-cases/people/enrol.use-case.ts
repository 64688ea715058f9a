import { failed, ok, type Outcome } from '../../outcome.js';
import { hashOfBearer } from '../../people/bearer.js';
import { newDevice, stepOfCode, type DeviceSecret } from '../../people/device.js';
import { hashOfPassword, weaknessOf } from '../../people/password.js';
import type { People } from '../../people/people.js';
import type { Account } from '../../ports/account-store.port.js';

/** What a person enrols with. */
export interface Enrolment {
  /** Given by the security administrator. */
  readonly code: string;
  readonly password: string;
  /** Shown by the device that was offered, where the role needs one. */
  readonly deviceCode?: string;
}

/** A person chooses a password, and takes a device where the role needs one. */
export class Enrol {
  constructor(private readonly people: People) {}

  /** Offers a device, instead of one that was offered before. */
  offerDevice(code: string): Promise<Outcome<DeviceSecret>> {
    const { transactions, credentials, secrets, audit, clock } = this.people;
    return transactions.run(async () => {
      const account = await this.owner(code);
      if (!account) return failed({ kind: 'code-refused' });
      const device = newDevice(account.email);
      await credentials.note(account.id, {
        offeredDevice: secrets.close(device.secret, account.id),
      });
      const about = { account: account.id };
      await audit.add({ at: clock.now(), who: account.id, what: 'device-offered', about });
      return ok(device);
    });
  }

  /** The code serves once. */
  async execute({ code, password, deviceCode }: Enrolment): Promise<Outcome<Account>> {
    const { transactions, credentials, audit, clock } = this.people;
    // Before any work on the password, which is dear.
    const known = await this.owner(code);
    if (!known) return failed({ kind: 'code-refused' });
    const names = [known.name, known.organisation, known.email.split('@')[0] ?? ''];
    const weakness = weaknessOf(password, names);
    if (weakness) return failed({ kind: 'weak-password', weakness });
    const passwordHash = await hashOfPassword(password);
    return transactions.run(async () => {
      const account = await this.owner(code);
      if (!account?.grant) return failed({ kind: 'code-refused' });
      const isDeviceNeeded = this.people.rolesWithDevice.includes(account.grant.role);
      const device = isDeviceNeeded ? await this.proven(account.id, deviceCode) : undefined;
      if (isDeviceNeeded && !device) return failed({ kind: 'device-not-proven' });
      const { box = null, lastStep = 0 } = device ?? {};
      await credentials.set(account.id, { passwordHash, device: box, enrolment: null });
      await credentials.note(account.id, { lastStep });
      await audit.add({
        ...{ at: clock.now(), who: account.id, what: 'credentials-enrolled' },
        about: { account: account.id, device: isDeviceNeeded ? 1 : 0 },
      });
      return ok(account);
    });
  }

  private async owner(code: string): Promise<Account | undefined> {
    const { credentials, accounts, clock } = this.people;
    const id = await credentials.byEnrolment(hashOfBearer(code), clock.now());
    return id === undefined ? undefined : accounts.byId(id);
  }

  /** The offered device, where the code is one that it shows. */
  private async proven(account: string, code = '') {
    const { credentials, secrets, clock } = this.people;
    const box = (await credentials.of(account))?.offeredDevice;
    if (!box) return undefined;
    const lastStep = stepOfCode(code, secrets.open(box, account), clock.now(), 0);
    return lastStep === undefined ? undefined : { box, lastStep };
  }
}

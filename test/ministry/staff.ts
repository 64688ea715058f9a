import { randomBytes } from 'node:crypto';
import {
  accountView,
  deviceView,
  enrolmentCodeView,
  firstAdministratorsView,
  signedInView,
  type NewAccountBody,
  type NewGrantBody,
} from '#contracts';
import { generateSync } from 'otplib';
import { ServiceConnection } from '../../apps/server/src/demonstration/service-connection.js';

const step = 30_000;

/** What a person signs in with. */
interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the device (动态口令). */
  readonly secret: string;
}

/** Engages the people of a ministry over HTTP, as its administrators would, and signs them in. */
export class Staff {
  private readonly stranger: ServiceConnection;

  constructor(private readonly url: string) {
    this.stranger = new ServiceConnection(url);
  }

  /** The three administrators (三员), created by the credential of the first start. */
  async administrators(firstCode: string) {
    const [system, security, auditor] = ['system', 'security', 'auditor'].map(mailbox);
    const first = await this.stranger.post('first-administrators', {
      ...{ code: firstCode, 'system-administrator': system },
      ...{ 'security-administrator': security, auditor },
    });
    const signedIn: ServiceConnection[] = [];
    for (const { account, enrolment } of firstAdministratorsView.parse(first)) {
      signedIn.push(await this.signIn(await this.enrol(account.email, enrolment.code, true)));
    }
    const [asSystem, asSecurity, asAuditor] = signedIn;
    if (!asSystem || !asSecurity || !asAuditor) throw new Error('three administrators are wanted');
    return { asSystem, asSecurity, asAuditor };
  }

  /** A joiner: one administrator creates the account, another says what it may do. */
  async engage(
    { asSystem, asSecurity }: { asSystem: ServiceConnection; asSecurity: ServiceConnection },
    name: string,
    grant: NewGrantBody,
  ): Promise<ServiceConnection> {
    const { id, email } = accountView.parse(await asSystem.post('accounts', mailbox(name)));
    await asSecurity.post(`accounts/${id}/grants`, grant);
    const reset = await asSecurity.post(`accounts/${id}/resets`, {});
    const { code } = enrolmentCodeView.parse(reset);
    return this.signIn(await this.enrol(email, code, grant.role !== 'city-clerk'));
  }

  /** Chooses a password, and a device where the role asks for one. */
  private async enrol(email: string, code: string, hasDevice: boolean): Promise<Credentials> {
    const password = randomBytes(12).toString('base64url');
    if (!hasDevice) {
      await this.stranger.post('enrolment', { code, password });
      return { email, password, secret: '' };
    }
    const { secret } = deviceView.parse(await this.stranger.post('enrolment/device', { code }));
    const deviceCode = codeOf(secret, Date.now());
    await this.stranger.post('enrolment', { code, password, deviceCode });
    return { email, password, secret };
  }

  private async signIn({ email, password, secret }: Credentials): Promise<ServiceConnection> {
    // Each code serves once, so it is the next one's turn.
    const deviceCode = secret === '' ? {} : { deviceCode: codeOf(secret, Date.now() + step) };
    const answer = await this.stranger.post('session', {
      ...{ email, password, bearer: true, ...deviceCode },
    });
    return new ServiceConnection(this.url, signedInView.parse(answer).secret ?? '');
  }
}

function codeOf(secret: string, at: number): string {
  return generateSync({ secret, epoch: Math.floor(at / 1000) });
}

function mailbox(name: string): NewAccountBody {
  return { email: `${name}@ministry.example`, name, organisation: '示例部' };
}

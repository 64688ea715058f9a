import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  after,
  CloseAccount,
  CreateAccount,
  EndSession,
  Enrol,
  FirstAdministrators,
  GrantRole,
  Identify,
  IssueToken,
  KeepSecretsKey,
  randomIds,
  ResetCredentials,
  RevokeToken,
  rolesWithDevice,
  SecretBox,
  SignIn,
  UnlockAccount,
  type Account,
  type Actor,
  type Grant,
  type Instant,
  type Outcome,
  type People,
  type Stores,
} from '#application';
import { generateSync } from 'otplib';

const password = 'zwölf Zeichen!';
const [minute, hour] = [60_000, 3_600_000];
const nation = { kind: 'nation' } as const;
const actorOf = (role: Actor['role'], account = `the ${role}`): Actor => ({
  ...{ account, role, area: nation },
});
const system = actorOf('system-administrator');
const security = actorOf('security-administrator');
const clerkOf = (code: string): Grant => ({ role: 'city-clerk', area: { kind: 'subject', code } });

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  return outcome.value;
}
const failureOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'none' : outcome.failure.kind);

type StoresOnTrial = Stores & { close(): Promise<void> };

/** What holds of accounts, whatever the stores. @param open twice the same place, if asked twice */
export function peopleContract(
  name: string,
  open: (folder: string) => Promise<readonly [StoresOnTrial, StoresOnTrial]>,
): void {
  describe(`people in ${name}`, () => {
    let folder: string;
    let now: Instant;
    let stores: readonly [StoresOnTrial, StoresOnTrial];
    let people: People;
    let other: People;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'people-'));
      now = '2026-11-21T12:00:00.000+08:00';
      stores = await open(folder);
      const [one, two] = stores.map((each) => ({
        ...{ ...each, clock: { now: () => now }, ids: randomIds, rolesWithDevice },
        ...{ secrets: new SecretBox(Buffer.alloc(32, 7)), idleTime: 30 * minute },
      }));
      if (!one || !two) throw new Error('two are needed');
      [people, other] = [one, two];
    });
    afterEach(async () => {
      // The second shares its place with the first, which takes it away.
      for (const each of stores.toReversed()) await each.close();
      await rm(folder, { recursive: true });
    });
    const pass = (milliseconds: number) => {
      now = after(now, milliseconds);
    };
    const codeOf = (secret: string, seconds = 0) =>
      generateSync({ secret, epoch: Math.floor(Date.parse(now) / 1000) + seconds });

    const create = async (email = 'Wang@Trial.example') => {
      const person = { name: '王敏', organisation: '示例市知识产权局', email };
      return valueOf(await new CreateAccount(people).execute(system, person));
    };
    const grant = (id: string, given: Grant, by = security) =>
      new GrantRole(people).execute(by, id, given);
    const reset = async (id: string) =>
      valueOf(await new ResetCredentials(people).execute(security, id)).code;
    const clerk = async (email?: string): Promise<Account> => {
      const { id } = await create(email);
      const account = valueOf(await grant(id, clerkOf('950001')));
      valueOf(await new Enrol(people).execute({ code: await reset(id), password }));
      return account;
    };
    /** @returns the device's secret, whose current code has been used */
    const enrolWithDevice = async (id: string) => {
      const code = await reset(id);
      const { secret } = valueOf(await new Enrol(people).offerDevice(code));
      const deviceCode = codeOf(secret);
      valueOf(await new Enrol(people).execute({ code, password, deviceCode }));
      return secret;
    };
    const signIn = (attempt: { email?: string; password?: string; deviceCode?: string } = {}) =>
      new SignIn(people).execute({
        ...{ email: 'wang@trial.example', password, from: '192.0.2.1', ...attempt },
      });
    const who = async (secret: string) => (await new Identify(people).execute(secret))?.actor;

    it('join by two administrators, and are told apart by e-mail', async () => {
      const { id } = await create();
      expect(failureOf(await new ResetCredentials(people).execute(security, id))).toBe('no-role');
      const given = valueOf(await grant(id, clerkOf('950001')));
      expect(given.grant).toEqual(clerkOf('950001'));
      const code = await reset(id);
      const enrol = new Enrol(people);
      expect(failureOf(await enrol.execute({ code, password: '王敏' }))).toBe('weak-password');
      expect(failureOf(await enrol.execute({ code: 'another', password }))).toBe('code-refused');
      expect(valueOf(await enrol.execute({ code, password })).id).toBe(id);
      expect(failureOf(await enrol.execute({ code, password }))).toBe('code-refused');
      const { secret, account } = valueOf(await signIn({ email: 'WANG@trial.example' }));
      expect(account.email).toBe('wang@trial.example');
      expect(await who(secret)).toEqual({ account: id, ...clerkOf('950001') });
      const twice = { name: '王敏', organisation: '二', email: 'wang@TRIAL.example' };
      expect(failureOf(await new CreateAccount(people).execute(system, twice))).toBe(
        'account-exists',
      );
    });

    it('enrol once, within a week, even where two try at once', async () => {
      const { id } = await create();
      await grant(id, clerkOf('950001'));
      const late = await reset(id);
      pass(7 * 24 * hour);
      expect(failureOf(await new Enrol(people).execute({ code: late, password }))).toBe(
        'code-refused',
      );
      const code = await reset(id);
      const tried = await Promise.all(
        [people, other].map((each) => new Enrol(each).execute({ code, password })),
      );
      expect(tried.map(failureOf).toSorted()).toEqual(['code-refused', 'none']);
    });

    it('prove their device, and use each of its codes once', async () => {
      const { id } = await create();
      await grant(id, { role: 'ip-reviewer', area: nation });
      const code = await reset(id);
      const enrol = new Enrol(people);
      expect(failureOf(await enrol.execute({ code, password }))).toBe('device-not-proven');
      const { secret: first } = valueOf(await enrol.offerDevice(code));
      const { secret } = valueOf(await enrol.offerDevice(code));
      const by = (device: string) => enrol.execute({ code, password, deviceCode: codeOf(device) });
      expect(failureOf(await by(first))).toBe('device-not-proven');
      valueOf(await by(secret));
      const credential = await people.credentials.of(id);
      expect(JSON.stringify(credential)).not.toContain(secret);
      const offers = await people.audit.list({ who: id, what: 'device-offered' }, { limit: 9 });
      expect(offers.items).toHaveLength(2);
      expect(JSON.stringify(offers)).not.toContain(secret);

      expect(failureOf(await signIn())).toBe('sign-in-refused');
      expect(failureOf(await signIn({ deviceCode: codeOf(secret) }))).toBe('sign-in-refused');
      const next = codeOf(secret, 30);
      const tried = await Promise.all([1, 2, 3].map(() => signIn({ deviceCode: next })));
      expect(tried.map(failureOf).toSorted()).toEqual([
        ...['none', 'sign-in-refused', 'sign-in-refused'],
      ]);
    });

    it('are locked after five failures, for a quarter of an hour or until unlocked', async () => {
      const { id } = await clerk();
      const fail = async (times: number) => {
        for (let time = 0; time < times; time++) {
          expect(failureOf(await signIn({ password: 'wrong password' }))).toBe('sign-in-refused');
        }
      };
      await fail(4);
      valueOf(await signIn());
      await fail(5);
      expect(failureOf(await signIn())).toBe('sign-in-refused');
      pass(15 * minute - 1);
      expect(failureOf(await signIn())).toBe('sign-in-refused');
      pass(1);
      valueOf(await signIn());
      await fail(5);
      valueOf(await new UnlockAccount(people).execute(security, id));
      valueOf(await signIn());
      expect(failureOf(await signIn({ email: 'nobody@trial.example' }))).toBe('sign-in-refused');
    });

    it('stay signed in while they are busy, and for twelve hours at most', async () => {
      await clerk();
      const { secret } = valueOf(await signIn());
      const busy = async () => (await who(secret)) !== undefined;
      // What is left of the first twelve hours, by steps shorter than the idle time.
      for (let minutes = 0; minutes < 12 * 60 - 26; minutes += 26) {
        pass(26 * minute);
        expect(await busy()).toBe(true);
      }
      pass(26 * minute);
      expect(await busy()).toBe(false);
      const { secret: again } = valueOf(await signIn());
      expect(await who(again)).toBeDefined();
      pass(30 * minute);
      expect(await who(again)).toBeUndefined();
    });

    it('are not kept signed in by what their pages ask for by themselves', async () => {
      await clerk();
      const { secret } = valueOf(await signIn());
      const glanced = () => new Identify(people).execute(secret, false);
      for (const minutes of [14, 15]) {
        pass(minutes * minute);
        expect(await glanced()).toBeDefined();
      }
      pass(minute);
      expect(await glanced()).toBeUndefined();
    });

    it('sign out, and have all their sessions ended', async () => {
      const { id, grant: given } = await clerk();
      if (!given) throw new Error('a grant is missing');
      const actor = { account: id, ...given };
      const [one, two] = [valueOf(await signIn()), valueOf(await signIn())];
      const end = new EndSession(people);
      expect(failureOf(await end.execute(security, 'another', one.session.id))).toBe(
        'unknown-session',
      );
      valueOf(await end.execute(actor, id, one.session.id));
      expect(await who(one.secret)).toBeUndefined();
      expect(await who(two.secret)).toEqual(actor);
      valueOf(await end.execute(security, id));
      expect(await who(two.secret)).toBeUndefined();
      expect(await people.sessions.of(id)).toEqual([]);
    });

    it('let machines act for them until revoked or over, within their role', async () => {
      const account = await clerk();
      const actor: Actor = { account: account.id, ...clerkOf('950001') };
      const issue = new IssueToken(people);
      const asked = { name: '报送程序', scopes: ['read'], days: 1 } as const;
      const beyond = { ...asked, scopes: ['submit'] } as const;
      const auditor = actorOf('auditor', account.id);
      expect(failureOf(await issue.execute(auditor, beyond))).toBe('scope-beyond-role');
      const [one, two] = [
        valueOf(await issue.execute(actor, asked)),
        valueOf(await issue.execute(actor, asked)),
      ];
      expect(await new Identify(people).execute(one.secret)).toMatchObject({
        ...{ actor, by: { kind: 'token', scopes: ['read'] } },
      });
      const revoke = new RevokeToken(people);
      expect(failureOf(await revoke.execute(security, 'another', one.token.id))).toBe(
        'unknown-token',
      );
      valueOf(await revoke.execute(actor, account.id, one.token.id));
      expect(await who(one.secret)).toBeUndefined();
      pass(24 * hour - 1);
      expect(await who(two.secret)).toEqual(actor);
      pass(1);
      expect(await who(two.secret)).toBeUndefined();
    });

    it('lose all that they had when their role, their credentials or their account goes', async () => {
      const account = await clerk();
      const { id } = account;
      const actor: Actor = { account: id, ...clerkOf('950001') };
      const everything = async () => {
        const { secret } = valueOf(await signIn());
        const asked = { name: '程序', scopes: ['read'], days: 9 } as const;
        const token = valueOf(await new IssueToken(people).execute(actor, asked));
        return [secret, token.secret];
      };
      const expectLost = async (secrets: readonly string[]) => {
        for (const secret of secrets) expect(await who(secret)).toBeUndefined();
      };
      const first = await everything();
      valueOf(await grant(id, clerkOf('950002')));
      await expectLost(first);

      const second = await everything();
      const code = await reset(id);
      await expectLost(second);
      expect(failureOf(await signIn())).toBe('sign-in-refused');
      valueOf(await new Enrol(people).execute({ code, password }));

      // A reviewer needs a device, which a clerk has not.
      valueOf(await grant(id, { role: 'ip-reviewer', area: nation }));
      expect(failureOf(await signIn())).toBe('sign-in-refused');
      const device = await enrolWithDevice(id);
      const { secret } = valueOf(await signIn({ deviceCode: codeOf(device, 30) }));
      valueOf(await new CloseAccount(people).execute(system, id));
      await expectLost([secret]);
      pass(hour);
      expect(failureOf(await signIn({ deviceCode: codeOf(device) }))).toBe('sign-in-refused');
      expect(failureOf(await grant(id, clerkOf('950001')))).toBe('account-closed');
      expect((await people.accounts.byId(id))?.closedAt).toBeDefined();
      // Who comes back has a new account.
      expect((await create()).id).not.toBe(id);
    });

    it('have no area that their role does not reach', async () => {
      const { id } = await create();
      for (const [given, failure] of [
        [{ role: 'city-clerk', area: nation }, 'unfit-area'],
        [{ role: 'provincial-reviewer', area: nation }, 'unfit-area'],
        [{ role: 'finance-approver', area: { kind: 'province', province: '95' } }, 'unfit-area'],
        [{ role: 'ip-reviewer', area: { kind: 'province', province: '95' } }, 'none'],
        [{ role: 'auditor', area: nation }, 'none'],
      ] as const) {
        expect([given, failureOf(await grant(id, given))]).toEqual([given, failure]);
      }
    });

    const persons = (tag = '') => {
      const person = (role: string) => ({
        ...{ name: '张三', organisation: '示例中心', email: `${role}${tag}@trial.example` },
      });
      return {
        'system-administrator': person('system'),
        'security-administrator': person('security'),
        auditor: person('auditor'),
      };
    };

    it('begin with three administrators, by one code of however many servers print one', async () => {
      const codes = await Promise.all(
        [people, other].map((each) => new FirstAdministrators(each).offer()),
      );
      const [one = '', two = ''] = codes;
      const twins = { ...persons(), auditor: persons()['system-administrator'] };
      const make = (by: People, code: string, who = persons()) =>
        new FirstAdministrators(by).create(code, who);
      expect(failureOf(await make(people, 'a guess'))).toBe('code-refused');
      expect(failureOf(await make(people, one, twins))).toBe('account-exists');
      const made = await Promise.all([make(people, one), make(other, two, persons('2'))]);
      expect(made.map(failureOf).toSorted()).toEqual(['code-refused', 'none']);
      const [administrators] = made.flatMap((each) => (each.ok ? [each.value] : []));
      expect(administrators?.map(({ account }) => account.grant)).toEqual(
        ['system-administrator', 'security-administrator', 'auditor'].map((role) => ({
          ...{ role, area: nation },
        })),
      );
      expect(await new FirstAdministrators(other).offer()).toBeUndefined();
      expect(failureOf(await make(people, one))).toBe('code-refused');
      expect((await people.accounts.list({ limit: 9 })).items).toHaveLength(3);
    });

    it('keep to one account of their own, and to the last who can let others in', async () => {
      const code = (await new FirstAdministrators(people).offer()) ?? '';
      const made = valueOf(await new FirstAdministrators(people).create(code, persons()));
      const [first, second] = made.map(({ account }) => account);
      if (!first || !second) throw new Error('administrators are missing');
      const own = actorOf('security-administrator', second.id);
      expect(failureOf(await grant(second.id, clerkOf('950001'), own))).toBe('own-account');
      expect(failureOf(await new ResetCredentials(people).execute(own, second.id))).toBe(
        'own-account',
      );
      const closing = new CloseAccount(people);
      expect(failureOf(await closing.execute(system, second.id))).toBe('last-of-its-role');
      expect(failureOf(await grant(first.id, clerkOf('950001'), own))).toBe('last-of-its-role');
      const { id } = await create();
      valueOf(await grant(id, { role: 'security-administrator', area: nation }, own));
      valueOf(await closing.execute(system, second.id));
    });

    it('have their secrets closed in with one key for all servers', async () => {
      expect(await new KeepSecretsKey(people).execute()).toBe(true);
      expect(await new KeepSecretsKey(other).execute()).toBe(true);
      const secrets = new SecretBox(Buffer.alloc(32, 8));
      expect(await new KeepSecretsKey({ ...other, secrets }).execute()).toBe(false);
    });
  });
}

import {
  CloseAccount,
  CreateAccount,
  Enrol,
  FirstAdministrators,
  KeepSecretsKey,
  ResetCredentials,
  SecretBox,
  type People,
} from '#application';
import { failureOf, valueOf } from '../outcome-on-trial.js';
import {
  actorOf,
  clerkOf,
  hour,
  nation,
  password,
  peopleForEachTest,
  security,
  system,
  type OpenTwice,
} from './people-in-stores.js';

/** What must hold of accounts, from the first administrators on, whatever keeps them. */
export function accountsContract(name: string, open: OpenTwice): void {
  describe(name, () => {
    let people: People;
    let other: People;
    const { create, grant, reset, signIn, who, pass } = peopleForEachTest(open, (one, two) => {
      [people, other] = [one, two];
    });

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

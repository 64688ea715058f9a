import { EndSession, Enrol, Identify, UnlockAccount, type People } from '#application';
import { failureOf, valueOf } from '../outcome-on-trial.js';
import {
  minute,
  nation,
  password,
  peopleForEachTest,
  security,
  type OpenTwice,
} from './people-in-stores.js';

/** What must hold of signing in, and of the sessions that it begins, whatever keeps them. */
export function sessionsContract(name: string, open: OpenTwice): void {
  describe(name, () => {
    let people: People;
    const { create, grant, reset, clerk, signIn, who, pass, codeOf } = peopleForEachTest(
      open,
      (one) => {
        people = one;
      },
    );

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
  });
}

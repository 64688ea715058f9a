import {
  CloseAccount,
  Enrol,
  Identify,
  IssueToken,
  RevokeToken,
  type Actor,
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

/** What must hold of tokens, and of how they and sessions are lost, whatever keeps them. */
export function tokensContract(name: string, open: OpenTwice): void {
  describe(name, () => {
    let people: People;
    const { create, grant, reset, clerk, enrolWithDevice, signIn, who, pass, codeOf } =
      peopleForEachTest(open, (one) => {
        people = one;
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
  });
}

import {
  after,
  CreateAccount,
  Enrol,
  GrantRole,
  Identify,
  randomIds,
  ResetCredentials,
  rolesWithDevice,
  SecretBox,
  SignIn,
  type Account,
  type Actor,
  type Grant,
  type Instant,
  type People,
  type Stores,
} from '#application';
import { generateSync } from 'otplib';
import { valueOf } from '../outcome-on-trial.js';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

export const password = 'zwölf Zeichen!';
export const [minute, hour] = [60_000, 3_600_000];
export const nation = { kind: 'nation' } as const;
/** Someone with a role and an account that nobody opened. */
export const actorOf = (role: Actor['role'], account = `the ${role}`): Actor => ({
  ...{ account, role, area: nation },
});
export const system = actorOf('system-administrator');
export const security = actorOf('security-administrator');
export const clerkOf = (code: string): Grant => ({
  ...{ role: 'city-clerk', area: { kind: 'subject', code } },
});

type ClosableStores = Awaited<ReturnType<OpenStores>>;

/** Opens new stores twice, as two servers do; they are gone once the first are closed too. */
export type OpenTwice = (folder: string) => Promise<readonly [ClosableStores, ClosableStores]>;

/**
 * Opens new stores before each test of the `describe` around it, and closes them afterwards.
 * @param handOut is given what two servers know of people, over the same stores and by one clock
 * @returns what people do at the first of them
 */
export function peopleForEachTest(
  open: OpenTwice,
  handOut: (people: People, other: People) => void,
) {
  let now: Instant;
  let people: People;
  const server = (stores: Stores): People => ({
    ...{ ...stores, clock: { now: () => now }, ids: randomIds, rolesWithDevice },
    ...{ secrets: new SecretBox(Buffer.alloc(32, 7)), idleTime: 30 * minute },
  });
  const openBoth = async (folder: string) => {
    const [one, two] = await open(folder);
    const close = async () => {
      // The second shares its place with the first, which takes it away.
      await two.close();
      await one.close();
    };
    return { ...one, two, close };
  };
  storesForEachTest(openBoth, ({ two, ...one }) => {
    now = '2026-11-21T12:00:00.000+08:00';
    people = server(one);
    handOut(people, server(two));
  });

  const pass = (milliseconds: number) => {
    now = after(now, milliseconds);
  };
  const codeOf = (secret: string, seconds = 0) =>
    generateSync({ secret, epoch: Math.floor(Date.parse(now) / 1000) + seconds });

  const create = async () => {
    const email = 'Wang@Trial.example';
    const person = { name: '王敏', organisation: '示例市知识产权局', email };
    return valueOf(await new CreateAccount(people).execute(system, person));
  };
  const grant = (id: string, given: Grant, by = security) =>
    new GrantRole(people).execute(by, id, given);
  const reset = async (id: string) =>
    valueOf(await new ResetCredentials(people).execute(security, id)).code;
  const clerk = async (): Promise<Account> => {
    const { id } = await create();
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

  return { pass, codeOf, create, grant, reset, clerk, enrolWithDevice, signIn, who };
}

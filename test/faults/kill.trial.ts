import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { reports } from '../e2e/service-on-trial.js';
import { authorizationOf } from '../people-on-trial.js';
import type { Trial } from '../long/trial.js';
import { demandAll, inFolder, reportsToSend, sendAll, type Acknowledged } from './acknowledged.js';
import { demandSame, demandSound, finish, keptState } from './kept-state.js';
import { phases } from './phases.js';
import { letADayPass, pause, withServer, type ServerProcess } from './server-process.js';
import { undisturbed } from './undisturbed.js';

const halfReceived = { name: 'upload: half received', passes: 3 };
const points = [halfReceived, ...phases];
const deaths = 3;

/** In milliseconds: how soon a server is ready, and how soon what was left unfinished is done. */
const [readyDeadline, resumeDeadline] = [5000, 10_000];
/** Until it reaches its phase, which is nothing that anybody waits for. */
const deathDeadline = 60_000;

/** A moment at which a server is killed. */
interface Point {
  readonly phase: string;
  readonly pass: number;
}

/** A server is killed while reports come in, started again and killed at the next: nothing is lost. */
export const kill: Trial = {
  what: `kill -9, ${deaths} times a seed, in ${points.length} phases`,
  seeds: { short: 20, long: 667 },
  atOnce: 2,
  async attempt(seed) {
    const round = Math.floor((seed - 1) / points.length);
    // In each further round the reports are larger.
    const policies = 350 + 37 * round;
    const files = reportsToSend(policies);
    const met = Array.from({ length: deaths }, (_, death) => pointOf(seed, death, round));
    const expected = await undisturbed(policies);
    const kept = await inFolder(async (folder) => {
      const acknowledged: Acknowledged[] = [];
      for (const [death, point] of met.entries()) {
        await withRecovered(folder, acknowledged, async (server, url) => {
          acknowledged.push(...(await die(server, url, filesBefore(death, files), point)));
        });
        await letADayPass(folder);
      }
      await withRecovered(folder, acknowledged, async (server, url) => {
        // What a client that got no answer does.
        const again = await sendAll(url, files);
        for (const { id, file } of acknowledged) {
          if (again.find((each) => each.file === file)?.id !== id)
            throw new Error(`${id} was doubled`);
        }
        await finish(folder, deathDeadline);
        await server.stop();
      });
      return keptState(folder);
    });
    demandSame(kept, expected);
    const words = met.map(({ phase, pass }) => (pass > 1 ? `${phase} (${pass})` : phase));
    return `${words.join(', ')}; ${policies} policies a report`;
  },
};

/** Every death meets every point once in as many seeds as there are points. */
function pointOf(seed: number, death: number, round: number): Point {
  const index = seed - 1 + Math.floor((death * points.length) / deaths);
  const point = points[index % points.length];
  if (!point) throw new Error('there is no such point');
  return { phase: point.name, pass: 1 + ((round + death) % (point.passes ?? 1)) };
}

/** The first year alone has no evaluation to die in, so it comes in with the second. */
function filesBefore(death: number, files: readonly Buffer[]): readonly Buffer[] {
  return death === 0 ? files.slice(0, 2) : files.slice(death + 1, death + 2);
}

/** Work with a server that is ready in time, has what was acknowledged, and did in time what was left. */
async function withRecovered(
  folder: string,
  acknowledged: readonly Acknowledged[],
  work: (server: ServerProcess, url: string) => Promise<void>,
): Promise<void> {
  await withServer({ folder, deadline: readyDeadline }, async (server, url) => {
    await demandAll(url, acknowledged);
    await finish(folder, resumeDeadline);
    demandSound(folder);
    await work(server, url);
  });
}

/** What was acknowledged before the server died. */
async function die(
  server: ServerProcess,
  url: string,
  files: readonly Buffer[],
  { phase, pass }: Point,
): Promise<readonly Acknowledged[]> {
  if (phase === halfReceived.name) {
    const [file = Buffer.alloc(0)] = files;
    await sendHalf(url, file, pass / (halfReceived.passes + 1));
    await server.kill();
    return [];
  }
  await server.doom([phase, pass]);
  const acknowledged = await sendAll(url, files);
  await server.hasDied(phase, deathDeadline);
  return acknowledged;
}

/** Sends this share of a file, and no more. */
async function sendHalf(url: string, file: Buffer, share: number): Promise<void> {
  const headers = {
    ...{ 'content-type': 'application/octet-stream', 'content-length': file.length },
    ...{ 'idempotency-key': randomUUID(), ...authorizationOf('city-clerk') },
  };
  const half = request(`${url}${reports}`, { method: 'POST', headers });
  half.on('error', () => undefined);
  half.write(file.subarray(0, Math.floor(file.length * share)));
  await pause(100);
}

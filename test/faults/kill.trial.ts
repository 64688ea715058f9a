import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { reports } from '../e2e/service-on-trial.js';
import { authorizationOf } from '../people-on-trial.js';
import type { Trial } from '../long/trial.js';
import {
  demandAll,
  inFolder,
  reportsToSend,
  send,
  sendAll,
  type Acknowledged,
} from './acknowledged.js';
import { demandSame, finish, keptState, letADayPass } from './kept-state.js';
import { phases } from './phases.js';
import { pause, withServer, type ServerProcess } from './server-process.js';
import { undisturbed } from './undisturbed.js';

const halfReceived = 'upload: half received';
const points = [{ name: halfReceived, passes: 3 }, ...phases];
/** Each report of a seed meets one point; so many seeds, and each report has met them all. */
const [reportsOfSeed, seedsOfRound] = [4, points.length];

/** In milliseconds: how soon a server is ready, and how soon what was left unfinished is done. */
const [readyDeadline, resumeDeadline] = [5000, 10_000];
/** Until it reaches its phase, which is nothing that anybody waits for. */
const deathDeadline = 60_000;

/** A moment at which a server is killed. */
interface Point {
  readonly phase: string;
  readonly pass: number;
}

/**
 * A server is killed while the first report comes in or is worked on, started again, killed at the
 * second, …: nothing is lost or doubled.
 */
export const kill: Trial = {
  what: `kill -9 at ${reportsOfSeed} points of ${points.length} phases`,
  seeds: { short: 15, long: 500 },
  atOnce: 2,
  async attempt(seed) {
    const round = Math.floor((seed - 1) / seedsOfRound);
    // In each further round the reports are larger.
    const policies = 350 + 37 * round;
    const met = pointsOf(seed, round);
    // The last year first: the first year alone has no evaluation to be killed in.
    const files = reportsToSend(policies).toReversed();
    const expected = await undisturbed(policies);
    const kept = await inFolder(async (folder) => {
      const acknowledged: Acknowledged[] = [];
      for (const [index, point] of met.entries()) {
        const file = files[index];
        if (!file) throw new Error('there is no such report');
        await recover(folder, acknowledged, async (server, url) => {
          const taken = await die(server, url, file, point);
          if (taken) acknowledged.push(taken);
        });
        await letADayPass(folder);
      }
      await recover(folder, acknowledged, async (server, url) => {
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

function pointsOf(seed: number, round: number): readonly Point[] {
  return Array.from({ length: reportsOfSeed }, (_, index) => {
    const point = points[((seed - 1) * reportsOfSeed + index) % points.length];
    if (!point) throw new Error('there is no such point');
    return { phase: point.name, pass: 1 + ((round + index) % (point.passes ?? 1)) };
  });
}

/** A server that is ready in time, has what was acknowledged, and does in time what was left. */
async function recover(
  folder: string,
  acknowledged: readonly Acknowledged[],
  then: (server: ServerProcess, url: string) => Promise<void>,
): Promise<void> {
  await withServer({ folder, deadline: readyDeadline }, async (server, url) => {
    await demandAll(url, acknowledged);
    await finish(folder, resumeDeadline);
    await then(server, url);
  });
}

/** The report, if it was acknowledged before the server died. */
async function die(
  server: ServerProcess,
  url: string,
  file: Buffer,
  { phase, pass }: Point,
): Promise<Acknowledged | undefined> {
  if (phase === halfReceived) {
    await sendHalf(url, file, pass / 4);
    await server.kill();
    return undefined;
  }
  await server.doom([phase, pass]);
  const acknowledged = await send(url, file);
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

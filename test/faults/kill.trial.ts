import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { reports } from '../e2e/service-on-trial.js';
import { authorizationOf } from '../people-on-trial.js';
import type { Trial } from '../long/trial.js';
import { demandAll, inFolder, reportsToSend, sendAll, type Acknowledged } from './acknowledged.js';
import { demandSame, finish, keptState, letADayPass, type KeptState } from './kept-state.js';
import { phases } from './phases.js';
import { pause, withServer } from './server-process.js';
import { undisturbed } from './undisturbed.js';

const passes = 3;
const halfReceived = 'upload: half received';
const names = [halfReceived, ...phases.map(({ name }) => name)];
/** Every phase once, then every phase a second time, …: the first seeds reach all of them. */
const points = Array.from({ length: passes }, (_, index) =>
  names.map((phase) => ({ phase, pass: index + 1 })),
).flat();

/** In milliseconds: how soon a server is ready, and how soon what was left unfinished is done. */
const [readyDeadline, resumeDeadline] = [5000, 10_000];
/** Until it reaches its phase, which is nothing that anybody waits for. */
const deathDeadline = 60_000;

type Files = readonly Buffer[];

/** Servers are killed at every phase and started again: nothing is lost or doubled. */
export const kill: Trial = {
  what: `kill -9 in ${names.length} phases`,
  seeds: { short: 60, long: 2000 },
  atOnce: 2,
  async attempt(seed) {
    const point = points[(seed - 1) % points.length];
    if (!point) throw new Error('there is no such point');
    // Each further time that the points are gone through, the reports are larger.
    const policies = 350 + 37 * Math.floor((seed - 1) / points.length);
    const files = reportsToSend(policies);
    const expected = await undisturbed(policies);
    const kept = await inFolder(async (folder) => {
      const acknowledged = await die(folder, files, point.phase, point.pass);
      await letADayPass(folder);
      return recover(folder, files, acknowledged);
    });
    demandSame(kept, expected);
    return `${point.phase}, pass ${point.pass}, ${policies} policies a report`;
  },
};

async function die(
  folder: string,
  files: Files,
  phase: string,
  pass: number,
): Promise<readonly Acknowledged[]> {
  const doom = phase === halfReceived ? undefined : ([phase, pass] as const);
  return withServer({ folder, doom, deadline: deathDeadline }, async (doomed, url) => {
    if (phase === halfReceived) {
      const [file] = files;
      if (!file) throw new Error('there is no file');
      await sendHalf(url, file, pass / (passes + 1));
      await doomed.kill();
      return [];
    }
    const acknowledged = await sendAll(url, files);
    await doomed.hasDied(phase, deathDeadline);
    return acknowledged;
  });
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

async function recover(
  folder: string,
  files: Files,
  acknowledged: readonly Acknowledged[],
): Promise<KeptState> {
  await withServer({ folder, deadline: readyDeadline }, async (server, url) => {
    await demandAll(url, acknowledged);
    await finish(folder, resumeDeadline);
    // What a client that got no answer does.
    const again = await sendAll(url, files);
    for (const { id, file } of acknowledged) {
      if (again.find((each) => each.file === file)?.id !== id) throw new Error(`${id} was doubled`);
    }
    await finish(folder, deathDeadline);
    await server.stop();
  });
  return keptState(folder);
}

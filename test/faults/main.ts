import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { reportView } from '#contracts';
import { reports } from '../e2e/service-on-trial.js';
import { smallReport } from '../e2e/small-report.js';
import { authorizationOf } from '../people-on-trial.js';
import { keptState, unfinishedJobs, type KeptState } from './kept-state.js';
import { phases } from './phases.js';
import { pause, ServerProcess } from './server-process.js';

/** Kills servers at every phase, starts them again, and checks that nothing is lost or doubled. */

const passes = [1, 2, 3];
const halfReceived = 'upload: half received';
const years = [2018, 2019, 2020, 2021];
const files = years.map((year) => smallReport(year, { policies: 350 }));
/** In milliseconds, generous to a machine with other work: what is late fails, and nothing hangs. */
const [deathDeadline, readyDeadline, finishDeadline] = [60_000, 60_000, 60_000];

interface Acknowledged {
  readonly id: string;
  readonly file: Buffer;
}

async function upload(url: string, file: Buffer): Promise<Acknowledged | undefined> {
  try {
    const headers = {
      'content-type': 'application/octet-stream',
      'idempotency-key': randomUUID(),
      ...authorizationOf('city-clerk'),
    };
    const body = Uint8Array.from(file);
    const answer = await fetch(`${url}${reports}`, { method: 'POST', headers, body });
    const { id } = reportView.parse(await answer.json());
    return { id, file };
  } catch {
    return undefined;
  }
}

async function uploadAll(url: string): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  for (const file of files) {
    const answer = await upload(url, file);
    if (answer) acknowledged.push(answer);
  }
  return acknowledged;
}

/** Waits until no job is left. */
async function finish(folder: string): Promise<void> {
  const late = performance.now() + finishDeadline;
  while (unfinishedJobs(folder) > 0) {
    if (performance.now() > late) throw new Error(`jobs are left after ${finishDeadline} ms`);
    await pause(50);
  }
}

/** What is kept when nothing happens. */
function undisturbed(folder: string): Promise<KeptState> {
  return recover(folder, []);
}

async function die(folder: string, phase: string, pass: number): Promise<readonly Acknowledged[]> {
  return withServer(folder, phase === halfReceived ? [] : [phase, pass], async (doomed, url) => {
    if (phase === halfReceived) {
      const [file] = files;
      if (!file) throw new Error('there is no file');
      await sendHalf(url, file, pass / (passes.length + 1));
      await doomed.kill();
      return [];
    }
    const acknowledged = await uploadAll(url);
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

/** Half a file that a dead server left lies around for a day, which has passed now. */
async function letADayPass(folder: string): Promise<void> {
  const scratch = join(folder, 'scratch');
  for (const name of await readdir(scratch)) await utimes(join(scratch, name), 0, 0);
}

async function recover(folder: string, acknowledged: readonly Acknowledged[]): Promise<KeptState> {
  await withServer(folder, [], async (server, url) => {
    for (const { id } of acknowledged) {
      const { status } = await fetch(`${url}${reports}/${id}`, {
        headers: authorizationOf('city-clerk'),
      });
      if (status !== 200) throw new Error(`the acknowledged report ${id} is lost`);
    }
    // What a client that got no answer does.
    const again = await uploadAll(url);
    for (const { id, file } of acknowledged) {
      if (again.find((each) => each.file === file)?.id !== id) throw new Error(`${id} was doubled`);
    }
    await finish(folder);
    await server.stop();
  });
  return keptState(folder);
}

/** Whatever happens, no server outlives this. */
async function withServer<T>(
  folder: string,
  doom: readonly [string, number] | readonly [],
  work: (server: ServerProcess, url: string) => Promise<T>,
): Promise<T> {
  const server = new ServerProcess(folder, doom);
  try {
    const url = await Promise.race([server.url(), pause(readyDeadline)]);
    if (url === undefined) throw new Error(`not ready within ${readyDeadline} ms`);
    return await work(server, url);
  } finally {
    await server.kill();
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const expected = await inFolder(undisturbed);
const names = [halfReceived, ...phases.map(({ name }) => name)];
const points = names.flatMap((phase) => passes.map((pass) => ({ phase, pass })));
let failures = 0;
let survived = 0;

async function tryPoints(): Promise<void> {
  for (let point = points.shift(); point; point = points.shift()) {
    const { phase, pass } = point;
    try {
      const kept = await inFolder(async (folder) => {
        const acknowledged = await die(folder, phase, pass);
        await letADayPass(folder);
        return recover(folder, acknowledged);
      });
      if (!isDeepStrictEqual(kept, expected)) {
        throw new Error(`kept ${JSON.stringify(kept)}, not ${JSON.stringify(expected)}`);
      }
      survived += 1;
      process.stdout.write(`✓ ${phase}, pass ${pass}\n`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      process.stdout.write(`✗ ${phase}, pass ${pass}: ${why}\n`);
      failures += 1;
    }
  }
}

const started = performance.now();
const total = points.length;
await Promise.all(Array.from({ length: 3 }, tryPoints));
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(
  `kill -9 at ${total} points of ${names.length} phases in ${seconds} s: ` +
    `${survived} passed, ${failures} failed\n`,
);
process.exitCode = failures > 0 ? 1 : 0;

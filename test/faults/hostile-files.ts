/**
 * Reads every hostile file that has a name, and those that a range of seeds makes of real reports,
 * as the product does: `hostile-files [FIRST LAST]`, seeds 1 to 500 by default. None may take more
 * than 20 s or the process that reads more than 512 MB; each must end in a report with problems in
 * their places, or in a refusal of one sentence.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutatedFile, soundFiles } from './hostile/mutated-files.js';
import { namedFiles } from './hostile/named-files.js';
import type { Told } from './hostile/reading-process.js';
import { differenceFrom, flawOf, type Reading } from './hostile/reading.js';

const mostMegabytes = 512;
const [, , first = '1', last = '500'] = process.argv;

const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
const path = join(folder, 'hostile');
const entry = fileURLToPath(new URL('./hostile/reading-process.js', import.meta.url));
const reader = fork(entry, { serialization: 'advanced' });
const death = new AbortController();
reader.once('exit', () => death.abort(new Error('the process that reads died')));
const ends: Record<string, number> = {};
let [files, failures, slowest, megabytes] = [0, 0, 0, 0];

async function read(bytes: Buffer): Promise<Told> {
  await writeFile(path, bytes);
  reader.send(path);
  const answer: readonly unknown[] = await once(reader, 'message', { signal: death.signal });
  const [told] = answer;
  if (!isTold(told)) throw new Error('the process that reads said something unknown');
  megabytes = told.megabytes;
  return told;
}

function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'megabytes' in value;
}

/** @param wrong what is wrong with the reading beside what is wrong with any */
async function tryFile(
  name: string,
  bytes: Buffer,
  wrong: (reading: Reading) => string | undefined,
): Promise<void> {
  files += 1;
  const told = await read(bytes);
  if ('fault' in told) {
    fail(`${name}: ${told.fault}`);
    return;
  }
  const { report, milliseconds } = told.reading;
  const end = report.kind === 'read' ? 'read' : report.code;
  ends[end] = (ends[end] ?? 0) + 1;
  slowest = Math.max(slowest, milliseconds);
  const flaw = flawOf(told.reading) ?? wrong(told.reading);
  if (flaw !== undefined) fail(`${name}: ${flaw}`);
}

function fail(what: string): void {
  failures += 1;
  process.stdout.write(`✗ ${what}\n`);
}

for (const { name, bytes, expected } of namedFiles) {
  await tryFile(name, await bytes(), (reading) => differenceFrom(expected, reading));
}
const named = files;
const sound = await soundFiles();
const readings = new Map<string, Reading>();
for (const { name, bytes } of sound) {
  const told = await read(bytes);
  if ('fault' in told) throw new Error(`${name}: ${told.fault}`);
  readings.set(name, told.reading);
}
for (let seed = Number(first); seed <= Number(last); seed++) {
  const chosen = sound[seed % sound.length];
  const before = readings.get(chosen?.name ?? '');
  if (!chosen || before?.report.kind !== 'read') throw new Error('a sound file is not read');
  const { name, bytes, flaw } = await mutatedFile(seed, chosen);
  await tryFile(`seed ${seed}, ${name}`, bytes, (reading) => flaw(reading, before));
}
reader.disconnect();
await rm(folder, { recursive: true });

if (megabytes > mostMegabytes) fail(`${megabytes} MB at the peak`);
process.stdout.write(
  `${named} hostile files with names and ${files - named} of seeds ${first} to ${last}: ` +
    `${failures} failed; slowest ${Math.round(slowest)} ms, peak ${megabytes} MB; ` +
    `${JSON.stringify(ends)}\n`,
);
process.exitCode = failures > 0 ? 1 : 0;

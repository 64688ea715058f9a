/**
 * What a reviewer's screen asks for, at 300 cities on SQLite, against a bare Fastify that runs the
 * same SQL and serialises the same rows, in turns. The product remembers a page of cities until
 * anything is committed, so that it is told twice: unchanged, and with a commit after each answer. It
 * also remembers what a gate takes from a determination, which the other reads each time.
 * All is timed once every client has had an answer: Node takes clients that come at once in one by
 * one, between the calls of those it has.
 * Reach: at least 0.65 of its rate, and for a page of 50 cities a p99 of at most 100 ms at 50 clients.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon, { type Client, type Result } from 'autocannon';
import sqlite from 'better-sqlite3';
import { openStore } from '#persistence';
import { authorizationOf, grantOf, letIn } from '../people-on-trial.js';
import { figureTable } from './figure-table.js';
import { assessedYear, codesOf, foundMinistry, programme } from './http/example-ministry.js';
import { inFolder, times } from './service/measure.js';

const cities = 300;
const clients = 50;
/** Of these the medians are told. */
const rounds = 5;
/** In seconds. */
const timed = 2;
/** Before anything is timed so many calls, by which all that runs is compiled. */
const warmUp = 3000;
const headers = authorizationOf('ip-reviewer');
const ofEachCity = (rest: string) =>
  codesOf(cities).map((code) => `/api/subjects/${programme}/${code}/${rest}`);
const page = [`/api/programmes/${programme}/years/${assessedYear}/matrix?limit=50`];
const changed = 'a page, changed each time';
const calls = {
  'a page of 50 cities': page,
  [changed]: page,
  'a determination': ofEachCity(`determinations/${assessedYear}?standing=submitted`),
  'a gate': ofEachCity(`gate?year=${assessedYear}`),
  'the reports of a city': ofEachCity('reports'),
  'the findings of a city': ofEachCity('findings'),
};

interface Rate {
  readonly perSecond: number;
  readonly p99: number;
}

async function start(module: string, folder: string) {
  const process = fork(fileURLToPath(new URL(`./http/${module}.js`, import.meta.url)), [folder], {
    // Its log is written, and read by nobody.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const died = once(process, 'exit').then(() => [undefined]);
  const [url]: unknown[] = await Promise.race([once(process, 'message'), died]);
  if (typeof url !== 'string') throw new Error(`${module} did not start`);
  return { url, stop: () => process.disconnect() };
}

/** @param onAnswer what else happens after each answer */
async function load(
  url: string,
  paths: readonly string[],
  onAnswer: () => void = () => undefined,
): Promise<Rate> {
  const served = new Set<Client>();
  const took: number[] = [];
  let begun = Infinity;
  const told = await new Promise<Result>((resolve, reject) => {
    const all = { ...requestsFor(url, paths), duration: 60 };
    const run = autocannon(all, (error: unknown, result) => {
      if (error instanceof Error) reject(error);
      else resolve(result);
    });
    run.on('response', (client, _status, _bytes, milliseconds) => {
      onAnswer();
      const now = performance.now();
      if (now - begun >= 1000 * timed) run.stop();
      else if (begun < Infinity) took.push(milliseconds);
      else if (served.add(client).size === clients) begun = now;
    });
  });
  demandAnswers(url, paths, told);
  took.sort((one, other) => one - other);
  return { perSecond: took.length / timed, p99: took[Math.floor(took.length * 0.99)] ?? NaN };
}

const requestsFor = (url: string, paths: readonly string[]) => ({
  ...{ url, headers, connections: clients },
  requests: paths.map((path) => ({ path })),
});

function demandAnswers(url: string, [path = '']: readonly string[], told: Result): void {
  if (told.errors + told.non2xx === 0) return;
  throw new Error(`${url}${path}: ${JSON.stringify(told)}`);
}

/** Both must do the same work: byte for byte, of every city. @returns how long an answer is */
async function compare(own: string, bare: string, paths: readonly string[]): Promise<number> {
  let length = 0;
  for (const path of paths) {
    const [ours = '', theirs] = await Promise.all(
      [own, bare].map(async (url) => (await fetch(url + path, { headers })).text()),
    );
    if (ours !== theirs) throw new Error(`${path}: the two answer differently`);
    length = ours.length;
  }
  return length;
}

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

await inFolder(async (folder) => {
  const stores = await openStore(folder, 'product');
  await foundMinistry(stores, cities, folder);
  await stores.close();
  await letIn(folder, [grantOf('ip-reviewer')], 'product');
  const own = await start('product.contender', folder);
  const bare = await start('bare.contender', folder);
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'));
  let commits = 0;
  const commit = () => void database.pragma(`user_version = ${++commits}`);
  const table = figureTable(
    '',
    'own calls/s',
    'bare calls/s',
    'own : bare',
    'own p99 ms',
    'bare p99 ms',
    'KB',
  );
  for (const [name, paths] of Object.entries(calls)) {
    const length = await compare(own.url, bare.url, paths);
    const pairs: { own: Rate; bare: Rate }[] = [];
    for (const { url } of [own, bare]) {
      const told = await autocannon({ ...requestsFor(url, paths), amount: warmUp });
      demandAnswers(url, paths, told);
    }
    const onAnswer = name === changed ? commit : undefined;
    for (let round = 0; round < rounds; round++) {
      pairs.push({
        own: await load(own.url, paths, onAnswer),
        bare: await load(bare.url, paths, onAnswer),
      });
    }
    const middle = (of: (pair: { own: Rate; bare: Rate }) => number) => median(pairs.map(of));
    table.push([
      name,
      middle((pair) => pair.own.perSecond).toFixed(0),
      middle((pair) => pair.bare.perSecond).toFixed(0),
      times(middle((pair) => pair.own.perSecond / pair.bare.perSecond)),
      middle((pair) => pair.own.p99).toFixed(0),
      middle((pair) => pair.bare.p99).toFixed(0),
      (length / 1024).toFixed(1),
    ]);
  }
  database.close();
  own.stop();
  bare.stop();
  process.stdout.write(
    `${cities} cities, ${clients} clients, median of ${rounds}\n${table.toString()}\n` +
      `Reach: own : bare ≥ 0.65 ×, p99 of a page ≤ 100 ms\n`,
  );
});

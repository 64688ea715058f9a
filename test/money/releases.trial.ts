import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { releaseView } from '#contracts';
import { openStore } from '#persistence';
import { ServerProcess } from '../faults/server-process.js';
import type { Trial } from '../long/trial.js';
import { authorizationOf, letEverybodyIn } from '../people-on-trial.js';
import { freshPostgres } from '../services/fresh-postgres.js';
import { MoneyOnTrial } from './money-on-trial.js';
import { randomFrom, type Random } from './random.js';

const calls = 200;
/** At once, to approve the one that was proposed, and to record its payment. */
const decisions = 40;
const readyDeadline = 60_000;
const city = '/api/subjects/2019-city-operation/999901';
const remainder = 5_000_000_000n;

/** Many at once want one city's remainder; clients lose their connections and ask again. */
export const releases: Trial = {
  what: `${calls} concurrent releases on one city, on SQLite and on PostgreSQL with two servers`,
  seeds: { short: 4, long: 20 },
  atOnce: 1,
  async attempt(seed) {
    const folder = await mkdtemp(join(tmpdir(), 'releases-'));
    const { url, drop } = await freshPostgres();
    try {
      const [onSqlite, onPostgres] = await Promise.all([
        compete(folder, folder, 1, randomFrom(seed)),
        compete(url, join(folder, 'postgres'), 2, randomFrom(seed)),
      ]);
      return `SQLite: ${onSqlite}; PostgreSQL: ${onPostgres}`;
    } finally {
      await drop();
      await rm(folder, { recursive: true });
    }
  },
};

/** One thing that a client wants done, by one key however often it asks. */
interface Wish {
  readonly path: string;
  readonly body: object;
  readonly key: string;
}

interface Answered {
  readonly status: number;
  readonly body: string;
}

/** @param place where the servers keep everything */
async function compete(place: string, folder: string, howMany: number, random: Random) {
  const settings = {
    ...(place !== folder && { DATABASE_URL: place }),
    ...{ RATE_LIMIT_ADDRESS: '100000', RATE_LIMIT_ACCOUNT: '100000' },
  };
  await letEverybodyIn(place, 'product');
  const stores = await openStore(place, 'product');
  const servers = Array.from({ length: howMany }, () => new ServerProcess({ folder, settings }));
  try {
    const money = await MoneyOnTrial.eligible(stores);
    const { determination } = await money.gate();
    const urls = await Promise.all(servers.map((each) => each.readyWithin(readyDeadline)));
    const proposals = plan(random, urls, calls, () => ({
      path: `${city}/releases`,
      body: { year: 2021, determination, amount: (0.5 + random.upTo(4999)).toFixed(2) },
    }));
    const proposed = await contend(proposals, 'finance-reviewer');
    const { id } = releaseView.parse(JSON.parse(proposed.body));
    const path = `${city}/releases/${id}/moves`;
    const { shown } = await money.read(id);
    const approvals = plan(random, urls, decisions, () => ({
      path,
      body: { move: 'approve', shown, opinion: `同意 ${random.upTo(1000)}` },
    }));
    await contend(approvals, 'finance-approver');
    const payments = plan(random, urls, decisions, () => ({
      path,
      body: { move: 'pay', document: `支${random.upTo(1_000_000)}` },
    }));
    await contend(payments, 'finance-reviewer');
    const all = await stores.releases.all(money.key);
    const { released } = await money.position();
    if (all.length !== 1 || released !== all[0]?.fen || released > remainder) {
      throw new Error(`${all.length} releases, ${released} 分 released`);
    }
    const moves = (await stores.releases.moves(id)).map(({ move }) => move).join();
    if (moves !== 'propose,approve,pay') throw new Error(`moves: ${moves}`);
    await Promise.all(servers.map((each) => each.stop()));
    return `one of ${calls}, ${proposed.lost} answers lost`;
  } finally {
    await Promise.all(servers.map((each) => each.kill()));
    await stores.close();
  }
}

/** Some of the calls share a key, and some are cut off before they are answered. */
function plan(
  random: Random,
  urls: readonly string[],
  many: number,
  wish: () => Omit<Wish, 'key'>,
) {
  const planned: (Wish & { readonly url: string; readonly cutAfter: number | null })[] = [];
  while (planned.length < many) {
    const again = random.chance(0.3) ? planned[random.upTo(planned.length)] : undefined;
    const url = urls[random.upTo(urls.length)] ?? '';
    const cutAfter = random.chance(0.3) ? random.upTo(400) : null;
    planned.push({ ...(again ?? { ...wish(), key: randomUUID() }), url, cutAfter });
  }
  return planned;
}

/**
 * Sends all at once, and afterwards everything once more, as who got no answer would. Throws unless
 * exactly one key succeeded, and every answer by one key was the same.
 */
async function contend(
  planned: ReturnType<typeof plan>,
  role: Parameters<typeof authorizationOf>[0],
): Promise<{ readonly body: string; readonly lost: number }> {
  let lost = 0;
  const answers = new Map<string, Answered>();
  const send = async (call: (typeof planned)[number], signal?: AbortSignal) => {
    const { url, path, key } = call;
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: {
        ...authorizationOf(role),
        ...{ 'content-type': 'application/json', 'idempotency-key': key },
      },
      body: JSON.stringify(call.body),
      ...(signal && { signal }),
    });
    // What differs is which request it answers.
    const body = (await answer.text()).replace(/,"requestId":"[^"]*"/, '');
    const told = { status: answer.status, body };
    const before = answers.get(key) ?? told;
    if (!isDeepStrictEqual(told, before)) {
      throw new Error(`one key: ${JSON.stringify(before)}, and then ${JSON.stringify(told)}`);
    }
    answers.set(key, told);
  };
  const sent = planned.map(async (call) => {
    const signal = call.cutAfter === null ? undefined : AbortSignal.timeout(call.cutAfter);
    try {
      await send(call, signal);
    } catch (error) {
      if (!signal?.aborted) throw error;
      lost += 1;
    }
  });
  await Promise.all(sent);
  await Promise.all(planned.map((call) => send(call)));
  const all = [...answers.values()];
  const odd = all.find(({ status }) => status !== 201 && status !== 409);
  if (odd) throw new Error(`an answer was ${odd.status}: ${odd.body}`);
  const [one, ...others] = all.filter(({ status }) => status === 201);
  if (!one || others.length > 0) throw new Error(`${others.length + (one ? 1 : 0)} succeeded`);
  return { body: one.body, lost };
}

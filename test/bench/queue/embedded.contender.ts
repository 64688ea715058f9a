import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { better, defineQueue, defineWorker } from 'plainjob';
import { JobRunner, systemClock } from '#application';
import { openStore } from '#persistence';
import { openQueue } from '#queue';
import { stretch, tell, type Stretch } from '../service/measure.js';

/**
 * Jobs that do nothing, through the embedded queue and our job store, and through plainjob as it
 * comes and with as durable a log as ours, in turns: `embedded.contender.js FOLDER ROUNDS JOBS`.
 */
const [, , folder = '', rounds, jobCount] = process.argv;
const count = Number(jobCount);
const numbers = Array.from({ length: count }, (_, index) => index);

const ownFolder = join(folder, 'own');
await mkdir(ownFolder);
const stores = await openStore(ownFolder, 'product');
const fail = (fault: unknown) => {
  throw fault;
};

async function own(round: number): Promise<Stretch> {
  await stores.transactions.run(async () => {
    for (const number of numbers) {
      const job = { kind: 'ingest-report', report: `${round}-${number}` } as const;
      await stores.jobs.add(job);
    }
  });
  const queue = await openQueue(undefined, fail);
  const timed = await stretch(async () => {
    let left = count;
    await new Promise<void>((resolve) => {
      const runner = new JobRunner({
        ...{ ...stores, clock: systemClock, worker: 'bench', onFault: fail },
        handler: { run: () => Promise.resolve(), setAside: () => Promise.resolve() },
        onOutcome: () => {
          if (--left === 0) resolve();
        },
      });
      queue.start((goOn) => runner.run(goOn));
    });
  });
  await queue.stop();
  return timed;
}

const silent = { error: fail, warn: fail, info: () => undefined, debug: () => undefined };

async function plain(database: sqlite.Database): Promise<Stretch> {
  const queue = defineQueue({ connection: better(database), logger: silent });
  // It lowers this itself.
  database.pragma(`synchronous = ${database.name.endsWith('full') ? 'FULL' : 'NORMAL'}`);
  queue.addMany('nothing', numbers);
  let left = count;
  const timed = await stretch(async () => {
    let done: () => void = () => undefined;
    const all = new Promise<void>((resolve) => (done = resolve));
    const worker = defineWorker('nothing', () => undefined, {
      ...{ queue, logger: silent },
      onCompleted: () => {
        if (--left === 0) done();
      },
    });
    void worker.start();
    await all;
    void worker.stop();
  });
  queue.close();
  return timed;
}

const stretches: Stretch[] = [];
for (let round = 0; round < Number(rounds); round++) {
  stretches.push(await own(round));
  for (const durability of ['normal', 'full']) {
    stretches.push(await plain(new sqlite(join(folder, `plain-${round}-${durability}`))));
  }
}
await stores.close();
tell(stretches);

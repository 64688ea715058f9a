import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { openQueue } from '#queue';
import { stretch, tell, type Stretch } from '../service/measure.js';

/**
 * Jobs that do nothing, announced through our port and given to the bare library, in turns:
 * `bull.contender.js FOLDER URL ROUNDS JOBS`. Each is added by itself, fifty at once.
 */
const [, , , url = '', rounds, jobCount] = process.argv;
const count = Number(jobCount);
const atOnce = 50;
const fail = (fault: unknown) => {
  throw fault;
};

async function own(): Promise<Stretch> {
  let waiting = 0;
  let left = count;
  let done: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (done = resolve));
  const queue = await openQueue(url, fail);
  queue.start(() => {
    if (waiting === 0) return Promise.resolve(false);
    waiting -= 1;
    if (--left === 0) done();
    return Promise.resolve(true);
  });
  const timed = await stretch(async () => {
    for (let number = 0; number < count; number++) {
      waiting += 1;
      queue.wake();
      if (number % atOnce === 0) await new Promise(setImmediate);
    }
    await all;
  });
  await queue.stop();
  return timed;
}

async function bare(round: number): Promise<Stretch> {
  const name = `bare-${round}`;
  let left = count;
  let done: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (done = resolve));
  const process = () => {
    if (--left === 0) done();
    return Promise.resolve();
  };
  const [queue, worker] = url.startsWith('redis')
    ? ([
        new Queue(name, { connection: { url } }),
        new Worker(name, process, { connection: { url, maxRetriesPerRequest: null } }),
      ] as const)
    : ([
        new Queue(
          name,
          { connection: { connectionString: url, migrate: true } },
          createPostgresBackend,
        ),
        new Worker(name, process, { connection: { connectionString: url } }, createPostgresBackend),
      ] as const);
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  const timed = await stretch(async () => {
    for (let number = 0; number < count; number += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, count - number) }, () =>
        queue.add('nothing', {}, { removeOnComplete: true, removeOnFail: true }),
      );
      await Promise.all(some);
    }
    await all;
  });
  await worker.close();
  await queue.close();
  return timed;
}

const stretches: Stretch[] = [];
for (let round = 0; round < Number(rounds); round++) {
  stretches.push(await own());
  stretches.push(await bare(round));
}
tell(stretches);

import { freshPostgres } from '../services/fresh-postgres.js';
import type { Trial } from '../long/trial.js';
import { demandAll, inFolder, reportsToSend, sendAll } from './acknowledged.js';
import { demandSame, finish, keptState } from './kept-state.js';
import { RedisProcess } from './redis-process.js';
import { letADayPass, pause, ServerProcess, withServer } from './server-process.js';
import { undisturbed } from './undisturbed.js';

const policies = 350;
/** In milliseconds: from the death of a worker until what it left is done, and until a start. */
const [resumeDeadline, readyDeadline] = [45_000, 60_000];
/** Within the first so many milliseconds a worker is killed. */
const span = 3000;

/** A worker is killed while reports come in through a queue of BullMQ, and another goes on. */
export const worker: Trial = {
  what: 'kill -9 of a worker that Redis or PostgreSQL gives its jobs',
  seeds: { short: 6, long: 300 },
  atOnce: 2,
  async attempt(seed) {
    const moment = (seed * 397) % span;
    const expected = await undisturbed(policies);
    const kept = await inFolder(async (folder) => {
      if (seed % 2 === 0) {
        const redis = await RedisProcess.start(folder, true);
        await killWhileSending(folder, redis.url, moment).finally(() => redis.kill());
      } else {
        const postgres = await freshPostgres();
        await killWhileSending(folder, postgres.url, moment).finally(postgres.drop);
      }
      await letADayPass(folder);
      await withServer({ folder, deadline: readyDeadline }, (server) => server.stop());
      return keptState(folder);
    });
    demandSame(kept, expected);
    return `${seed % 2 === 0 ? 'Redis' : 'PostgreSQL'}, after ${moment} ms`;
  },
};

async function killWhileSending(folder: string, queue: string, moment: number): Promise<void> {
  const start = { folder, settings: { QUEUE_URL: queue, JOBS: 'elsewhere' } };
  await withServer({ ...start, deadline: readyDeadline }, async (server, url) => {
    const doomed = new ServerProcess(start, 'worker');
    const sending = sendAll(url, reportsToSend(policies));
    await pause(moment);
    await doomed.kill();
    const next = new ServerProcess(start, 'worker');
    try {
      const acknowledged = await sending;
      await finish(folder, resumeDeadline);
      await demandAll(url, acknowledged);
      await server.stop();
    } finally {
      await next.kill();
    }
  });
}

import { reports } from '../e2e/service-on-trial.js';
import { authorizationOf } from '../people-on-trial.js';
import type { Trial } from '../long/trial.js';
import { demandAll, inFolder, reportsToSend, send, sendAll } from './acknowledged.js';
import { demandSame, finish, keptState } from './kept-state.js';
import { RedisProcess } from './redis-process.js';
import { pause, ServerProcess, withServer } from './server-process.js';
import { undisturbed } from './undisturbed.js';

const policies = 350;
/** All in milliseconds. */
const [answerDeadline, finishDeadline, readyDeadline] = [2000, 45_000, 60_000];
/** Within the first so many milliseconds Redis is lost. */
const span = 1500;
const away = 700;

/** Redis is lost while reports come in: all are done all the same, and the API does not wait. */
export const redis: Trial = {
  what: 'Redis killed or flushed mid-run, its disk log off and on',
  seeds: { short: 10, long: 300 },
  atOnce: 2,
  async attempt(seed) {
    const diskLog = seed % 2 === 0;
    const loss = seed % 5 === 0 ? 'flushed' : 'killed';
    const moment = (seed * 197) % span;
    const expected = await undisturbed(policies);
    const kept = await inFolder(async (folder) => {
      const server = await RedisProcess.start(folder, diskLog);
      try {
        await sendWhileLost(folder, server, loss, moment);
      } finally {
        await server.kill();
      }
      return keptState(folder);
    });
    demandSame(kept, expected);
    return `${loss} after ${moment} ms, disk log ${diskLog ? 'on' : 'off'}`;
  },
};

async function sendWhileLost(
  folder: string,
  queue: RedisProcess,
  loss: 'flushed' | 'killed',
  moment: number,
): Promise<void> {
  const settings = { QUEUE_URL: queue.url, JOBS: 'elsewhere' };
  const start = { folder, settings, deadline: readyDeadline };
  await withServer(start, async (server, url) => {
    const worker = new ServerProcess(start, 'worker');
    try {
      const files = reportsToSend(policies);
      const sending = sendAll(url, files);
      await pause(moment);
      if (loss === 'flushed') await queue.flush();
      else {
        await queue.kill();
        await demandAnswers(url, files);
        await pause(away);
        await queue.start();
      }
      const acknowledged = await sending;
      if (acknowledged.length < files.length) throw new Error('a report was not taken');
      await finish(folder, finishDeadline);
      await demandAll(url, acknowledged);
      await worker.stop();
      await server.stop();
    } finally {
      await worker.kill();
    }
  });
}

/** Throws where the API does not answer in time while the queue is away. */
async function demandAnswers(url: string, files: readonly Buffer[]): Promise<void> {
  const [file] = files;
  const questions = {
    'whether it is ready': () => fetch(`${url}/health/ready`),
    'for its reports': () => fetch(`${url}${reports}`, { headers: authorizationOf('auditor') }),
    'to take a report': () => (file ? send(url, file) : undefined),
  };
  for (const [what, ask] of Object.entries(questions)) {
    const started = performance.now();
    const answer = await ask();
    const took = performance.now() - started;
    if (!answer || took > answerDeadline) {
      throw new Error(`asked ${what}, it took ${Math.round(took)} ms`);
    }
  }
}

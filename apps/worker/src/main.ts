import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { makeScratch, RunJob, serviceOver, systemClock } from '#application';
import { openStore } from '#persistence';
import { EmbeddedQueue } from '#queue';
import { programmes } from '#rulebook';
import { pino } from 'pino';
import { readSettings } from '../../../config/settings.js';

/** Runs the jobs of a data folder beside its server, without HTTP. */
async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const { dataFolder, logLevel } = readSettings(process.env);
  const log = pino({ level: logLevel });
  const scratch = await makeScratch(dataFolder);
  const stores = await openStore(dataFolder, 'product');
  const queue = new EmbeddedQueue({
    ...stores,
    clock: systemClock,
    worker: `${hostname()}/${process.pid}`,
    onFault: (fault, claimed) => log.error({ err: fault, job: claimed?.job }, 'a job failed'),
  });
  queue.start(new RunJob(serviceOver({ ...stores, queue, programmes, scratch })));
  return {
    stop: async () => {
      await queue.stop();
      await stores.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

try {
  const worker = await startWorker();
  process.stderr.write('任务处理已启动 Working\n');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void worker.stop());
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 70;
}

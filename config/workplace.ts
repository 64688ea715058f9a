import { hostname } from 'node:os';
import { JobRunner, makeScratch, randomIds, RunJob, systemClock, type Service } from '#application';
import { openStore, type Purpose } from '#persistence';
import { BullQueue, EmbeddedQueue } from '#queue';
import { GuardedReader } from '#report';
import { programmes } from '#rulebook';
import type { Logger } from 'pino';
import type { Settings } from './settings.js';
import { ThreadedEvaluator } from './threaded-evaluator.js';

/** Where a server or a worker does its work: the service with its store, queue and threads. */
export interface Workplace {
  readonly service: Service;
  /** Begins to do jobs. */
  start(): void;
  /** Ends the job that runs, and closes the database. */
  close(): Promise<void>;
}

/** Opens what the settings name; throws where the database belongs to another purpose. */
export async function openWorkplace(
  { dataFolder, databaseUrl, queueUrl, auditHash }: Settings,
  purpose: Purpose,
  log: Logger,
): Promise<Workplace> {
  const scratch = await makeScratch(dataFolder);
  const place = databaseUrl ?? dataFolder;
  const stores = await openStore(place, purpose, auditHash);
  const reader = new GuardedReader(programmes);
  const evaluator = new ThreadedEvaluator(place);
  const onFault = (err: unknown) => log.error({ err }, 'the queue is held up');
  const queue =
    queueUrl === undefined ? new EmbeddedQueue(onFault) : new BullQueue(queueUrl, onFault);
  const surroundings = { clock: systemClock, ids: randomIds };
  const parts = { queue, reader, evaluator, programmes, scratch };
  const service: Service = { ...stores, ...surroundings, ...parts };
  const runner = new JobRunner({
    ...service,
    handler: new RunJob(service),
    worker: `${hostname()}/${process.pid}`,
    onFault: (err, job) => log.error({ err, job }, 'a job failed'),
  });
  return {
    service,
    start: () => {
      queue.start(() => runner.runOne());
    },
    close: async () => {
      await queue.stop();
      await Promise.all([reader.close(), evaluator.close()]);
      await stores.close();
    },
  };
}

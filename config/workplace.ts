import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { makeScratch, RunJob, serviceOver, systemClock, type Service } from '#application';
import { openStore, type Purpose } from '#persistence';
import { EmbeddedQueue } from '#queue';
import { GuardedReader } from '#report';
import { programmes } from '#rulebook';
import type { Logger } from 'pino';
import type { Settings } from './settings.js';

/** Where a server or a worker does its work: the service with its store, queue and reader. */
export interface Workplace {
  readonly service: Service;
  /** Begins to do jobs. */
  start(): void;
  /** Ends the job that runs, and closes the database. */
  close(): Promise<void>;
}

/** Opens what the settings name; throws where the data folder belongs to another purpose. */
export async function openWorkplace(
  { dataFolder }: Pick<Settings, 'dataFolder'>,
  purpose: Purpose,
  log: Logger,
): Promise<Workplace> {
  const scratch = await makeScratch(dataFolder);
  const stores = await openStore(dataFolder, purpose);
  const reader = new GuardedReader(programmes);
  const queue = new EmbeddedQueue({
    ...stores,
    clock: systemClock,
    worker: `${hostname()}/${process.pid}`,
    onFault: (fault, claimed) => log.error({ err: fault, job: claimed?.job }, 'a job failed'),
  });
  const service = serviceOver({ ...stores, queue, reader, programmes, scratch });
  return {
    service,
    start: () => {
      queue.start(new RunJob(service));
    },
    close: async () => {
      await queue.stop();
      await reader.close();
      await stores.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

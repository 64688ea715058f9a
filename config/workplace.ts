import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { hostname } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import {
  JobRunner,
  makeScratch,
  randomIds,
  RunJob,
  systemClock,
  type Mailer,
  type Service,
} from '#application';
import { openStore, transactionWaits, type Purpose } from '#persistence';
import { openQueue } from '#queue';
import { GuardedReader } from '#report';
import { programmes } from '#rulebook';
import type { Logger } from 'pino';
import { Metrics } from './metrics.js';
import type { Settings } from './settings.js';
import { RememberingEvaluator } from './remembering-evaluator.js';
import { ThreadedEvaluator } from './threaded-evaluator.js';

/** Where a server or a worker does its work: the service with its store, queue and threads. */
export interface Workplace {
  readonly service: Service;
  readonly metrics: Metrics;
  /** Where they are told; undefined for nowhere. */
  readonly metricsUrl: string | undefined;
  /** Begins to do jobs. */
  start(): void;
  /** Ends the job that runs, and closes the database. */
  close(): Promise<void>;
}

/**
 * Opens what the settings name; throws, with all closed again, where the database belongs to another
 * purpose or something cannot be had.
 */
export async function openWorkplace(
  settings: Settings,
  purpose: Purpose,
  log: Logger,
): Promise<Workplace> {
  // The heaps of a process and its threads share a machine; V8 would let the larger grow fourfold.
  setFlagsFromString('--heap-growing-percent=30');
  const { dataFolder, databaseUrl, queueUrl, auditHash, mail } = settings;
  const scratch = await makeScratch(dataFolder);
  const place = databaseUrl ?? dataFolder;
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const each of closing.splice(0).toReversed()) await each();
  };
  try {
    const stores = await openStore(place, purpose, auditHash);
    closing.push(() => stores.close());
    const metrics = new Metrics(() => stores.jobs.unfinished());
    const countWait = (waited: unknown) => metrics.countWait(Number(waited));
    subscribe(transactionWaits, countWait);
    closing.push(() => unsubscribe(transactionWaits, countWait));
    const told = settings.metrics && (await metrics.serve(settings.metrics));
    closing.push(() => told?.close());
    const reader = new GuardedReader(programmes);
    const threads = new ThreadedEvaluator(place);
    closing.push(() => Promise.all([reader.close(), threads.close()]));
    const where = queueUrl === undefined ? '' : '; is its server where QUEUE_URL says?';
    const onFault = (err: unknown) => log.error({ err }, `the queue is held up${where}`);
    const queue = await openQueue(queueUrl, onFault);
    closing.push(() => queue.stop());
    const surroundings = { clock: systemClock, ids: randomIds };
    const mailer = mail && (await openMailer(mail));
    const evaluator = new RememberingEvaluator(threads);
    const parts = { queue, reader, evaluator, programmes, scratch, ...(mailer && { mailer }) };
    const service: Service = { ...stores, ...surroundings, ...parts };
    const runner = new JobRunner({
      ...service,
      handler: new RunJob(service),
      worker: `${hostname()}/${process.pid}`,
      onFault: (err, job) => log.error({ err, job }, 'a job failed'),
      onOutcome: (job, outcome) => metrics.countJob(job, outcome),
    });
    const start = () => queue.start((goOn) => runner.run(goOn));
    return { service, metrics, metricsUrl: told?.url, start, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openMailer({ url, from }: NonNullable<Settings['mail']>): Promise<Mailer> {
  const { SmtpMailer } = await import('./smtp-mailer.js');
  return new SmtpMailer(url, from);
}

import { createPostgresBackend, Queue, Worker } from 'bullmq';
import type { JobQueue } from '#application';

/** How often, in milliseconds, jobs are searched for whose announcement was lost. */
const usualPoll = 10_000;
const name = 'pilot-targets';

/**
 * Announces jobs through BullMQ, on Redis or on PostgreSQL, to the workers of any number of machines.
 * What travels says nothing but that there is work: which, and who has it, the job store knows. So
 * nothing is lost with an announcement, and one that comes twice does no harm.
 */
export class BullQueue implements JobQueue {
  private readonly announcements: ReturnType<typeof openQueue>;
  private worker: ReturnType<typeof openWorker> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopping = false;

  /**
   * @param url of a server, `redis:` or `postgres:`
   * @param onFault told of what keeps the queue from its jobs; it goes on all the same
   */
  constructor(
    private readonly url: string,
    private readonly onFault: (fault: unknown) => void,
    private readonly poll = usualPoll,
  ) {
    this.announcements = openQueue(url);
    this.announcements.on('error', onFault);
  }

  wake(): void {
    this.announce().catch(this.onFault);
  }

  start(runOne: () => Promise<boolean>): void {
    const look = () => (this.looking = this.looking.then(() => this.runAll(runOne)));
    this.worker = openWorker(this.url, look);
    this.worker.on('error', this.onFault);
    this.timer = setInterval(() => void look(), this.poll);
    void look();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.looking;
    await this.worker?.close();
    await this.announcements.close();
  }

  private async announce(): Promise<void> {
    await this.announcements.waitUntilReady();
    await this.announcements.add('work', {}, { removeOnComplete: true, removeOnFail: true });
  }

  private async runAll(runOne: () => Promise<boolean>): Promise<void> {
    try {
      while (!this.stopping && (await runOne()));
    } catch (fault) {
      this.onFault(fault);
    }
  }
}

function openQueue(url: string) {
  return url.startsWith('redis')
    ? new Queue(name, { connection: redis(url) })
    : new Queue(name, { connection: postgres(url) }, createPostgresBackend);
}

function openWorker(url: string, look: () => Promise<void>) {
  return url.startsWith('redis')
    ? new Worker(name, look, { connection: redis(url) })
    : new Worker(name, look, { connection: postgres(url) }, createPostgresBackend);
}

/** BullMQ wants commands to wait for a connection that is away, and then goes on where it was. */
const redis = (url: string) => ({ url, maxRetriesPerRequest: null });

/** Its tables, in a schema of their own, are made where they are missing. */
const postgres = (url: string) => ({ connectionString: url, migrate: true });

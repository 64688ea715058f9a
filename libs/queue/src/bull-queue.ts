import type { JobQueue } from '#application';
import { Announcer } from './announcer.js';
import { openWorker } from './bull-server.js';

/** How often, in milliseconds, jobs are searched for whose announcement was lost. */
const usualPoll = 10_000;

/**
 * Announces jobs through BullMQ, on Redis or on PostgreSQL, to the workers of any number of machines.
 * What travels says nothing but that there is work: which, and who has it, the job store knows. So
 * nothing is lost with an announcement, and one that comes twice does no harm.
 */
export class BullQueue implements JobQueue {
  private readonly announcer: Announcer;
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
    this.announcer = new Announcer(url, onFault, poll);
  }

  wake(): void {
    this.announcer.announce();
  }

  start(run: (goOn: () => boolean) => Promise<boolean>): void {
    const look = () =>
      (this.looking = this.looking.then(() => this.runAll(() => run(() => !this.stopping))));
    const worker = openWorker(this.url, look);
    // It would ask a server that is away again and again, so it rests until the next search.
    worker.on('error', (fault) => {
      if (worker.isPaused()) return;
      this.onFault(fault);
      void worker.pause(true);
    });
    this.worker = worker;
    this.timer = setInterval(() => {
      if (worker.isPaused()) void worker.resume();
      void look();
    }, this.poll);
    void look();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.looking;
    // By force, as what is orderly waits for a server that is away; no job runs any more.
    await this.worker?.close(true);
    await this.announcer.close();
  }

  private async runAll(run: () => Promise<boolean>): Promise<void> {
    try {
      while (!this.stopping && (await run()));
    } catch (fault) {
      this.onFault(fault);
    }
  }
}

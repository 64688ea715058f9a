import {
  after,
  type ClaimedJob,
  type Clock,
  type JobHandler,
  type JobQueue,
  type JobStore,
  type Transactions,
} from '#application';

/** How often a job is tried before it is set aside. */
export const mostAttempts = 3;

/** All in milliseconds. */
interface Timing {
  /** How long a worker holds a job without a sign of life. */
  readonly lease: number;
  /** How often the store is searched for jobs that nobody announced, or whose worker died. */
  readonly poll: number;
  /** How long a job rests after its first failure; twice as long after the second. */
  readonly rest: number;
}

/** Restarted after a crash, a job goes on within lease and poll. */
const usualTiming: Timing = { lease: 5000, poll: 1000, rest: 1000 };

interface Parts {
  readonly jobs: JobStore;
  readonly transactions: Transactions;
  readonly clock: Clock;
  /** Names this process among the workers on one database. */
  readonly worker: string;
  /** Told of every fault; none of them stops the queue. */
  readonly onFault: (fault: unknown, claimed?: ClaimedJob) => void;
  readonly timing?: Timing;
}

/** Runs the jobs of the job store in this process, one at a time. */
export class EmbeddedQueue implements JobQueue {
  private readonly timing: Timing;
  private working: Promise<void> | undefined;
  private stopping = false;
  private woken = false;
  private ring: () => void = () => undefined;

  constructor(private readonly parts: Parts) {
    this.timing = parts.timing ?? usualTiming;
  }

  wake(): void {
    this.woken = true;
    this.ring();
  }

  start(handler: JobHandler): void {
    this.working ??= this.work(handler);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.working;
  }

  private async work(handler: JobHandler): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      try {
        const claimed = await this.claim();
        if (claimed) await this.process(claimed, handler);
        else await this.rest();
      } catch (fault) {
        this.parts.onFault(fault);
        await this.rest();
      }
    }
  }

  private claim(): Promise<ClaimedJob | undefined> {
    const now = this.parts.clock.now();
    return this.parts.jobs.claim(this.parts.worker, now, after(now, this.timing.lease));
  }

  private async process(claimed: ClaimedJob, handler: JobHandler): Promise<void> {
    const { jobs, clock } = this.parts;
    if (claimed.attempt > mostAttempts) {
      return this.setAside(claimed, handler, `处理程序连续${mostAttempts}次中断`);
    }
    const signs = setInterval(() => this.giveSignOfLife(claimed), this.timing.lease / 3);
    try {
      await handler.run(claimed.job);
      await jobs.succeed(claimed, clock.now());
    } catch (fault) {
      this.parts.onFault(fault, claimed);
      await this.recover(claimed, handler, fault instanceof Error ? fault.message : String(fault));
    } finally {
      clearInterval(signs);
    }
  }

  private async recover(claimed: ClaimedJob, handler: JobHandler, reason: string): Promise<void> {
    const { attempt } = claimed;
    if (attempt >= mostAttempts) {
      return this.setAside(claimed, handler, `连续${mostAttempts}次处理失败：${reason}`);
    }
    const notBefore = after(this.parts.clock.now(), this.timing.rest * attempt);
    await this.parts.jobs.retry(claimed, reason, notBefore);
  }

  private setAside(claimed: ClaimedJob, handler: JobHandler, reason: string): Promise<void> {
    const { jobs, transactions, clock } = this.parts;
    return transactions.run(async () => {
      await handler.setAside(claimed.job, reason);
      await jobs.fail(claimed, reason, clock.now());
    });
  }

  private giveSignOfLife(claimed: ClaimedJob): void {
    const { jobs, clock, onFault } = this.parts;
    const until = after(clock.now(), this.timing.lease);
    jobs.extend(claimed, until).catch((fault: unknown) => onFault(fault, claimed));
  }

  /** Until something is announced, or until it is time to look in any case. */
  private async rest(): Promise<void> {
    if (this.woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.timing.poll);
      this.ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

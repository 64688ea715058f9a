import { after, type Instant } from './instant.js';
import type { Job } from './jobs.js';
import type { Clock } from './ports/clock.port.js';
import type { ClaimedJob, JobStore } from './ports/job-store.port.js';
import type { Transactions } from './ports/transactions.port.js';

/** Does what jobs say. Delivery is at least once; what a job does must be done once all the same. */
export interface JobHandler {
  /** @param isLastTry whether a failure now would set the job aside */
  run(job: Job, isLastTry: boolean): Promise<void>;
  /** Records that a job was set aside. Within a transaction. */
  setAside(job: Job, reason: string): Promise<void>;
}

/** All in milliseconds. */
interface Timing {
  /** How long a worker holds a job without a sign of life. */
  readonly lease: number;
  /** How long a job rests after its first failure, its second, …; then as after the last. */
  readonly rests: (kind: Job['kind']) => readonly number[];
}

const minute = 60_000;

const usualTiming: Timing = {
  lease: 5000,
  rests: (kind) => {
    // A mail server may be away for a day.
    if (kind === 'send-reminder') return [5000, minute, 10 * minute, 60 * minute, 360 * minute];
    return [1000, 5000, 30_000, kind === 'ingest-report' ? 3 * minute : minute];
  },
};

/** After so many failures a job is set aside. The gate waits for an evaluation, and so does a run. */
const mostFailures: Readonly<Record<Job['kind'], number>> = {
  'ingest-report': 5,
  'evaluate-subject': Infinity,
  'evaluate-in-run': Infinity,
  'sum-up-run': Infinity,
  'send-reminder': 10,
};

/** So many workers may die of a job, of whichever kind: it would take the other jobs with it. */
const mostDeaths = 3;

/** What came of a try. */
export type JobOutcome = 'succeeded' | 'retried' | 'set-aside';

interface Parts {
  readonly jobs: JobStore;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly handler: JobHandler;
  /** Names this process among the workers on one database. */
  readonly worker: string;
  /** Told of every fault of a job. */
  readonly onFault: (fault: unknown, job: Job) => void;
  /** Told of every try when it is over. */
  readonly onOutcome: (job: Job, outcome: JobOutcome) => void;
  readonly timing?: Timing;
}

/** Runs the jobs of the job store: claims them, gives signs of life, tries again, sets aside. */
export class JobRunner {
  private readonly timing: Timing;

  constructor(private readonly parts: Parts) {
    this.timing = parts.timing ?? usualTiming;
  }

  /**
   * Runs the oldest job that can be run. Throws what the job store throws.
   * @returns false when there was none
   */
  async runOne(): Promise<boolean> {
    const { jobs, worker } = this.parts;
    const claimed = await this.change((now) => jobs.claim(worker, now, this.leaseFrom(now)));
    if (!claimed) return false;
    const deaths = claimed.attempt - 1 - claimed.failures;
    if (deaths >= mostDeaths) await this.setAside(claimed, `处理程序${mostDeaths}次中断`);
    else await this.process(claimed);
    return true;
  }

  private async process(claimed: ClaimedJob): Promise<void> {
    const { jobs, handler, onFault, onOutcome } = this.parts;
    const { job, failures } = claimed;
    const signs = setInterval(() => this.giveSignOfLife(claimed), this.timing.lease / 3);
    try {
      await handler.run(job, failures + 1 >= mostFailures[job.kind]);
      await this.change((now) => jobs.succeed(claimed, now));
      onOutcome(job, 'succeeded');
    } catch (fault) {
      onFault(fault, job);
      await this.recover(claimed, fault instanceof Error ? fault.message : String(fault));
    } finally {
      clearInterval(signs);
    }
  }

  private async recover(claimed: ClaimedJob, reason: string): Promise<void> {
    const { jobs, onOutcome } = this.parts;
    const { kind } = claimed.job;
    const most = mostFailures[kind];
    if (claimed.failures + 1 >= most) {
      return this.setAside(claimed, `${most}次处理失败：${reason}`);
    }
    const rests = this.timing.rests(kind);
    const rest = rests[claimed.failures] ?? rests.at(-1) ?? 0;
    await this.change((now) => jobs.retry(claimed, reason, now, after(now, rest)));
    onOutcome(claimed.job, 'retried');
  }

  private async setAside(claimed: ClaimedJob, reason: string): Promise<void> {
    const { jobs, handler, onOutcome } = this.parts;
    await this.change(async (now) => {
      if (await jobs.fail(claimed, reason, now)) await handler.setAside(claimed.job, reason);
    });
    onOutcome(claimed.job, 'set-aside');
  }

  private giveSignOfLife(claimed: ClaimedJob): void {
    const { jobs, onFault } = this.parts;
    this.change((now) => jobs.extend(claimed, this.leaseFrom(now))).catch((fault: unknown) =>
      onFault(fault, claimed.job),
    );
  }

  /** The clock is read within the transaction: one that was waited for would find it late. */
  private change<T>(work: (now: Instant) => Promise<T>): Promise<T> {
    const { transactions, clock } = this.parts;
    return transactions.run(() => work(clock.now()));
  }

  private leaseFrom(now: Instant): Instant {
    return after(now, this.timing.lease);
  }
}

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
   * Runs the oldest job that can be run, and the next ones while it is to go on: each is claimed in
   * the transaction that ends the one before. Throws what the job store throws.
   * @returns false when there was none
   */
  async run(goOn: () => boolean = () => false): Promise<boolean> {
    let claimed = await this.change((now, asked) => this.claim(now, asked));
    const found = claimed !== undefined;
    while (claimed) claimed = await this.process(claimed, goOn);
    return found;
  }

  /**
   * @param asked before the turn was waited for: a worker that waited for its own meanwhile, to give
   * a sign of life, is not dead
   */
  private claim(now: Instant, asked: Instant): Promise<ClaimedJob | undefined> {
    return this.parts.jobs.claim(this.parts.worker, asked, this.leaseFrom(now));
  }

  /** @returns the next job, where it is to go on and there is one */
  private async process(claimed: ClaimedJob, goOn: () => boolean): Promise<ClaimedJob | undefined> {
    const { jobs, handler, onFault } = this.parts;
    const { job, attempt, failures } = claimed;
    const deaths = attempt - 1 - failures;
    if (deaths >= mostDeaths) {
      return this.setAside(claimed, `处理程序${mostDeaths}次中断`, goOn);
    }
    const signs = setInterval(() => this.giveSignOfLife(claimed), this.timing.lease / 3);
    try {
      await handler.run(job, failures + 1 >= mostFailures[job.kind]);
      return await this.end(job, 'succeeded', goOn, (now) => jobs.succeed(claimed, now));
    } catch (fault) {
      onFault(fault, job);
      const reason = fault instanceof Error ? fault.message : String(fault);
      return await this.recover(claimed, reason, goOn);
    } finally {
      clearInterval(signs);
    }
  }

  private recover(claimed: ClaimedJob, reason: string, goOn: () => boolean) {
    const { jobs } = this.parts;
    const { job, failures } = claimed;
    const most = mostFailures[job.kind];
    if (failures + 1 >= most) return this.setAside(claimed, `${most}次处理失败：${reason}`, goOn);
    const rests = this.timing.rests(job.kind);
    const rest = rests[failures] ?? rests.at(-1) ?? 0;
    return this.end(job, 'retried', goOn, (now) =>
      jobs.retry(claimed, reason, now, after(now, rest)),
    );
  }

  private setAside(claimed: ClaimedJob, reason: string, goOn: () => boolean) {
    const { jobs, handler } = this.parts;
    return this.end(claimed.job, 'set-aside', goOn, async (now) => {
      if (await jobs.fail(claimed, reason, now)) await handler.setAside(claimed.job, reason);
    });
  }

  private async end(
    job: Job,
    outcome: JobOutcome,
    goOn: () => boolean,
    settle: (now: Instant) => Promise<void>,
  ): Promise<ClaimedJob | undefined> {
    const next = await this.change(async (now, asked) => {
      await settle(now);
      return goOn() ? this.claim(now, asked) : undefined;
    });
    this.parts.onOutcome(job, outcome);
    return next;
  }

  private giveSignOfLife(claimed: ClaimedJob): void {
    const { jobs, onFault } = this.parts;
    this.change((now) => jobs.extend(claimed, this.leaseFrom(now))).catch((fault: unknown) =>
      onFault(fault, claimed.job),
    );
  }

  /** The clock is read within the transaction: one that was waited for would find it late. */
  private change<T>(work: (now: Instant, asked: Instant) => Promise<T>): Promise<T> {
    const { transactions, clock } = this.parts;
    const asked = clock.now();
    return transactions.run(() => work(clock.now(), asked));
  }

  private leaseFrom(now: Instant): Instant {
    return after(now, this.timing.lease);
  }
}

import type { Instant } from '../instant.js';
import type { Job } from '../jobs.js';
import type { Page, PageRequest } from './page.js';

/** A job that one worker holds until its lease ends. */
export interface ClaimedJob {
  readonly number: number;
  readonly job: Job;
  /** 1 at the first try. */
  readonly attempt: number;
  /** Of the earlier tries; in the others the worker died. */
  readonly failures: number;
  readonly worker: string;
}

export interface JobRecord {
  readonly number: number;
  readonly job: Job;
  readonly state: 'waiting' | 'running' | 'succeeded' | 'failed';
  readonly attempts: number;
  /** Why it failed, or failed last. */
  readonly reason: string | null;
}

/** A job that was set aside for good. */
export interface FailedJob extends Omit<JobRecord, 'state'> {
  readonly finishedAt: Instant | null;
}

/**
 * The intents to run jobs: the truth, of which any queue is only a hint. What changes anything needs
 * a transaction around it. To a worker whose lease was lost nothing happens.
 */
export interface JobStore {
  /**
   * Adds a job, unless one with its key waits already. In the transaction it belongs to. It may be
   * tried at once, by whichever machine's clock.
   */
  add(job: Job): Promise<void>;
  /**
   * Gives the oldest job that waits, or whose worker let its lease end, to a worker; never one
   * whose key another worker holds.
   */
  claim(worker: string, now: Instant, leaseUntil: Instant): Promise<ClaimedJob | undefined>;
  /** Prolongs a lease. @returns false when it was lost. */
  extend(claimed: ClaimedJob, leaseUntil: Instant): Promise<boolean>;
  succeed(claimed: ClaimedJob, at: Instant): Promise<void>;
  /** Counts a failure and puts the job back, not to be tried before a moment. */
  retry(claimed: ClaimedJob, reason: string, at: Instant, notBefore: Instant): Promise<void>;
  /** Sets it aside for good. @returns false when the lease was lost. */
  fail(claimed: ClaimedJob, reason: string, at: Instant): Promise<boolean>;
  /** The last job with this key. */
  last(job: Job): Promise<JobRecord | undefined>;
  /** Those of these that were set aside, and not added again since. */
  setAside<J extends Job>(jobs: readonly J[]): Promise<readonly J[]>;
  /** Those set aside, latest first. @param page `from` is the number of the job before */
  failed(page: PageRequest): Promise<Page<FailedJob>>;
  /** How many there are in each state. */
  counts(): Promise<Readonly<Record<JobRecord['state'], number>>>;
  /** How many jobs wait or run. */
  unfinished(): Promise<number>;
}

import type { Job } from '../jobs.js';

/** Runs jobs. Delivery is at least once; what a job does must be done once all the same. */
export interface JobHandler {
  run(job: Job): Promise<void>;
  /** Records that a job was set aside after its last try. Within a transaction. */
  setAside(job: Job, reason: string): Promise<void>;
}

/** Hands the jobs of the job store to workers. */
export interface JobQueue {
  /** Says that jobs were added; only a hint, as what is in the store is found in any case. */
  wake(): void;
  start(handler: JobHandler): void;
  /** Takes no new job, and waits for those that run. */
  stop(): Promise<void>;
}

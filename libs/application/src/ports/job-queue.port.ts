/** Says when jobs of the job store are run, and in how many workers. */
export interface JobQueue {
  /** Says that jobs were added; only a hint, as what is in the store is found in any case. */
  wake(): void;
  /** @param run runs jobs while it is to go on; false when there is none to run */
  start(run: (goOn: () => boolean) => Promise<boolean>): void;
  /** Begins no new job, and waits for those that run. */
  stop(): Promise<void>;
}

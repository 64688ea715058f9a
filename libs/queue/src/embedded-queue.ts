import type { JobQueue } from '#application';

/** How often, in milliseconds, jobs are searched for that nobody announced, or whose worker died. */
const usualPoll = 1000;

/** Runs jobs in this process, one at a time. */
export class EmbeddedQueue implements JobQueue {
  private working: Promise<void> | undefined;
  private stopping = false;
  private woken = false;
  private ring: () => void = () => undefined;

  /** @param onFault told of what keeps the queue from its jobs; it goes on all the same */
  constructor(
    private readonly onFault: (fault: unknown) => void,
    private readonly poll = usualPoll,
  ) {}

  wake(): void {
    this.woken = true;
    this.ring();
  }

  start(run: (goOn: () => boolean) => Promise<boolean>): void {
    this.working ??= this.work(() => run(() => !this.stopping));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.working;
  }

  private async work(run: () => Promise<boolean>): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      try {
        if (!(await run())) await this.rest();
      } catch (fault) {
        this.onFault(fault);
        await this.rest();
      }
    }
  }

  /** Until something is announced, or until it is time to look in any case. */
  private async rest(): Promise<void> {
    if (this.woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.poll);
      this.ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

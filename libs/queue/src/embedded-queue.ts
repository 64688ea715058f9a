import type { JobQueue } from '#application';

/** How often, in milliseconds, jobs are searched for that nobody announced, or whose worker died. */
const usualPoll = 1000;

/** While the threads of one job compute, this thread keeps what another's have found. */
const jobsAtOnce = 2;

/** Runs jobs in this process, two at a time. */
export class EmbeddedQueue implements JobQueue {
  private working: Promise<unknown> | undefined;
  private stopping = false;
  /** How often jobs were announced. */
  private announced = 0;
  private readonly resting = new Set<() => void>();

  /** @param onFault told of what keeps the queue from its jobs; it goes on all the same */
  constructor(
    private readonly onFault: (fault: unknown) => void,
    private readonly poll = usualPoll,
  ) {}

  wake(): void {
    this.announced += 1;
    this.resting.forEach((goOn) => goOn());
  }

  start(run: (goOn: () => boolean) => Promise<boolean>): void {
    const work = () => this.work(() => run(() => !this.stopping));
    this.working ??= Promise.all(Array.from({ length: jobsAtOnce }, work));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.working;
  }

  private async work(run: () => Promise<boolean>): Promise<void> {
    while (!this.stopping) {
      const { announced } = this;
      try {
        if (!(await run())) await this.rest(announced);
      } catch (fault) {
        this.onFault(fault);
        await this.rest(announced);
      }
    }
  }

  /** Until something is announced that was not before, or until it is time to look in any case. */
  private async rest(announced: number): Promise<void> {
    if (this.announced > announced) return;
    await new Promise<void>((resolve) => {
      const goOn = () => {
        clearTimeout(timer);
        this.resting.delete(goOn);
        resolve();
      };
      const timer = setTimeout(goOn, this.poll);
      this.resting.add(goOn);
    });
  }
}

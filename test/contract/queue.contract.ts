import type { JobQueue } from '#application';

/** A queue of its own; `faults` are those that it told of. */
export interface QueueOnTrial {
  readonly queue: JobQueue;
  readonly faults: readonly unknown[];
}

const moment = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * What every job queue must hold.
 * @param open gives a queue that searches for jobs nobody announced after the given milliseconds
 */
export function queueContract(name: string, open: (poll: number) => QueueOnTrial): void {
  describe(name, () => {
    let trial: QueueOnTrial;
    let waiting: string[];
    let ran: string[];
    const runOne = () => {
      const next = waiting.shift();
      if (next === undefined) return Promise.resolve(false);
      ran.push(next);
      return Promise.resolve(true);
    };
    const begin = (poll: number, run: () => Promise<boolean>) => {
      trial = open(poll);
      trial.queue.start(run);
    };
    const until = async (count: number) => {
      while (ran.length < count) await moment(5);
    };
    const long = 3_600_000;
    beforeEach(() => {
      waiting = ['one', 'two'];
      ran = [];
    });
    afterEach(() => trial.queue.stop());

    it('runs the jobs that there are when it starts, one after another', async () => {
      begin(long, runOne);
      await until(2);
      expect(ran).toEqual(['one', 'two']);
    });

    it('runs a job as soon as it is announced', async () => {
      begin(long, runOne);
      await until(2);
      await moment(30);
      waiting.push('three');
      trial.queue.wake();
      await until(3);
    });

    it('runs a job that was announced while it looked in vain', async () => {
      let looks = 0;
      begin(long, async () => {
        if (++looks > 1) return runOne();
        trial.queue.wake();
        return Promise.resolve(false);
      });
      await until(2);
    });

    it('finds a job that nobody announced', async () => {
      begin(20, runOne);
      await until(2);
      await moment(30);
      waiting.push('silent');
      await until(3);
    });

    it('goes on after a fault, and tells of it', async () => {
      const fault = new Error('the database is away');
      let looks = 0;
      begin(20, () => (++looks === 1 ? Promise.reject(fault) : runOne()));
      await until(2);
      expect(trial.faults).toEqual([fault]);
    });

    it('ends what runs before it stops, and begins nothing after', async () => {
      begin(20, async () => {
        await moment(50);
        return runOne();
      });
      await moment(20);
      await trial.queue.stop();
      expect(ran).toEqual(['one']);
      trial.queue.wake();
      await moment(80);
      expect(ran).toEqual(['one']);
    });
  });
}

import type { JobQueue } from '#application';
import { openQueue } from '#queue';

const moment = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * What every job queue must hold.
 * @param server its address; undefined for the embedded queue
 */
export function queueContract(name: string, server: string | undefined): void {
  describe(name, () => {
    let queue: JobQueue;
    let faults: unknown[];
    let waiting: string[];
    let ran: string[];
    const runOne = () => {
      const next = waiting.shift();
      if (next === undefined) return Promise.resolve(false);
      ran.push(next);
      return Promise.resolve(true);
    };
    const begin = async (poll: number, run: () => Promise<boolean>) => {
      queue = await openQueue(server, (fault) => faults.push(fault), poll);
      queue.start(run);
    };
    const until = async (count: number) => {
      while (ran.length < count) await moment(5);
    };
    const long = 3_600_000;
    beforeEach(() => {
      waiting = ['one', 'two'];
      ran = [];
      faults = [];
    });
    afterEach(() => queue.stop());

    it('runs the jobs that there are when it starts, in their order', async () => {
      await begin(long, runOne);
      await until(2);
      expect(ran).toEqual(['one', 'two']);
    });

    it('runs a job as soon as it is announced', async () => {
      await begin(long, runOne);
      await until(2);
      await moment(30);
      waiting.push('three');
      queue.wake();
      await until(3);
    });

    it('runs a job that was announced while it looked in vain', async () => {
      let looks = 0;
      await begin(long, async () => {
        if (++looks > 1) return runOne();
        queue.wake();
        return Promise.resolve(false);
      });
      await until(2);
    });

    it('finds a job that nobody announced', async () => {
      await begin(20, runOne);
      await until(2);
      await moment(30);
      waiting.push('silent');
      await until(3);
    });

    it('goes on after a fault, and tells of it', async () => {
      const fault = new Error('the database is away');
      let looks = 0;
      await begin(20, () => (++looks === 1 ? Promise.reject(fault) : runOne()));
      await until(2);
      expect(faults).toEqual([fault]);
    });

    it('ends what runs before it stops, and begins nothing after', async () => {
      waiting = Array.from({ length: 100 }, (_, index) => `${index}`);
      let begun = 0;
      await begin(20, async () => {
        begun += 1;
        await moment(50);
        return runOne();
      });
      await moment(20);
      await queue.stop();
      const ended = ran.length;
      expect(ended).toBeGreaterThan(0);
      queue.wake();
      await moment(80);
      expect([begun, ran.length]).toEqual([ended, ended]);
    });
  });
}

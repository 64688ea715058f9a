import type { Job, JobHandler, JobQueue, Stores } from '#application';

/** A queue over stores of its own; `faults` are those that it told of. */
export interface QueueOnTrial {
  readonly stores: Stores;
  readonly queue: JobQueue;
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

/** What every job queue must hold. A queue on trial leases, polls and rests for a tenth of a second at most. */
export function jobQueueContract(name: string, open: () => Promise<QueueOnTrial>): void {
  describe(name, () => {
    let trial: QueueOnTrial;
    beforeEach(async () => {
      trial = await open();
    });
    afterEach(async () => {
      await trial.queue.stop();
      await trial.close();
    });

    const at = '2020-01-01T00:00:00.000+08:00';
    const job = (report: string): Job => ({ kind: 'ingest-report', report });
    const add = (report: string) =>
      trial.stores.transactions.run(() => trial.stores.jobs.add(job(report), at));
    const settled = async () => {
      while ((await trial.stores.jobs.unfinished()) > 0) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const handler = (run: JobHandler['run']): JobHandler & { readonly aside: string[] } => {
      const aside: string[] = [];
      return {
        ...{ run, aside },
        setAside: (_job, reason) => {
          aside.push(reason);
          return Promise.resolve();
        },
      };
    };

    it('runs every job once, those added before it started too', async () => {
      const ran: Job[] = [];
      await add('one');
      trial.queue.start(
        handler((each) => {
          ran.push(each);
          return Promise.resolve();
        }),
      );
      await add('two');
      trial.queue.wake();
      await settled();
      expect(ran).toEqual([job('one'), job('two')]);
    });

    it('finds a job that nobody announced', async () => {
      trial.queue.start(handler(() => Promise.resolve()));
      await new Promise((resolve) => setTimeout(resolve, 30));
      await add('silent');
      await settled();
      expect((await trial.stores.jobs.last(job('silent')))?.state).toBe('succeeded');
    });

    it('tries a job three times, sets it aside with the reason, and goes on', async () => {
      let tries = 0;
      const failing = handler((each) => {
        if (each.kind !== 'ingest-report' || each.report !== 'bad') return Promise.resolve();
        tries += 1;
        return Promise.reject(new Error('no such luck'));
      });
      await add('bad');
      await add('good');
      trial.queue.start(failing);
      await settled();
      expect(tries).toBe(3);
      expect(failing.aside).toEqual([expect.stringContaining('no such luck')]);
      expect(await trial.stores.jobs.last(job('bad'))).toMatchObject({ state: 'failed' });
      expect((await trial.stores.jobs.last(job('good')))?.state).toBe('succeeded');
      expect(trial.faults).toHaveLength(3);
    });

    it('takes over the job of a worker that died, and sets aside one that kills its workers', async () => {
      await add('deadly');
      for (const second of [0, 2, 4]) {
        const now = at.replace('00.000', `0${second}.000`);
        const claimed = await trial.stores.jobs.claim(`killed ${second}`, now, now);
        expect(claimed?.attempt).toBe(second / 2 + 1);
      }
      const never = handler(() => Promise.reject(new Error('it must not run again')));
      trial.queue.start(never);
      await settled();
      expect(never.aside).toEqual([expect.stringContaining('中断')]);
    });

    it('gives signs of life, so that a long job is not taken over', async () => {
      await add('long');
      trial.queue.start(
        handler(async () => {
          await new Promise((resolve) => setTimeout(resolve, 400));
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      const now = new Date(Date.now() + 8 * 3600_000).toISOString().replace('Z', '+08:00');
      expect(await trial.stores.jobs.claim('thief', now, now)).toBeUndefined();
      await settled();
      expect(await trial.stores.jobs.last(job('long'))).toMatchObject({ attempts: 1 });
    });

    it('ends what runs before it stops', async () => {
      let ended = false;
      await add('last');
      trial.queue.start(
        handler(async () => {
          await new Promise((resolve) => setTimeout(resolve, 100));
          ended = true;
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 30));
      await trial.queue.stop();
      expect(ended).toBe(true);
      expect((await trial.stores.jobs.last(job('last')))?.state).toBe('succeeded');
    });
  });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  after,
  JobRunner,
  type Instant,
  type Job,
  type JobHandler,
  type JobOutcome,
} from '#application';
import { openStore } from '#persistence';

const start = '2026-11-21T12:00:00.000+08:00';
const lease = 120;
const ingest = (report: string): Job => ({ kind: 'ingest-report', report });
const evaluate: Job = {
  ...{ kind: 'evaluate-subject', programme: '2019-city-operation', code: '999901', year: 2021 },
  standing: 'draft',
};

describe('the runner of jobs', () => {
  let folder: string;
  let stores: Awaited<ReturnType<typeof openStore>>;
  let now: Instant;
  let faults: unknown[];
  let aside: string[];
  let outcomes: JobOutcome[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'runner-'));
    stores = await openStore(folder, 'product');
    [now, faults, aside, outcomes] = [start, [], [], []];
  });
  afterEach(async () => {
    await stores.close();
    await rm(folder, { recursive: true });
  });
  const add = (job: Job) => stores.transactions.run(() => stores.jobs.add(job));
  const runner = (run: JobHandler['run'], worker = 'on trial') =>
    new JobRunner({
      ...{ ...stores, clock: { now: () => now }, worker },
      handler: {
        run,
        setAside: (_job, reason) => {
          aside.push(reason);
          return Promise.resolve();
        },
      },
      onFault: (fault) => faults.push(fault),
      onOutcome: (_job, outcome) => outcomes.push(outcome),
      timing: {
        lease,
        rests: (kind) => (kind === 'ingest-report' ? [1, 10, 100, 1000] : [1, 10]),
      },
    });
  /** Runs until nothing more happens within a rest, and says how long each rest was. */
  const rests = async (on: JobRunner, tries: number) => {
    const found: number[] = [];
    let rested = 0;
    while (found.length < tries) {
      if (await on.run()) {
        found.push(rested);
        rested = 0;
      } else if (rested > 1000) break;
      now = after(now, 1);
      rested += 1;
    }
    return found.slice(1);
  };

  it('runs every job once, the oldest first', async () => {
    const ran: Job[] = [];
    const all = [ingest('one'), evaluate, ingest('two')];
    for (const job of all) await add(job);
    const on = runner((job) => {
      ran.push(job);
      return Promise.resolve();
    });
    while (await on.run());
    expect(ran).toEqual(all);
    expect(outcomes).toEqual(all.map(() => 'succeeded'));
    expect(await stores.jobs.last(evaluate)).toMatchObject({ state: 'succeeded', attempts: 1 });
  });

  it('goes on with the next while it is to', async () => {
    for (const name of ['one', 'two', 'three']) await add(ingest(name));
    const on = runner(() => Promise.resolve());
    expect(await on.run(() => outcomes.length < 1)).toBe(true);
    expect(outcomes).toHaveLength(2);
    expect(await stores.jobs.unfinished()).toBe(1);
    expect(await stores.jobs.last(ingest('three'))).toMatchObject({ state: 'waiting' });
  });

  it('tries to read a report five times with growing rests, then sets it aside and goes on', async () => {
    await add(ingest('bad'));
    const last: boolean[] = [];
    const on = runner((_job, isLastTry) => {
      last.push(isLastTry);
      return Promise.reject(new Error('no such luck'));
    });
    expect(await rests(on, 9)).toEqual([1, 10, 100, 1000]);
    expect(last).toEqual([false, false, false, false, true]);
    expect(aside).toEqual([expect.stringContaining('no such luck')]);
    expect(outcomes).toEqual([...['retried', 'retried', 'retried', 'retried'], 'set-aside']);
    expect(faults).toHaveLength(5);
    expect(await stores.jobs.last(ingest('bad'))).toMatchObject({ state: 'failed', attempts: 5 });
    await add(ingest('next'));
    expect(await on.run()).toBe(true);
  });

  it('never gives an evaluation up', async () => {
    await add(evaluate);
    const on = runner((_job, isLastTry) => Promise.reject(new Error(String(isLastTry))));
    expect(await rests(on, 9)).toEqual([1, 10, 10, 10, 10, 10, 10, 10]);
    expect(await stores.jobs.last(evaluate)).toMatchObject({ state: 'waiting', reason: 'false' });
    expect(aside).toEqual([]);
  });

  it.each([ingest('deadly'), evaluate])(
    'sets a job aside that three workers died of, whatever failed beside: $kind',
    async (job) => {
      await add(job);
      const failing = runner(() => Promise.reject(new Error('a fault')));
      const dies = () =>
        stores.transactions.run(() => stores.jobs.claim('dead', now, after(now, lease)));
      for (const death of [1, 2, 3]) {
        expect(await dies()).toBeDefined();
        now = after(now, lease + 1);
        if (death === 2) expect(await failing.run()).toBe(true);
        now = after(now, 1);
      }
      const never = runner(() => Promise.reject(new Error('it must not run again')));
      expect(await never.run()).toBe(true);
      expect(aside).toEqual(['处理程序3次中断']);
      expect(faults).toHaveLength(1);
      expect(await stores.jobs.last(job)).toMatchObject({ state: 'failed' });
    },
  );

  it('gives signs of life, so that a long job is not taken over', async () => {
    await add(evaluate);
    const other = runner(() => Promise.reject(new Error('it was taken over')), 'other');
    const on = runner(async () => {
      for (let time = 0; time < 20; time++) {
        await new Promise((resolve) => setTimeout(resolve, lease / 6));
        now = after(now, lease / 6);
        expect(await other.run()).toBe(false);
      }
    });
    await on.run();
    expect(faults).toEqual([]);
    expect(await stores.jobs.last(evaluate)).toMatchObject({ state: 'succeeded', attempts: 1 });
  });

  it('counts a lease from when it is given, however long the turn was waited for', async () => {
    await add(evaluate);
    const other = runner(() => Promise.reject(new Error('it was taken over')), 'other');
    const first = runner(async () => {
      now = after(now, lease - 1);
      expect(await other.run()).toBe(false);
    });
    const waited = stores.transactions.run(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      now = after(now, 10 * lease);
    });
    const claimed = first.run();
    await waited;
    await claimed;
    expect(faults).toEqual([]);
    expect(await stores.jobs.last(evaluate)).toMatchObject({ state: 'succeeded' });
  });

  it('does not take for dead who waited for the turn to give a sign of life', async () => {
    await add(evaluate);
    const other = runner(() => Promise.reject(new Error('it was taken over')), 'other');
    const slow = runner(async () => {
      const waited = stores.transactions.run(async () => {
        await new Promise((resolve) => setTimeout(resolve, 2 * lease));
        now = after(now, 2 * lease);
      });
      const claimed = other.run();
      await waited;
      expect(await claimed).toBe(false);
    });
    await slow.run();
    expect(faults).toEqual([]);
  });

  it('changes nothing of a job that other workers took over', async () => {
    await add(ingest('one'));
    let isLast = false;
    const slow = runner(async (_job, isLastTry) => {
      isLast = isLastTry;
      if (!isLastTry) throw new Error('a fault');
      for (const death of [1, 2, 3]) {
        now = after(now, lease + 1);
        const by = `thief ${death}`;
        const claim = () => stores.jobs.claim(by, now, after(now, lease));
        expect(await stores.transactions.run(claim)).toBeDefined();
      }
      throw new Error('too late');
    });
    await rests(slow, 5);
    expect(isLast).toBe(true);
    expect(aside).toEqual([]);
    expect(await stores.jobs.last(ingest('one'))).toMatchObject({ state: 'running', attempts: 8 });
  });
});

import type { Job, Stores } from '#application';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const later = '2026-11-21T12:00:05.000+08:00';
const muchLater = '2026-11-21T12:00:10.000+08:00';

/** What every store of jobs must hold. */
export function jobsContract(name: string, open: OpenStores): void {
  describe(`${name}: jobs`, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });

    const ingest: Job = { kind: 'ingest-report', report: 'one' };
    const other: Job = { kind: 'ingest-report', report: 'two' };
    const add = (job: Job) => within(() => stores.jobs.add(job));
    const claim = (worker = 'w', now = at, until = later) =>
      within(() => stores.jobs.claim(worker, now, until));

    it('go out oldest first, each to one worker', async () => {
      await add(ingest);
      await add(other);
      expect((await claim())?.job).toEqual(ingest);
      const claims = await Promise.all([claim('a'), claim('b'), claim('c')]);
      expect(claims.flatMap((each) => (each ? [each.job] : []))).toEqual([other]);
    });

    it('wait once, and a second time while the first runs', async () => {
      await add(ingest);
      await add(ingest);
      const first = await claim();
      expect(await claim()).toBeUndefined();
      await add(ingest);
      expect(await claim()).toBeUndefined();
      if (!first) throw new Error('nothing was claimed');
      await within(() => stores.jobs.succeed(first, at));
      expect((await claim())?.job).toEqual(ingest);
      expect(await stores.jobs.unfinished()).toBe(1);
    });

    it('are taken over once a lease has ended, and the late worker changes nothing', async () => {
      await add(ingest);
      const lost = await claim('dead', at, later);
      expect(await claim('live', later, muchLater)).toBeUndefined();
      const taken = await claim('live', muchLater, '2026-11-21T12:00:15.000+08:00');
      expect(taken).toMatchObject({ job: ingest, attempt: 2, failures: 0, worker: 'live' });
      if (!lost || !taken) throw new Error('nothing was claimed');
      await within(() => stores.jobs.succeed(lost, muchLater));
      expect(await within(() => stores.jobs.extend(lost, muchLater))).toBe(false);
      expect(await within(() => stores.jobs.fail(lost, 'late', muchLater))).toBe(false);
      expect((await stores.jobs.last(ingest))?.state).toBe('running');
      expect(await within(() => stores.jobs.extend(taken, muchLater))).toBe(true);
    });

    it('rest before they are tried again', async () => {
      await add(ingest);
      const claimed = await claim();
      if (!claimed) throw new Error('nothing was claimed');
      await within(() => stores.jobs.retry(claimed, 'a fault', at, later));
      expect(await claim('w', at)).toBeUndefined();
      expect(await claim('w', later, muchLater)).toMatchObject({ attempt: 2, failures: 1 });
    });

    it('give way to the same job added meanwhile', async () => {
      await add(ingest);
      const claimed = await claim();
      if (!claimed) throw new Error('nothing was claimed');
      await add(ingest);
      await within(() => stores.jobs.retry(claimed, 'a fault', at, muchLater));
      expect(await claim('w', later, muchLater)).toMatchObject({ attempt: 1, failures: 0 });
      expect(await stores.jobs.unfinished()).toBe(1);
    });

    it('keep the reason for which they were set aside', async () => {
      await add(ingest);
      const claimed = await claim();
      if (!claimed) throw new Error('nothing was claimed');
      expect(await within(() => stores.jobs.fail(claimed, 'no use', at))).toBe(true);
      expect(await stores.jobs.last(ingest)).toMatchObject({ state: 'failed', reason: 'no use' });
      expect(await stores.jobs.unfinished()).toBe(0);
    });

    it('are told from others where they were set aside and not added since', async () => {
      const jobs = [ingest, other, { kind: 'ingest-report', report: 'never added' } as const];
      const aside = () => stores.jobs.setAside(jobs);
      await add(ingest);
      await add(other);
      expect(await aside()).toEqual([]);
      const claimed = await claim();
      if (!claimed) throw new Error('nothing was claimed');
      await within(() => stores.jobs.fail(claimed, 'no use', at));
      expect(await aside()).toEqual([ingest]);
      expect(await stores.jobs.setAside([other])).toEqual([]);
      await add(ingest);
      expect(await aside()).toEqual([]);
    });

    it('are not added by a transaction that fails', async () => {
      const failing = within(async () => {
        await stores.jobs.add(ingest);
        throw new Error('a fault');
      });
      await expect(failing).rejects.toThrow('a fault');
      expect(await claim()).toBeUndefined();
    });
  });
}

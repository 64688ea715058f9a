import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  JobRunner,
  randomIds,
  RunJob,
  systemClock,
  type Accepted,
  type Stores,
} from '#application';
import { openStore } from '#persistence';
import { programmes } from '#rulebook';
import { enrolExample } from '../example-subject.js';
import { ThreadedEvaluator } from '../../config/threaded-evaluator.js';

const key = { programme: '2019-city-operation', code: '999901' };
const job = { kind: 'evaluate-subject', ...key, year: 2021, standing: 'draft' } as const;
const rowCount = 100_000;
const batch = 10_000;
const accepted: Accepted = {
  subjectName: '示例市',
  ...{ year: 2021, filledOn: null, filledBy: '', contact: '', phone: '' },
  ...{ rows: { accepted: rowCount, rejected: 0 }, problems: { error: 0, warning: 0, notice: 0 } },
};
const policies = (first: number) =>
  Array.from({ length: batch }, (_, index) => ({
    row: first + index,
    values: JSON.stringify({
      ...{ policy: `P${first + index}`, insurer: '示例保险', insured: '示例公司' },
      ...{ type: '专利执行险', amount: 100_000_000, startedOn: '2021-06-01' },
    }),
  }));

/** A worker on the data in a folder, with a lease shorter than an evaluation here takes. */
async function openWorker(folder: string, worker: string, megabytes?: number) {
  const stores = await openStore(folder, 'product');
  const evaluator = new ThreadedEvaluator(folder, megabytes);
  const service = {
    ...{ ...stores, evaluator, programmes, scratch: folder, clock: systemClock, ids: randomIds },
    ...{ queue: { wake: () => undefined }, reader: { read: () => Promise.reject(new Error()) } },
  };
  const faults: unknown[] = [];
  const runner = new JobRunner({
    ...{
      ...service,
      worker,
      handler: new RunJob(service),
      onFault: (fault) => faults.push(fault),
      onOutcome: () => undefined,
    },
    timing: { lease: 1000, rests: () => [] },
  });
  const close = async () => {
    await evaluator.close();
    await stores.close();
  };
  return { stores, runner, faults, close };
}

async function reportCity(stores: Stores): Promise<void> {
  const { transactions, reports, jobs, audit } = stores;
  const at = systemClock.now();
  await enrolExample(stores);
  await transactions.run(async () => {
    const file = { file: 'a hash', fileName: '报告.xlsx', fileSize: 1, beside: false };
    await reports.add({ id: 'one', subject: key, ...file, receivedAt: at, receivedFrom: 'c' });
    const content = await reports.write('one');
    for (let first = 2; first < rowCount; first += batch) {
      await content.rows('insurance-policies', policies(first));
    }
    const ledgers = { 'insurance-policies': { rejected: 0 } };
    const rest = { ledgers, figures: [], statements: [], problems: [] };
    await content.accept(rest, accepted, at);
    await jobs.add(job);
    await audit.add({ at, who: 'system', what: 'report-accepted', about: {} });
  });
}

describe('a large city', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'city-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is evaluated once, by one of two workers, while the process goes on', async () => {
    const [one, two] = [await openWorker(folder, 'one'), await openWorker(folder, 'two')];
    const { jobs, determinations } = one.stores;
    await reportCity(one.stores);
    let longestGap = 0;
    let last = performance.now();
    const turns = setInterval(() => {
      const now = performance.now();
      longestGap = Math.max(longestGap, now - last);
      last = now;
    }, 10);
    const work = async ({ runner }: typeof one) => {
      while ((await jobs.unfinished()) > 0) {
        if (!(await runner.run())) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await Promise.all([one, two].map(work));
    clearInterval(turns);
    expect(longestGap).toBeLessThan(1000);
    expect(await jobs.last(job)).toMatchObject({ state: 'succeeded', attempts: 1 });
    expect([...one.faults, ...two.faults]).toEqual([]);
    expect((await determinations.evaluations(key, { limit: 2 })).items).toHaveLength(1);
    for (const worker of [one, two]) await worker.close();
  });

  it('that takes too much memory is a fault of its job, and another thread does the next', async () => {
    const { stores, runner, faults, close } = await openWorker(folder, 'one', 16);
    await reportCity(stores);
    await runner.run();
    await runner.run();
    expect(faults).toHaveLength(2);
    expect(faults).toEqual(
      Array(2).fill(expect.objectContaining({ code: 'ERR_WORKER_OUT_OF_MEMORY' })),
    );
    expect(await stores.jobs.last(job)).toMatchObject({ state: 'waiting' });
    await close();
  });
});

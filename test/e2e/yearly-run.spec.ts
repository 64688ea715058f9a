import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, StartYearlyRun, system, type Stores } from '#application';
import { yearlySummaryView } from '#contracts';
import { openStore } from '#persistence';
import { programmes } from '#rulebook';
import { enrolExample } from '../example-subject.js';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const runs = '/api/programmes/2019-city-operation/yearly-runs';

/** Waits until a run is summed up. */
async function summary(service: ServiceOnTrial, year: number): Promise<string> {
  for (;;) {
    const answer = await service.get(`${runs}/${year}/summary`);
    if (answer.status === 200) {
      const text = await answer.text();
      const hash = createHash('sha256').update(text).digest('hex');
      expect(answer.headers.get('etag')).toBe(`"${hash}"`);
      return text;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs `npm run yearly-run` on a service's data to its end, which is not far. */
function ending({ folder }: ServiceOnTrial, year: number, ...words: string[]) {
  const of = ['--programme', '2019-city-operation', '--year', String(year)];
  const main = ['config/run.mjs', 'apps/cli/src/main', 'yearly-run', ...of, ...words];
  const options = { env: { ...process.env, DATA_DIR: folder }, timeout: 100_000 };
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, main, options, (_, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

/** Takes the oldest job as workers that all die of it; the next to claim it sets it aside. */
async function dieThreeTimes({ jobs, transactions }: Pick<Stores, 'jobs' | 'transactions'>) {
  const longAgo = '2022-01-01T00:00:00.000+08:00';
  for (const death of [1, 2, 3]) {
    const now = after(longAgo, death * 1000);
    const claimed = await transactions.run(() => jobs.claim('a worker', now, after(now, 1)));
    if (claimed?.attempt !== death) throw new Error('nothing was claimed');
  }
}

describe('the yearly run', () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start();
  });
  afterEach(() => service.stop());

  it('evaluates every subject once, whoever asks, and freezes a summary', async () => {
    await service.enrol('999902');
    for (const year of [2020, 2021]) await service.handIn(year, smallReport(year));
    expect((await service.get(`${runs}/2021`)).status).toBe(404);
    expect((await service.post(runs, { year: 2018 })).status).toBe(422);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => service.post(runs, { year: 2021 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 200, 200, 200, 200, 200, 200, 202,
    ]);
    const told = yearlySummaryView.parse(JSON.parse(await summary(service, 2021)));
    expect(told).toMatchObject({
      ...{ programme: '2019-city-operation', year: 2021, releasable: '0' },
      gates: { eligible: 0, ineligible: 1, undetermined: 1 },
      provinces: [{ province: '99', gates: { ineligible: 1, undetermined: 1 } }],
    });
    const [reported, silent] = told.subjects;
    expect(reported?.notMet.map(({ target }) => target)).toContain('certified-units');
    expect(reported?.changes.map(({ of }) => of)).toContain('overall');
    expect(silent).toMatchObject({ code: '999902', determination: null, overall: 'undetermined' });
    expect(await service.json(runs)).toMatchObject([{ year: 2021, subjects: 2, evaluated: 2 }]);
  });

  it('is begun by the schedule once, however many servers look at whatever clock', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openStore(service.folder, 'product')));
    const clocks = [
      ['2021-12-30T00:00:00.000+08:00', '2022-01-01T00:00:00.000+08:00'],
      ['2022-01-03T00:00:00.000+08:00', '2021-12-31T23:59:59.999+08:00'],
      ['2022-01-01T00:00:00.000+08:00', '2022-12-31T23:59:59.999+08:00'],
    ] as const;
    for (const turn of [0, 1] as const) {
      await Promise.all(
        stores.map((store, index) => {
          const now = clocks[index]?.[turn] ?? '';
          const parts = { programmes, clock: { now: () => now }, queue: { wake: () => undefined } };
          const instance = { ...store, ...parts };
          return new StartYearlyRun(instance).startDue('01-01T00:00');
        }),
      );
    }
    await Promise.all(stores.map((store) => store.close()));
    await summary(service, 2021);
    // Two clocks stood before the new year, when the year before was due still.
    expect(await service.json(runs)).toMatchObject([{ year: 2021 }, { year: 2020 }]);
  });

  it('goes on from the command line, and shows the same summary', async () => {
    await service.handIn(2021, smallReport(2021));
    await service.post(runs, { year: 2021 });
    const canonical = await summary(service, 2021);
    expect((await ending(service, 2021, '--json')).stdout).toBe(`${canonical}\n`);
    const shown = (await ending(service, 2021)).stdout;
    expect(shown).toContain('2021年度评定汇总');
    expect(shown).toMatch(/\n校验点 checkpoint：\d+:[0-9a-f]{64}（.*）\n$/);
    await ending(service, 2020);
    expect(await service.json(runs)).toMatchObject([{ year: 2021 }, { year: 2020, evaluated: 1 }]);
  });
});

describe('a yearly run of which all that is left was set aside', () => {
  let service: ServiceOnTrial;
  let stores: Awaited<ReturnType<typeof openStore>>;
  beforeEach(async () => {
    // Whoever is to do the jobs is elsewhere, and away.
    service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
    stores = await openStore(service.folder, 'product');
  });
  afterEach(async () => {
    await stores.close();
    await service.stop();
  });

  it('says which subjects it waits for, and goes on with them once asked again', async () => {
    await service.post(runs, { year: 2021 });
    expect(await service.json(`${runs}/2021`)).toMatchObject({ setAside: [], standsStill: false });
    await dieThreeTimes(stores);
    const { status, stdout, stderr } = await ending(service, 2021);
    expect({ status, stdout }).toEqual({ status: 70, stdout: '' });
    expect(stderr).toMatch(/停住[^]*999901 示例市\n[^]*再次运行/);
    const stuck = { setAside: [{ code: '999901', name: '示例市' }], standsStill: true };
    expect(await service.json(`${runs}/2021`)).toMatchObject(stuck);
    expect(await service.json(runs)).toMatchObject([stuck]);
    const again = await service.post(runs, { year: 2021 });
    expect(await again.json()).toMatchObject({ setAside: [], standsStill: false });
    expect((await ending(service, 2021)).stdout).toContain('2021年度评定汇总');
    const done = { evaluated: 1, setAside: [], standsStill: false };
    expect(await service.json(`${runs}/2021`)).toMatchObject(done);
  });

  it('says that its summing up was', async () => {
    await service.post(runs, { year: 2021 });
    const { jobs, transactions, yearlyRuns, audit } = stores;
    const at = '2022-01-02T00:00:00.000+08:00';
    const programme = '2019-city-operation';
    await transactions.run(async () => {
      const claimed = await jobs.claim('a worker', at, after(at, 1000));
      if (!claimed) throw new Error('nothing was claimed');
      await audit.add({ at, who: 'x', what: 'yearly-run-result', about: {} });
      await yearlyRuns.addResult(programme, 2021, { code: '999901', determination: null }, at);
      await jobs.succeed(claimed, at);
      await jobs.add({ kind: 'sum-up-run', programme, year: 2021 });
    });
    await dieThreeTimes(stores);
    const { status, stderr } = await ending(service, 2021);
    expect(status).toBe(70);
    expect(stderr).toContain('汇总多次中断处理程序，已搁置');
    const stuck = { evaluated: 1, setAside: [], standsStill: true };
    expect(await service.json(`${runs}/2021`)).toMatchObject(stuck);
    expect((await ending(service, 2021)).stdout).toContain('2021年度评定汇总');
  });
});

it('goes on with what of a yearly run was set aside, and with nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yearly-run-'));
  const stores = await openStore(folder, 'product');
  await enrolExample(stores);
  const { jobs, transactions } = stores;
  const now = '2022-03-31T02:00:00.000+08:00';
  const parts = { programmes, clock: { now: () => now }, queue: { wake: () => undefined } };
  const programme = '2019-city-operation';
  const evaluation = { kind: 'evaluate-in-run', programme, code: '999901', year: 2021 } as const;
  const start = async () => {
    await new StartYearlyRun({ ...stores, ...parts }).execute(system, programme, 2021);
    return jobs.last(evaluation);
  };
  const begun = await start();
  expect(begun?.state).toBe('waiting');
  const claim = () => jobs.claim('a worker', now, after(now, 1000));
  const claimed = await transactions.run(claim);
  expect(await start()).toMatchObject({ number: begun?.number, state: 'running' });
  if (claimed) await transactions.run(() => jobs.fail(claimed, 'it died three times', now));
  expect(await start()).toMatchObject({ number: (begun?.number ?? 0) + 1, state: 'waiting' });
  expect(await jobs.unfinished()).toBe(1);
  await stores.close();
  await rm(folder, { recursive: true });
});

it('does not begin before its year is over in Beijing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yearly-run-'));
  const stores = await openStore(folder, 'product');
  await enrolExample(stores);
  const startAt = (now: string) => {
    const parts = { programmes, clock: { now: () => now }, queue: { wake: () => undefined } };
    return new StartYearlyRun({ ...stores, ...parts }).execute(system, '2019-city-operation', 2021);
  };
  expect(await startAt('2021-12-31T23:59:59.999+08:00')).toEqual({
    ok: false,
    failure: { kind: 'year-not-over', year: 2021 },
  });
  expect(await stores.yearlyRuns.list('2019-city-operation')).toEqual([]);
  expect(await stores.jobs.unfinished()).toBe(0);
  expect(await startAt('2022-01-01T00:00:00.000+08:00')).toEqual({
    ok: true,
    value: { isNew: true },
  });
  await stores.close();
  await rm(folder, { recursive: true });
});

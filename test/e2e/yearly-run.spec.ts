import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { after, StartYearlyRun, system } from '#application';
import { yearlySummaryView } from '#contracts';
import { openStore } from '#persistence';
import { programmes } from '#rulebook';
import { enrolExample } from '../example-subject.js';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const runs = '/api/programmes/2019-city-operation/yearly-runs';
const run = promisify(execFile);

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
    const command = async (...words: string[]) => {
      const main = ['config/run.mjs', 'apps/cli/src/main', 'yearly-run', ...words];
      const env = { ...process.env, DATA_DIR: service.folder };
      return (await run(process.execPath, main, { env })).stdout;
    };
    const of = ['--programme', '2019-city-operation', '--year', '2021'];
    expect(await command(...of, '--json')).toBe(`${canonical}\n`);
    expect(await command(...of)).toContain('2021年度评定汇总');
    await command(...of.with(-1, '2020'));
    expect(await service.json(runs)).toMatchObject([{ year: 2021 }, { year: 2020, evaluated: 1 }]);
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

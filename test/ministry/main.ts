import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inLastYear, thrivingCity } from '../../apps/server/src/demonstration/city.js';
import { inventReport } from '../../apps/server/src/demonstration/invented-report.js';
import { threeCities } from '../../apps/server/src/demonstration/three-cities.js';
import { writeReports } from '../../apps/server/src/demonstration/written-reports.js';
import { Play } from './play.js';
import { Staff } from './staff.js';
import { sharing, Topology } from './topology.js';

/**
 * Plays a whole year of a ministry over HTTP and asserts every step: on SQLite with one server, or
 * with `--postgres` and `--redis` on two servers and two workers that share those.
 */
const programme = '2019-city-operation';
const folder = await mkdtemp(join(tmpdir(), 'ministry-'));
// A whole staff signs in within a minute.
const topology = new Topology({ DATA_DIR: folder, RATE_LIMIT_SIGN_IN: '100', ...shared() });
const started = Date.now();

/** The settings of what several processes share. */
function shared(): Record<string, string> {
  const given = (option: string, setting: string) =>
    process.argv.includes(option) ? (process.env[setting] ?? '') : undefined;
  const [database, queue] = [
    given('--postgres', 'TEST_POSTGRES_URL'),
    given('--redis', 'TEST_REDIS_URL'),
  ];
  return {
    ...(database !== undefined && { DATABASE_URL: database, JOBS: 'elsewhere' }),
    ...(queue !== undefined && { QUEUE_URL: queue }),
  };
}

async function step<T>(words: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  const value = await work();
  process.stdout.write(`✓ ${words}（${((Date.now() - begun) / 1000).toFixed(1)} s）\n`);
  return value;
}

async function play(): Promise<void> {
  const { url, firstCode } = await step('启动服务 the service starts', () =>
    topology.firstServer(),
  );
  const urls = [url];
  if ('DATABASE_URL' in shared()) {
    await step('第二台服务器、两个任务进程 a second server, two workers', async () => {
      while (urls.length < sharing.servers) urls.push(await topology.server());
      await Promise.all(Array.from({ length: sharing.workers }, () => topology.worker()));
    });
  }
  const [staff, elsewhere] = [new Staff(url), new Staff(urls.at(-1) ?? url)];
  const administrators = await step('建立三员 three administrators', () =>
    staff.administrators(firstCode),
  );
  const nation = { kind: 'nation' } as const;
  const [offices, clerks] = await step('聘任人员 everybody joins', async () => {
    const engage = (by: Staff, ...rest: readonly [string, Parameters<Staff['engage']>[2]]) =>
      by.engage(administrators, ...rest);
    const province = { kind: 'province', province: '95' } as const;
    return [
      {
        province: await engage(staff, 'province', { role: 'provincial-reviewer', area: province }),
        ip: await engage(elsewhere, 'ip', { role: 'ip-reviewer', area: nation }),
        finance: await engage(staff, 'finance', { role: 'finance-reviewer', area: nation }),
        approver: await engage(elsewhere, 'approver', { role: 'finance-approver', area: nation }),
      },
      {
        one: await engage(staff, 'one', {
          ...{ role: 'city-clerk', area: { kind: 'subject', code: '950001' } },
        }),
        two: await engage(elsewhere, 'two', {
          ...{ role: 'city-clerk', area: { kind: 'subject', code: '950002' } },
        }),
      },
    ] as const;
  });
  const written = await writeReports(programme, threeCities(), join(folder, 'workbooks'));
  const reportsOf = (code: string) => written.filter(({ city }) => city === code);
  const [one, two] = [
    {
      ...{ code: '950001', name: '示例市甲', underDirectPlanning: false, clerk: clerks.one },
      reports: reportsOf('950001'),
    },
    {
      ...{ code: '950002', name: '示例市乙', underDirectPlanning: true, clerk: clerks.two },
      reports: reportsOf('950002'),
    },
  ];
  const acts = new Play(offices);

  await step('登记、核定、首批拨付 enrolled, awarded, paid at first', async () => {
    for (const city of [one, two]) await acts.enrolAndAward(city);
  });
  await step('方案备案 a plan is filed', () => acts.filePlan(one));
  await step('报送 reports are submitted, forwarded and verified', async () => {
    for (const city of [one, two]) {
      for (const report of city.reports.filter(({ year }) => year < 2021)) {
        await acts.send(city, report);
        await acts.submit(city, report.year);
        await acts.verify(city, report.year);
      }
    }
  });
  await step('退回、更正、重报 a report is returned, corrected and submitted again', async () => {
    const [first] = await writeReports(programme, [withOneUnitLess()], join(folder, 'first'));
    const [corrected] = one.reports.filter(({ year }) => year === 2021);
    assert.ok(first && corrected);
    await acts.send(one, first);
    await acts.submit(one, 2021);
    await acts.giveBack(one, 2021, 'certified-units');
    await acts.send(one, corrected);
    await acts.submit(one, 2021);
    await acts.verify(one, 2021);
  });
  await step('第二市报送 the other city reports', async () => {
    const [last] = two.reports.filter(({ year }) => year === 2021);
    assert.ok(last);
    await acts.send(two, last);
    await acts.submit(two, 2021);
    await acts.verify(two, 2021);
  });
  await step('核查结论 findings', async () => {
    for (const city of [one, two]) await acts.find(city);
  });
  await step('年度评定 the yearly run', async () => {
    const { gates, subjects, releasable } = await acts.yearlyRun();
    assert.deepEqual(gates, { eligible: 1, ineligible: 1, undetermined: 0 });
    assert.deepEqual(
      subjects.find(({ code }) => code === two.code)?.notMet.map(({ target }) => target),
      ['certified-units', 'pledge-amount-growth'],
    );
    assert.equal(releasable, '6000000000');
  });
  await step('考核结论 the official conclusion', async () => {
    await acts.conclude(one, 'passed');
    await acts.conclude(two, 'failed');
  });
  await step('拨付：一人提出，另一人审批 a release by two people', () => acts.release(one));
  await step('不达标者不得拨付 nothing goes to the other', () => acts.releaseNothing(two));
  for (const words of [['audit', 'verify'], ['verify'], ['replay']]) {
    await step(`核对 ${words.join(' ')}`, async () => {
      const { status, shown } = await topology.command(...words);
      assert.equal(status, 0, shown);
    });
  }
}

/** The first city as it reported at first: one certified unit is forgotten. */
function withOneUnitLess() {
  const city = inLastYear(thrivingCity('950001', '示例市甲'), (last) => ({
    ...last,
    stock: { ...last.stock, certified: last.stock.certified - 1 },
  }));
  const story = { zh: '少一家', en: 'one less' };
  return { code: city.code, name: city.name, story, reports: [inventReport(city, 2021)] };
}

try {
  await play();
} finally {
  const ended = await topology.stop();
  assert.ok(
    ended.every((status) => status === 0),
    `ended with ${ended.join()}`,
  );
  await rm(folder, { recursive: true });
}
const seconds = ((Date.now() - started) / 1000).toFixed(0);
process.stdout.write(`一年演完，步步核对。 A whole year, every step asserted: ${seconds} s\n`);

import { join } from 'node:path';
import {
  auditPageView,
  auditVerificationView,
  jobsView,
  reportRowView,
  settingsView,
} from '#contracts';
import sqlite from 'better-sqlite3';
import { reports, ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

describe('what auditors and administrators oversee', () => {
  let service: ServiceOnTrial;
  let report: string;
  beforeAll(async () => {
    service = await ServiceOnTrial.start({
      SMTP_URL: 'smtp://me:hidden@mail',
      MAIL_FROM: 'a@b.cn',
    });
    report = await service.submit(smallReport(2021));
  });
  afterAll(() => service.stop());

  const entries = async (query = '') => {
    const auditor = await service.as('auditor');
    return auditPageView.parse(await auditor.json(`/api/audit${query}`));
  };

  it('is the audit, latest first, page by page', async () => {
    const all = await entries();
    const numbers = all.items.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers.at(-1)).toBe(1);
    const first = await entries('?limit=2');
    expect(first.items).toEqual(all.items.slice(0, 2));
    const second = await entries(`?limit=2&from=${first.next}`);
    expect(second.items).toEqual(all.items.slice(2, 4));
    expect(all.items.every(({ link }) => link !== null)).toBe(true);
  });

  it('is filtered by who, what, when and about what', async () => {
    const [received] = (await entries('?what=report-received')).items;
    expect(received).toMatchObject({ what: 'report-received', name: '试用 city-clerk' });
    const own = await entries(`?who=${received?.who}`);
    expect(new Set(own.items.map(({ who }) => who))).toEqual(new Set([received?.who]));
    const about = await entries(`?about=${report.split('/').at(-1)}`);
    expect(about.items.map(({ what }) => what)).toContain('report-accepted');
    expect(about.items.length).toBeLessThan((await entries()).items.length);
    const day = received?.at.slice(0, 10);
    expect((await entries(`?since=${day}&until=${day}`)).items).not.toEqual([]);
    expect((await entries('?since=2999-01-01')).items).toEqual([]);
    expect((await entries('?until=1999-12-31')).items).toEqual([]);
    expect((await entries('?about=nobody')).items).toEqual([]);
    expect((await (await service.as('auditor')).get('/api/audit?about=%25')).status).toBe(400);
  });

  it('is verified by a call, which names what was changed past the service', async () => {
    const [auditor, clerk] = [await service.as('auditor'), await service.as('city-clerk')];
    const verify = async () =>
      auditVerificationView.parse(await auditor.json('/api/audit/verification'));
    const [whole, again] = await Promise.all([verify(), verify()]);
    expect(whole).toMatchObject({ deviations: 0, found: [] });
    expect(whole.links).toBe(whole.checkpoint?.number);
    expect(await clerk.json('/api/audit/checkpoint')).toEqual(whole.checkpoint);
    expect(again).toEqual(whole);
    const database = new sqlite(join(service.folder, 'pilot-targets.sqlite'));
    const rename = (name: string) =>
      database.prepare("UPDATE subject SET name = ? WHERE code = '999901'").run(name);
    const triggers = database
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'subject'",
      )
      .all();
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
    rename('别的市');
    const changed = await verify();
    rename('示例市');
    for (const { sql } of triggers) database.exec(sql);
    database.close();
    expect(changed.deviations).toBe(1);
    expect(changed.found[0]).toContain('subject');
    expect(await verify()).toMatchObject({ deviations: 0 });
  });

  it('is the settings in force without what is secret, and the jobs', async () => {
    const administrator = await service.as('system-administrator');
    const settings = settingsView.parse(await administrator.json('/api/settings'));
    expect(settings).toContainEqual({ name: 'UPLOAD_LIMIT_MB', value: '1' });
    expect(settings).toContainEqual({ name: 'SMTP_URL', value: '已设置 set' });
    expect(settings).toContainEqual({ name: 'DATABASE_URL', value: null });
    expect(JSON.stringify(settings)).not.toContain('hidden');
    const jobs = jobsView.parse(await administrator.json('/api/jobs'));
    expect(jobs).toMatchObject({ items: [], next: null, counts: { failed: 0 } });
    expect(jobs.counts.succeeded).toBeGreaterThan(1);
  });

  it('is any row of a report, to its cells', async () => {
    const at = (place: string) => `${report}/ledgers/${place}`;
    const row = reportRowView.parse(await service.json(at('certified-units/rows/2')));
    expect(row).toMatchObject({ fileName: '报告.json', sheet: '贯标单位', row: 2 });
    expect(row.cells).toMatchObject({ 统一社会信用代码: '914403001922038216' });
    expect((await service.get(at('certified-units/rows/999'))).status).toBe(422);
    expect((await service.get(at('nothing/rows/2'))).status).toBe(422);
    expect((await service.get(`${reports}/${crypto.randomUUID()}/ledgers/x/rows/2`)).status).toBe(
      404,
    );
  });
});

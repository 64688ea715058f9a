import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import {
  determinationView,
  evaluationView,
  failureView,
  findingView,
  moneyEntryView,
  pageOf,
} from '#contracts';
import { z } from 'zod';
import { reports, ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const subject = '/api/subjects/2019-city-operation/999901';

const someText: unknown = expect.any(String);
const listWith = (item: object): unknown => expect.arrayContaining([expect.objectContaining(item)]);
const evaluations = pageOf(evaluationView);
const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

describe('the service', () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start();
  });
  afterEach(() => service.stop());

  it('answers an upload at once, and ends in a frozen determination', async () => {
    const answer = await service.upload(smallReport(2021));
    expect(answer.status).toBe(202);
    const location = answer.headers.get('location') ?? '';
    const told = await service.follow(location);
    expect(told.at(-1)).toEqual({ stage: 'done', rows: 4 });

    expect(await service.json(location)).toMatchObject({
      fileName: '报告.json',
      state: {
        kind: 'accepted',
        subjectName: '示例市',
        year: 2021,
        rows: { accepted: 4, rejected: 1 },
      },
    });
    const current = await service.get(`${subject}/determinations/2021`);
    const canonical = await current.text();
    const hash = createHash('sha256').update(canonical).digest('hex');
    expect(current.headers.get('etag')).toBe(`"${hash}"`);
    expect(JSON.parse(canonical)).toMatchObject({ year: 2021, basis: 'evidence', whatIf: false });
    expect(await (await service.get(`${subject}/determinations/by-hash/${hash}`)).text()).toBe(
      canonical,
    );
    expect(await service.json(`${subject}/determinations`)).toMatchObject({
      items: [{ hash, year: 2021 }],
      next: null,
    });
  });

  it('lists every problem under the name that the file came with', async () => {
    const location = await service.submit(smallReport(2021));
    expect(await service.json(`${location}/problems`)).toMatchObject({
      items: listWith({
        ...{ severity: 'error', file: '报告.json', sheet: '贯标单位', row: 3 },
        ...{ column: '统一社会信用代码', seen: '914403001922038217' },
      }),
    });
  });

  it('takes the same file as the same report, however it is sent', async () => {
    const location = await service.submit(smallReport(2021));
    for (const again of [
      await service.upload(smallReport(2021), '另一个名字.json'),
      await service.uploadBare(smallReport(2021), '?name=bare.json'),
    ]) {
      expect(again.status).toBe(200);
      expect(again.headers.get('location')).toBe(location);
    }
    expect(await service.json(reports)).toMatchObject({ items: [{}], next: null });
  });

  it('takes the same file twice at the same moment as one report', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => service.upload(smallReport(2021))),
    );
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
  });

  it('records a file that cannot be read as refused, and keeps nothing else of it', async () => {
    const location = await service.submit(Buffer.from('不是工作簿'));
    const told = await service.follow(location);
    expect(told).toEqual([{ stage: 'refused', rows: 0 }]);
    expect(await service.json(location)).toMatchObject({
      state: { kind: 'refused', code: 'not-a-workbook', message: someText },
    });
    expect(await service.json(`${location}/problems`)).toEqual({ items: [], next: null });
    expect(await service.json(`${subject}/years`)).toEqual([]);
    expect(bytesKept(service.folder)).toBe(0);
    await service.submit(smallReport(2021));
    expect(bytesKept(service.folder)).toBeGreaterThan(0);
  });

  it('refuses an empty upload, one without a file, and one above the limit', async () => {
    expect((await service.upload(Buffer.alloc(0))).status).toBe(400);
    expect((await service.post(reports, {})).status).toBe(400);
    expect((await service.upload(Buffer.alloc(1024 * 1024 + 1))).status).toBe(413);
    expect(await service.json(reports)).toEqual({ items: [], next: null });
  });

  it('evaluates the years that a new report bears on, and no others', async () => {
    for (const year of [2020, 2021]) await service.submit(smallReport(year));
    const evaluated = async () => {
      const { items } = evaluations.parse(await service.json(`${subject}/determinations`));
      return items.map(({ year }) => year);
    };
    expect(await evaluated()).toEqual([2021, 2020]);
    await service.submit(smallReport(2018));
    expect((await evaluated()).toSorted()).toEqual([2020, 2020, 2021, 2021]);
    await service.submit(smallReport(2019));
    expect(await service.json(`${subject}/years`)).toEqual([2018, 2019, 2020, 2021]);
  });

  it('says what remains, and opens no money', async () => {
    await service.submit(smallReport(2021));
    const money = `${subject}/money`;
    const award = { kind: 'award', amount: '15000', document: '财建〔2019〕1号' };
    expect((await service.post(money, { ...award, amount: '14999.999999' })).status).toBe(422);
    expect((await service.post(money, { ...award, kind: 'payment' })).status).toBe(409);
    expect((await service.post(money, award)).status).toBe(201);
    const payment = { kind: 'payment', amount: '10000.000001', document: '财建〔2019〕2号' };
    const [first, same] = [await service.post(money, payment), await service.post(money, payment)];
    expect([first.status, same.status]).toEqual([201, 200]);
    expect(await same.json()).toEqual(await first.json());
    expect(await service.json(money)).toMatchObject({ items: [{ kind: 'award' }, payment] });
    expect((await service.post(money, { ...payment, amount: '1' })).status).toBe(409);
    expect((await service.post(money, { ...payment, document: '3', amount: '5000' })).status).toBe(
      409,
    );
    expect(await service.json(`${subject}/gate`)).toMatchObject({
      ...{ year: 2021, basis: 'evidence', opensMoney: false },
      why: listWith({ code: 'no-official-conclusion' }),
      money: { award: '15000', paid: '10000.000001', remaining: '4999.999999' },
    });
  });

  it('counts a corrected entry of money in place of the one that it names', async () => {
    const money = `${subject}/money`;
    const award = { kind: 'award', amount: '18000', document: '财建〔2019〕1号' };
    const { id } = moneyEntryView.parse(await (await service.post(money, award)).json());
    await service.post(money, { kind: 'payment', amount: '15000', document: '财建〔2019〕2号' });
    const correction = { ...award, amount: '16000', document: '财建〔2019〕3号', replaces: id };
    const [first, same] = [
      await service.post(money, correction),
      await service.post(money, correction),
    ];
    expect([first.status, same.status]).toEqual([201, 200]);
    expect(await same.json()).toEqual(await first.json());
    const again = await service.post(money, { ...correction, document: '财建〔2019〕4号' });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({
      error: {
        code: 'not-the-current-money-entry',
        message: `${id} 不是该主体现行的同类资金记录，请重新查看，更正现行的。`,
      },
    });
    expect(await service.json(money)).toMatchObject({
      items: [{ ...award, replaces: null }, { kind: 'payment' }, correction],
    });
    expect(await service.json(`${subject}/gate`)).toMatchObject({
      money: { award: '16000', paid: '15000', remaining: '1000' },
    });
  });

  it('says in Chinese what is wrong with a request, and that there is no such address', async () => {
    expect(await service.json('/api/nothing')).toMatchObject({
      error: { message: '没有这个地址，接口说明见 /api/docs。' },
    });
    expect(await service.json(`${subject}/gate?year=x`)).toMatchObject({
      error: { details: [expect.stringMatching(/^year: .*[\u4e00-\u9fff]/)] },
    });
  });

  it('takes money only as the programme bounds it, of a subject that there can be', async () => {
    const status = async (code: string, kind: string, amount: string, document = '一号') => {
      const path = `/api/subjects/2019-city-operation/${code}/money`;
      return (await service.post(path, { kind, amount, document })).status;
    };
    // 840000 is in no province, and the rest is no division's code at all.
    expect((await service.enrol('840000')).status).toBe(422);
    expect((await service.enrol('91440300192203821')).status).toBe(422);
    expect(await status('950001', 'award', '20000')).toBe(404);
    expect((await service.enrol('950001')).status).toBe(201);
    expect((await service.enrol('950001')).status).toBe(200);
    expect(await status('950001', 'award', '20000.000001')).toBe(422);
    expect(await status('950001', 'award', '20000')).toBe(201);
    expect(await status('950001', 'payment', '0')).toBe(422);
    expect(await status('950001', 'payment', '9999.999999')).toBe(422);
    expect(await status('950001', 'payment', '15000.000001')).toBe(422);
    expect(await status('950001', 'payment', '10000')).toBe(201);
    expect(await status('950001', 'payment', '0', '二号')).toBe(422);
    expect(await status('950001', 'payment', '5000.000001', '二号')).toBe(422);
    expect(await status('950001', 'payment', '5000', '二号')).toBe(201);
    expect(await status('950001', 'payment', '5000', '一号')).toBe(409);
    const money = '/api/subjects/2019-city-operation/950001/money';
    expect(await service.json(`${money}?limit=3`)).toMatchObject({
      items: [{}, {}, {}],
      next: null,
    });
    const unknown = '/api/subjects/2018-no-programme/950001/money';
    const award = { kind: 'award', amount: '20000', document: '一号' };
    expect((await service.post(unknown, award)).status).toBe(404);
  });

  it('counts what a reviewer found, and lets a correction only follow what it corrects', async () => {
    const location = await service.submit(smallReport(2021));
    const outcome = async () => {
      await service.follow(location);
      const { targets } = determinationView.parse(
        await service.json(`${subject}/determinations/2021`),
      );
      return targets.find(({ id }) => id === 'mixed-pledge')?.outcome;
    };
    const findings = `${subject}/findings`;
    const finding = {
      ...{ target: 'mixed-pledge', on: 'unknown', year: 2021, outcome: 'met', reason: '已核查' },
    };
    const refused = await service.post(findings, finding);
    expect(refused.status).toBe(422);
    const baseless = { ...finding, target: 'custody-smes', on: 'base' };
    expect((await service.post(findings, baseless)).status).toBe(422);
    const asked = failureView.parse(await refused.json());
    const on = / ([a-z-]+)\.$/.exec(asked.error.messageEn)?.[1];
    expect(await outcome()).toBe('undetermined');
    const first = await service.post(findings, { ...finding, on });
    expect(first.status).toBe(201);
    expect(await outcome()).toBe('met');
    const { id } = findingView.parse(await first.json());
    expect((await service.post(findings, { ...finding, on })).status).toBe(409);
    const correction = { ...finding, on, outcome: 'not_met', replaces: id };
    expect((await service.post(findings, correction)).status).toBe(201);
    expect(await outcome()).toBe('not_met');
    expect((await service.post(findings, correction)).status).toBe(409);
    expect(await service.json(findings)).toMatchObject({
      items: [{ replaces: null }, { replaces: id }],
    });
  });

  it('answers what it does not know with 404, and what is malformed with 400', async () => {
    const nobody = '/api/subjects/2019-city-operation/999999';
    for (const [path, status] of [
      [`${reports}/0b7e9b9e-4d62-4b6f-8d0e-6f6f5b8f5a11`, 404],
      [`${reports}/1`, 400],
      [`${reports}?limit=0`, 400],
      [`${subject}/determinations/by-hash/${'0'.repeat(64)}`, 404],
      [`${subject}/determinations/by-hash/xyz`, 400],
      [`${nobody}/reports`, 404],
      [nobody, 404],
      ...['', '/determinations', '/determinations/2021', '/gate', '/findings', '/money'].map(
        (list) => [`/api/subjects/2018-no-programme/999901${list}`, 404] as const,
      ),
      [`${nobody}/gate`, 404],
      [`${nobody}/determinations/2021`, 404],
      ['/api/nothing', 404],
    ] as const) {
      const answer = await service.get(path);
      expect([path, answer.status]).toEqual([path, status]);
      expect(await answer.json()).toMatchObject({ error: { message: someText } });
    }
  });

  it('describes every route that it serves, and says that it is no demonstration', async () => {
    const described = openApi.parse(await service.json('/api/docs-json'));
    const operations = Object.values(described.paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThan(10);
    for (const operation of operations) {
      expect(operation).toMatchObject({ summary: someText, tags: [someText] });
    }
    expect(await service.json('/api/about')).toMatchObject({ demonstration: false });
    expect((await service.get('/health/live')).status).toBe(200);
    expect((await service.get('/health/ready')).status).toBe(200);
  });
});

/** How many bytes of files a service's database holds. */
function bytesKept(folder: string): unknown {
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'), { readonly: true });
  try {
    return database.prepare('SELECT coalesce(sum(length(bytes)), 0) FROM file_piece').pluck().get();
  } finally {
    database.close();
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, once, system } from '#application';
import { failureView } from '#contracts';
import { openStore } from '#persistence';
import { reports, ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const money = '/api/subjects/2019-city-operation/999901/money';
const award = { kind: 'award', amount: '15000', document: '示例核〔2019〕1号' };
const payment = { kind: 'payment', amount: '10000', document: '示例拨〔2019〕1号' };
const papers = '/api/subjects/:programme/:code/papers';
/** What shows a secret, which is not kept, ends a session, or issues what is issued but once anyhow. */
const exempt = [
  ...['DELETE /api/session', 'POST /api/tokens', 'POST /api/accounts/:account/resets'],
  ...['self-assessment', 'summary', 'release-letter'].map((kind) => `POST ${papers}/${kind}`),
];
const inPlaceOf = (name: string) =>
  ({ ':programme': '2019-city-operation', ':code': '999901', ':year': '2021' })[name] ??
  '0b7e9b9e-4d62-4b6f-8d0e-6f6f5b8f5a11';

/** Each request has an id of its own, whatever it is answered. */
const told = async (answer: Response) => ({
  status: answer.status,
  body: (await answer.text()).replace(/"requestId":"[^"]*"/, ''),
});

describe('a call that changes something', () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
  });
  afterEach(() => service.stop());
  const entries = () => service.json(money);

  it('needs a key of its own, on every route', async () => {
    const changing = service.routes.flatMap(({ method, path, allowed }) => {
      const isExempt = allowed === 'everybody' || exempt.includes(`${method} ${path}`);
      if (method === 'GET' || isExempt) return [];
      const [role] = allowed.roles;
      return role ? [{ method, path: path.replaceAll(/:\w+/g, inPlaceOf), role }] : [];
    });
    expect(changing.length).toBeGreaterThan(10);
    for (const { path, method, role } of changing) {
      for (const key of ['', 'a b']) {
        const answer = await (await service.as(role)).send(method, path, {}, key);
        expect([path, answer.status]).toEqual([path, 400]);
        expect(failureView.parse(await answer.json()).error.code).toBe('key-missing');
      }
    }
  });

  it('is done once and answered alike, whatever has happened since', async () => {
    const first = await told(await service.post(money, award, 'one'));
    expect(first.status).toBe(201);
    expect((await service.post(money, payment, 'two')).status).toBe(201);
    expect(await told(await service.post(money, award, 'one'))).toEqual(first);
    // By another key it is another call, which finds the entry that there is.
    expect((await service.post(money, award, 'three')).status).toBe(200);
    expect(await entries()).toMatchObject({ items: [award, payment] });
  });

  it('is refused where its key was another call’s', async () => {
    await service.post(money, award, 'one');
    for (const [path, body] of [
      [money, { ...award, amount: '15001' }],
      ['/api/subjects/2019-city-operation/999902/money', award],
    ] as const) {
      const answer = await service.post(path, body, 'one');
      expect(answer.status).toBe(422);
      expect(failureView.parse(await answer.json()).error.code).toBe('key-used');
    }
    expect(await entries()).toMatchObject({ items: [award] });
  });

  it('stays refused once it was, and is not remembered where it was malformed', async () => {
    const refused = await told(await service.post(money, payment, 'one'));
    expect(refused.status).toBe(409);
    expect((await service.post(money, { ...award, amount: 'much' }, 'two')).status).toBe(400);
    expect((await service.post(money, award, 'two')).status).toBe(201);
    expect(await told(await service.post(money, payment, 'one'))).toEqual(refused);
    expect((await service.post(money, payment, 'three')).status).toBe(201);
  });

  it('has one effect and one answer when it comes many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => told(await service.post(money, award, 'one'))),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await entries()).toMatchObject({ items: [award], next: null });
  });

  it('covers the file of an upload', async () => {
    const upload = (file: Uint8Array) => service.upload(file, '报告.json', 'one');
    const first = await upload(smallReport(2021));
    const again = await upload(smallReport(2021));
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await again.text()).toBe(await first.text());
    expect((await upload(smallReport(2020))).status).toBe(422);
    expect(await service.json(reports)).toMatchObject({ items: [{}], next: null });
  });
});

describe('an answer', () => {
  it('is forgotten after thirty days, and a refusal is audited with it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'once-'));
    const stores = await openStore(folder, 'product');
    let now = '2026-11-21T12:00:00.000+08:00';
    const entries: unknown[] = [];
    const audit = {
      add: (entry: unknown) => Promise.resolve(void entries.push(entry)),
      checkpoint: () => stores.audit.checkpoint(),
      list: () => Promise.reject(new Error('nobody lists')),
    };
    const service = { ...stores, audit, clock: { now: () => now } };
    let calls = 0;
    const call = (content: string) =>
      once(service, system, { key: 'one', request: 'POST /x', content }, () =>
        Promise.resolve({ answer: String(++calls), refusal: 'no-award' }),
      );
    expect(await call('a')).toEqual({ ok: true, value: '1' });
    now = after(now, 30 * 24 * 60 * 60 * 1000);
    expect(await call('a')).toEqual({ ok: true, value: '1' });
    expect(await call('b')).toMatchObject({ failure: { kind: 'key-used' } });
    now = after(now, 1);
    expect(await call('b')).toEqual({ ok: true, value: '2' });
    expect(entries).toMatchObject(
      ['no-award', 'key-used', 'no-award'].map((failure) => ({
        ...{ who: 'system', what: 'refused', about: { request: 'POST /x', failure } },
      })),
    );
    await stores.close();
    await rm(folder, { recursive: true });
  });
});

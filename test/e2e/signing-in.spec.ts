import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accountView,
  deviceView,
  enrolmentCodeView,
  firstAdministratorsView,
  issuedTokenView,
  signedInView,
  type NewGrantBody,
} from '#contracts';
import sqlite from 'better-sqlite3';
import { generateSync } from 'otplib';
import { startServer, type RunningServer } from '../../apps/server/src/start-server.js';
import { readSettings } from '../../config/settings.js';
import { authorizationOf } from '../people-on-trial.js';
import { demandWholeAudit } from '../whole-audit.js';
import { ClientOnTrial, failureOf } from './client-on-trial.js';
import { password, person } from './newcomers.js';
import { reports, ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const someText: unknown = expect.any(String);
/** Codes serve once, and that of the next step is let in already. */
const codeOf = (secret: string, steps: number) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });
describe('an empty database', () => {
  let folder: string;
  let server: RunningServer;
  let stranger: ClientOnTrial;
  const start = async () => {
    server = await startServer(
      readSettings({
        ...{ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', TRUSTED_PROXIES: '127.0.0.1' },
      }),
      'product',
    );
    stranger = new ClientOnTrial(server.url, {});
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'people-'));
    await start();
  });
  afterEach(async () => {
    await server.stop();
    await demandWholeAudit(folder);
    await rm(folder, { recursive: true });
  });

  const enrol = async (email: string, code: string, hasDevice = true) => {
    const offered = hasDevice && (await stranger.post('/api/enrolment/device', { code }));
    const device = offered ? deviceView.parse(await offered.json()).secret : undefined;
    const proof = device === undefined ? {} : { deviceCode: codeOf(device, 0) };
    const enrolled = await stranger.post('/api/enrolment', { code, password, ...proof });
    expect(enrolled.status).toBe(200);
    const next = device === undefined ? {} : { deviceCode: codeOf(device, 1) };
    const attempt = { email, password, bearer: true, ...next };
    const { secret } = signedInView.parse(
      await (await stranger.post('/api/session', attempt)).json(),
    );
    return new ClientOnTrial(server.url, { authorization: `Bearer ${secret ?? ''}` });
  };
  const administrators = async () => {
    const made = await stranger.post('/api/first-administrators', {
      ...{ code: server.firstCode, auditor: person('auditor') },
      ...{ 'system-administrator': person('system'), 'security-administrator': person('security') },
    });
    expect(made.status).toBe(201);
    const all = [];
    for (const { account, enrolment } of firstAdministratorsView.parse(await made.json())) {
      all.push(await enrol(account.email, enrolment.code));
    }
    const [system, security, auditor] = all;
    if (!system || !security || !auditor) throw new Error('administrators are missing');
    return { system, security, auditor };
  };

  /** No script reads them and no other site sends them; by TLS nobody else sees them. */
  const expectCookies = async (email: string) => {
    const signIn = (headers: Record<string, string>) =>
      stranger.sendRaw('POST', '/api/session', {
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ email, password }),
      });
    const plain = await signIn({});
    const given = plain.headers.get('set-cookie') ?? '';
    expect(given).toMatch(/^session=s-[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await plain.text()).not.toContain('s-');
    const safe = await signIn({ 'x-forwarded-proto': 'https' });
    expect(safe.headers.get('set-cookie')).toMatch(/; SameSite=Strict; Secure$/);
    const headers = { cookie: given.split(';')[0] ?? '', 'sec-fetch-site': 'same-origin' };
    const out = await stranger.sendRaw('DELETE', '/api/session', { headers });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([
      ...[200, 'session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0'],
    ]);
    const after = await stranger.sendRaw('GET', '/api/session', { headers });
    expect(await failureOf(after)).toBe('401 not-signed-in');
  };

  it('lets a joiner in by two administrators, and a leaver out', async () => {
    const first = server.firstCode;
    const { system, security, auditor } = await administrators();
    const joined = await system.post('/api/accounts', person('clerk'));
    const { id } = accountView.parse(await joined.json());
    const grant: NewGrantBody = { role: 'city-clerk', area: { kind: 'subject', code: '999901' } };
    expect(await failureOf(await system.post(`/api/accounts/${id}/grants`, grant))).toBe(
      '403 role-not-allowed',
    );
    expect(await failureOf(await auditor.post('/api/accounts', person('x')))).toBe(
      '403 role-not-allowed',
    );
    expect((await security.post(`/api/accounts/${id}/grants`, grant)).status).toBe(201);
    const reset = await security.post(`/api/accounts/${id}/resets`, {});
    const { code } = enrolmentCodeView.parse(await reset.json());
    const clerk = await enrol('clerk@trial.example', code, false);
    expect(await clerk.json('/api/session')).toMatchObject({
      account: { id, name: '张三', grant },
    });
    await expectCookies('clerk@trial.example');
    expect(await failureOf(await system.get('/api/subjects?programme=x'))).toBe(
      '403 role-not-allowed',
    );
    expect(await security.json(`/api/accounts/${id}/sessions`)).toMatchObject([{}, {}]);
    expect((await system.post(`/api/accounts/${id}/closure`, {})).status).toBe(200);
    expect(await failureOf(await clerk.get('/api/session'))).toBe('401 not-signed-in');
    expect(await auditor.json('/api/accounts?limit=4')).toMatchObject({
      items: [{ grant: {} }, {}, {}, { id, grant, closedAt: someText }],
    });

    // The first code and the empty database are over for good.
    await server.stop();
    await start();
    expect(server.firstCode).toBeUndefined();
    const again = { code: first, auditor: person('a') };
    const three = {
      ...{ ...again, 'system-administrator': person('b') },
      'security-administrator': person('c'),
    };
    expect(await failureOf(await stranger.post('/api/first-administrators', three))).toBe(
      '401 code-refused',
    );
    const file = await readFile(join(folder, 'pilot-targets.sqlite'), 'latin1');
    for (const secret of [first ?? 'none', code, password]) expect(file).not.toContain(secret);
  });

  it('has a key beside it that its owner alone reads, and starts with no other', async () => {
    const key = join(folder, 'secrets.key');
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    const right = await readFile(key, 'utf8');
    await server.stop();
    await writeFile(key, '0'.repeat(64));
    await expect(start()).rejects.toThrow('不是该数据库所用的密钥');
    await writeFile(key, 'a key');
    await expect(start()).rejects.toThrow('64 位十六进制');
    await writeFile(key, right);
    await start();
  });
});

describe('a browser', () => {
  let service: ServiceOnTrial;
  let cookie: string;
  beforeAll(async () => {
    service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
    cookie = authorizationOf('city-clerk').authorization.replace('Bearer ', 'session=');
  });
  afterAll(() => service.stop());
  const upload = (headers: Record<string, string>) =>
    service.stranger.sendRaw('POST', reports, {
      headers: { 'content-type': 'application/octet-stream', cookie, ...headers },
      body: Uint8Array.from(smallReport(2021)),
    });

  it('changes nothing by its cookie for the page of another site', async () => {
    for (const headers of [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: service.url.replace(/\d+$/, '1') },
      { origin: service.url, 'sec-fetch-site': 'cross-site' },
    ]) {
      expect([headers, await failureOf(await upload(headers))]).toEqual([
        ...[headers, '403 foreign-origin'],
      ]);
    }
    expect((await upload({ 'sec-fetch-site': 'same-origin' })).status).toBe(202);
    expect((await upload({ origin: service.url })).status).toBe(200);
    const read = await service.stranger.sendRaw('GET', reports, { headers: { cookie } });
    expect(read.status).toBe(200);
  });

  it('is not seen by what its pages ask for by themselves', async () => {
    const database = new sqlite(join(service.folder, 'pilot-targets.sqlite'));
    const tenMinutesAgo = new Date(Date.now() + (8 * 60 - 10) * 60_000).toISOString();
    const past = tenMinutesAgo.replace('Z', '+08:00');
    database.prepare('UPDATE session SET seen_at = ?').run(past);
    const seen = () => database.prepare('SELECT DISTINCT seen_at FROM session').pluck().all();
    const ask = async (headers: Record<string, string>) => {
      const request = { headers: { cookie, ...headers } };
      const { status } = await service.stranger.sendRaw('GET', '/api/session', request);
      expect(status).toBe(200);
    };
    await ask({ 'x-unattended': '1' });
    await ask({ accept: 'text/event-stream' });
    expect(seen()).toEqual([past]);
    await ask({});
    expect(seen()).not.toEqual([past]);
    database.close();
  });
});

describe('a machine', () => {
  let service: ServiceOnTrial;
  beforeAll(async () => {
    service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
  });
  afterAll(() => service.stop());

  it('does what its token lets it, and nothing else that its account may', async () => {
    const clerk = await service.as('city-clerk');
    const machine = async (...scopes: readonly string[]) => {
      const answer = await clerk.post('/api/tokens', { name: '报送程序', scopes, days: 30 });
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const { id, secret } = issuedTokenView.parse(await answer.json());
      return { id, client: new ClientOnTrial(service.url, { authorization: `Bearer ${secret}` }) };
    };
    const upload = (client: ClientOnTrial) =>
      client.sendRaw('POST', reports, {
        headers: { 'content-type': 'application/octet-stream' },
        body: Uint8Array.from(smallReport(2021)),
      });
    const [reading, sending] = [await machine('read'), await machine('submit')];
    expect((await reading.client.get(reports)).status).toBe(200);
    expect(await failureOf(await upload(reading.client))).toBe('403 scope-not-allowed');
    expect((await upload(sending.client)).status).toBe(202);
    expect(await failureOf(await sending.client.get(reports))).toBe('403 scope-not-allowed');
    const another = { name: '又一个', scopes: ['read'], days: 1 };
    expect(await failureOf(await reading.client.post('/api/tokens', another))).toBe(
      '403 scope-not-allowed',
    );
    expect((await clerk.send('DELETE', `/api/tokens/${reading.id}`)).status).toBe(200);
    expect(await failureOf(await reading.client.get(reports))).toBe('401 not-signed-in');
    expect(JSON.stringify(await clerk.json('/api/tokens'))).not.toContain('secret');
  });
});

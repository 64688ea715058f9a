import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Module, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  accountView,
  deviceView,
  enrolmentCodeView,
  failureView,
  firstAdministratorsView,
  issuedTokenView,
  signedInView,
  type NewGrantBody,
} from '#contracts';
import sqlite from 'better-sqlite3';
import { generateSync } from 'otplib';
import { z } from 'zod';
import { declaredRoutes } from '../../apps/server/src/people/declared-routes.js';
import { startServer, type RunningServer } from '../../apps/server/src/start-server.js';
import { readSettings } from '../../config/settings.js';
import { authorizationOf } from '../people-on-trial.js';
import { demandWholeAudit } from '../whole-audit.js';
import { ClientOnTrial } from './client-on-trial.js';
import { reports, ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const password = 'zwölf Zeichen!';
const someText: unknown = expect.any(String);
const person = (mailbox: string) => ({
  ...{ name: '张三', organisation: '示例中心', email: `${mailbox}@trial.example` },
});
/** Codes serve once, and that of the next step is let in already. */
const codeOf = (secret: string, steps: number) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });
const failureOf = async (answer: Response) =>
  `${answer.status} ${failureView.parse(await answer.json()).error.code}`;

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

/** What was refused, as the audit log tells it. */
function refusalsIn(folder: string): readonly unknown[] {
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'), { readonly: true });
  const told = database
    .prepare<[], { who: string; what: string; about: string }>(
      `SELECT who, what, about FROM audit_entry WHERE what LIKE '%refused' ORDER BY number`,
    )
    .all();
  database.close();
  return told.map(({ who, what, about }) => {
    const things = z.record(z.string(), z.string()).parse(JSON.parse(about));
    return [who === 'system' ? 'nobody known' : 'somebody', what, things];
  });
}

describe('a refusal', () => {
  it('of somebody known is in the audit log', async () => {
    const service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
    const clerk = await service.as('city-clerk');
    const foreign = '/api/subjects/2019-city-operation/950001/money';
    await clerk.get(`${foreign}?limit=1`);
    await clerk.post(foreign, {});
    await service.stranger.post('/api/session', { email: 'nobody@trial.example', password });
    expect(refusalsIn(service.folder)).toEqual([
      ['somebody', 'access-refused', { request: `GET ${foreign}`, failure: 'unknown-subject' }],
      ['somebody', 'access-refused', { request: `POST ${foreign}`, failure: 'role-not-allowed' }],
      ['nobody known', 'sign-in-refused', { account: '', from: '127.0.0.1' }],
    ]);
    await service.stop();
  });

  it('of what is not answered once is in the audit log, once, and nothing malformed is', async () => {
    const service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
    const told: unknown[] = [];
    const refused = async (client: ClientOnTrial, path: string, body: unknown, failure: string) => {
      expect(await failureOf(await client.post(path, body))).toContain(failure);
      told.push(['somebody', 'refused', { request: `POST ${path}`, failure }]);
    };
    const [security, auditor, finance, clerk] = await Promise.all([
      ...[service.as('security-administrator'), service.as('auditor')],
      ...[service.as('finance-reviewer'), service.as('city-clerk')],
    ]);
    if (!security || !auditor || !finance || !clerk) throw new Error('somebody is missing');
    const { account } = signedInView.parse(await security.json('/api/session'));
    await refused(security, `/api/accounts/${account.id}/resets`, {}, 'own-account');
    const token = { name: '程序', scopes: ['submit'], days: 1 };
    await refused(auditor, '/api/tokens', token, 'scope-beyond-role');
    const letter = reports.replace('reports', 'papers/release-letter');
    const release = '0b7e9b9e-4d62-4b6f-8d0e-6f6f5b8f5a11';
    await refused(finance, letter, { release }, 'unknown-release');
    expect((await finance.post(letter, { release: 1 })).status).toBe(400);
    const headers = { 'content-type': 'application/octet-stream' };
    const upload = (size: number, key?: string) =>
      clerk.sendRaw('POST', reports, { headers, body: new Uint8Array(size) }, key);
    expect(await failureOf(await upload(2 ** 20 + 1))).toBe('413 file-too-large');
    told.push(['somebody', 'refused', { request: `POST ${reports}`, failure: 'file-too-large' }]);
    await upload(1, 'one');
    expect(await failureOf(await upload(2, 'one'))).toBe('422 key-used');
    told.push(['somebody', 'refused', { request: `POST ${reports}`, failure: 'key-used' }]);
    expect(await failureOf(await upload(0))).toBe('400 file-missing');
    expect(refusalsIn(service.folder)).toEqual(told);
    await service.stop();
  });

  it('of a code is in the audit log without it, as often as codes may be tried', async () => {
    const service = await ServiceOnTrial.start({ JOBS: 'elsewhere', RATE_LIMIT_SIGN_IN: '4' });
    const [system, security] = [
      await service.as('system-administrator'),
      await service.as('security-administrator'),
    ];
    const { id } = accountView.parse(
      await (await system.post('/api/accounts', person('x'))).json(),
    );
    await security.post(`/api/accounts/${id}/grants`, {
      ...{ role: 'ip-reviewer', area: { kind: 'nation' } },
    });
    const reset = await security.post(`/api/accounts/${id}/resets`, {});
    const { code: right } = enrolmentCodeView.parse(await reset.json());
    const three = {
      ...{ 'system-administrator': person('a'), 'security-administrator': person('b') },
      auditor: person('c'),
    };
    const told: unknown[] = [];
    for (const [path, body, failure] of [
      ['first-administrators', { code: 'a-guess', ...three }, 'code-refused'],
      ['enrolment/device', { code: 'a-guess' }, 'code-refused'],
      ['enrolment', { code: 'a-guess', password }, 'code-refused'],
      ['enrolment', { code: right, password, deviceCode: '000000' }, 'device-not-proven'],
    ] as const) {
      const request = `POST /api/${path}`;
      expect(await failureOf(await service.stranger.post(`/api/${path}`, body))).toContain(failure);
      told.push(['nobody known', 'refused', { request, failure, from: '127.0.0.1' }]);
    }
    expect(refusalsIn(service.folder)).toEqual(told);
    for (let time = 0; time < 3; time++) {
      const guess = await service.stranger.post('/api/enrolment/device', { code: 'a-guess' });
      expect(await failureOf(guess)).toBe('429 too-many-requests');
    }
    expect(refusalsIn(service.folder)).toHaveLength(4);
    const file = await readFile(join(service.folder, 'pilot-targets.sqlite'), 'latin1');
    for (const secret of ['a-guess', right, password]) expect(file).not.toContain(secret);
    await service.stop();
  });
});

describe('a route that does not declare who may use it', () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get(':id')
    read(): string {
      return 'everything';
    }
  }
  @Module({ controllers: [ForgottenController] })
  class ForgottenModule {}

  const quiet: Pick<NestApplicationOptions, 'logger'> = { logger: false };

  it('keeps the server from starting', async () => {
    const app = await NestFactory.create<NestFastifyApplication>(
      ForgottenModule,
      new FastifyAdapter(),
      quiet,
    );
    expect(() => declaredRoutes(app)).toThrow('GET /forgotten/:id');
    await app.close();
  });
});

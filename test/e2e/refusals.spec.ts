import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountView, enrolmentCodeView, issuedTokenView, signedInView } from '#contracts';
import sqlite from 'better-sqlite3';
import { z } from 'zod';
import { ClientOnTrial, failureOf } from './client-on-trial.js';
import { password, person } from './newcomers.js';
import { reports, ServiceOnTrial } from './service-on-trial.js';

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

/** As if somebody had signed in the day before and gone. */
function addSessionThatIsOver(folder: string, account: string, secret: string): void {
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'));
  const [begun, ended] = ['2026-01-01T08:00:00.000+08:00', '2026-01-01T20:00:00.000+08:00'];
  database
    .prepare(
      `INSERT INTO session (id, account, secret_hash, begun_at, seen_at, ends_at)
       VALUES ('over', ?, ?, ?, ?, ?)`,
    )
    .run(account, createHash('sha256').update(secret).digest('hex'), begun, begun, ended);
  database.close();
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
    expect(await failureOf(await upload(2 ** 26))).toBe('413 file-too-large');
    told.push(['somebody', 'refused', { request: `POST ${reports}`, failure: 'file-too-large' }]);
    await upload(1, 'one');
    expect(await failureOf(await upload(2, 'one'))).toBe('422 key-used');
    told.push(['somebody', 'refused', { request: `POST ${reports}`, failure: 'key-used' }]);
    expect(await failureOf(await upload(0))).toBe('400 file-missing');
    expect(refusalsIn(service.folder)).toEqual(told);
    await service.stop();
  });

  it('of a change by what opens nothing, or nothing any more, is in the audit log without it', async () => {
    const service = await ServiceOnTrial.start({ JOBS: 'elsewhere', RATE_LIMIT_SIGN_IN: '5' });
    const finance = await service.as('finance-reviewer');
    const { account } = signedInView.parse(await finance.json('/api/session'));
    const asked = { name: '程序', scopes: ['read'], days: 1 };
    const issued = await finance.post('/api/tokens', asked);
    const { id, secret } = issuedTokenView.parse(await issued.json());
    expect((await finance.send('DELETE', `/api/tokens/${id}`)).status).toBe(200);
    const over = `s-${'o'.repeat(43)}`;
    addSessionThatIsOver(service.folder, account.id, over);
    const path = '/api/subjects/2019-city-operation/950001/money';
    const told: unknown[] = [];
    for (const [headers, owner] of [
      [{ authorization: `Bearer ${secret}` }, { account: account.id }],
      [{ cookie: `session=${over}` }, { account: account.id }],
      [{ authorization: 'Bearer t-forged' }, {}],
      [{ cookie: 'session=s-forged' }, {}],
      [{}, {}],
    ] as const) {
      const client = new ClientOnTrial(service.url, headers);
      expect(await failureOf(await client.get(path))).toBe('401 not-signed-in');
      expect(await failureOf(await client.post(path, {}))).toBe('401 not-signed-in');
      const about = { request: `POST ${path}`, failure: 'not-signed-in', from: '127.0.0.1' };
      told.push(['nobody known', 'access-refused', { ...about, ...owner }]);
    }
    expect(refusalsIn(service.folder)).toEqual(told);
    for (let time = 0; time < 3; time++) {
      const again = await service.stranger.post(path, {});
      expect(await failureOf(again)).toBe('429 too-many-requests');
    }
    expect(refusalsIn(service.folder)).toHaveLength(5);
    const signIn = { email: 'nobody@trial.example', password };
    expect(await failureOf(await service.stranger.post('/api/session', signIn))).toContain('401');
    const file = await readFile(join(service.folder, 'pilot-targets.sqlite'), 'latin1');
    for (const each of [secret, over, 't-forged', 's-forged']) expect(file).not.toContain(each);
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

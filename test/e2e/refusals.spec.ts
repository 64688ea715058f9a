import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountView, enrolmentCodeView, signedInView } from '#contracts';
import sqlite from 'better-sqlite3';
import { z } from 'zod';
import { failureOf, type ClientOnTrial } from './client-on-trial.js';
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

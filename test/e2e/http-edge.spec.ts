import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { failureView, reportView } from '#contracts';
import { readSettings } from '../../config/settings.js';
import { startServer } from '../../apps/server/src/start-server.js';
import { authorizationOf } from '../people-on-trial.js';
import { reports, ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const text = smallReport(2021).toString();
const part = (heads: string, body = text) =>
  `--limit\r\nContent-Disposition: form-data; ${heads}\r\n\r\n${body}\r\n`;
const form = 'multipart/form-data; boundary=limit';
const end = '--limit--\r\n';
const saying = (words: string): unknown => expect.stringContaining(words);
const file = part('name="file"; filename="a.json"');

interface Form {
  readonly body: string;
  readonly query?: string;
  readonly type?: string;
}

describe('a form', () => {
  let service: ServiceOnTrial;
  beforeAll(async () => {
    service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
  });
  afterAll(() => service.stop());

  const send = ({ body, query = '', type = form }: Form) =>
    fetch(`${service.url}${reports}${query}`, {
      ...{
        method: 'POST',
        headers: {
          ...{ 'content-type': type, 'idempotency-key': randomUUID() },
          ...authorizationOf('city-clerk'),
        },
        body,
      },
    });

  it.each<readonly [string, Form]>([
    ['without a boundary', { body: file + end, type: 'multipart/form-data' }],
    ['that is cut off', { body: file.slice(0, -20) }],
    ['that does not end', { body: file }],
    ['without anything', { body: end }],
    ['with a second file', { body: file + file + end }],
    ['with a field before the file', { body: part('name="note"', 'x') + file + end }],
    ['with a field after the file', { body: file + part('name="note"', 'x') + end }],
    ['with a long name', { body: part(`name="file"; filename="${'长'.repeat(256)}"`) + end }],
    ['with a bell in the name', { body: part('name="file"; filename="a\u0007"') + end }],
    ['with a long name in the address', { body: file + end, query: `?name=${'a'.repeat(256)}` }],
    ['with a bell in the address', { body: file + end, query: '?name=a%07' }],
  ])('%s is refused as the mistake that it is, and nothing is kept', async (_what, sent) => {
    const answer = await send(sent);
    expect(answer.status).toBe(400);
    failureView.parse(await answer.json());
    expect(await service.json(reports)).toEqual({ items: [], next: null });
    expect(await readdir(join(service.folder, 'scratch'))).toEqual([]);
  });

  it.each([
    ['no name', 'name="file"'],
    ['an empty name', 'name="file"; filename=""'],
  ])('whose file has %s is taken as 未命名', async (_what, heads) => {
    const answer = await send({ body: part(heads, heads) + end });
    expect(answer.status).toBe(202);
    expect(reportView.parse(await answer.json())).toMatchObject({
      fileName: '未命名',
      state: { kind: 'received', rows: 0 },
    });
  });
});

describe('a server that is stopped', () => {
  /** An upload of which the first half is sent. */
  const halfSent = async (service: ServiceOnTrial) => {
    const body = smallReport(2021);
    const headers = {
      ...{ 'content-type': 'application/octet-stream', 'content-length': body.length },
      ...{ 'idempotency-key': 'half', ...authorizationOf('city-clerk') },
    };
    const upload = request(`${service.url}${reports}`, { method: 'POST', headers });
    const answered = once(upload, 'response');
    upload.write(body.subarray(0, 100));
    while ((await readdir(join(service.folder, 'scratch'))).length === 0) await pause(10);
    return { answered, finish: () => upload.end(body.subarray(100)) };
  };

  it('answers what was asked, ends what is followed, and takes nothing new', async () => {
    const service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
    const waiting = await service.upload(smallReport(2020));
    const progress = await service.get(`${waiting.headers.get('location')}/progress`);
    const { answered, finish } = await halfSent(service);
    const started = performance.now();
    const stopped = service.stop();
    expect(await progress.text()).toContain('waiting');
    await expect(service.get('/health/live')).rejects.toThrow();
    finish();
    expect(await answered).toMatchObject([{ statusCode: 202 }]);
    await stopped;
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it('cuts off in the end who does not finish', async () => {
    const service = await ServiceOnTrial.start();
    const { answered } = await halfSent(service);
    await Promise.all([expect(answered).rejects.toThrow(), service.stop()]);
  });
});

describe('a server', () => {
  it('that cannot have its port leaves nothing open', async () => {
    const service = await ServiceOnTrial.start();
    const folder = await mkdtemp(join(tmpdir(), 'edge-'));
    const { port } = new URL(service.url);
    const settings = readSettings({ PORT: port, DATA_DIR: folder, LOG_LEVEL: 'silent' });
    await expect(startServer(settings, 'product')).rejects.toThrow('EADDRINUSE');
    // The last connection to a database takes its log away.
    expect((await readdir(folder)).toSorted()).toEqual([
      'pilot-targets.sqlite',
      'scratch',
      'secrets.key',
    ]);
    await rm(folder, { recursive: true });
    await service.stop();
  });

  it('is ready while its database can be read and written, and says why it is not', async () => {
    const service = await ServiceOnTrial.start();
    const path = '/health/ready';
    const other = new sqlite(join(service.folder, 'pilot-targets.sqlite'));
    const askedWhile = async (begin: string, over: string) => {
      other.exec(begin);
      const answer = await service.get(path);
      other.exec(over);
      return [answer.status, failureView.parse(await answer.json()).error.message];
    };
    expect((await service.get(path)).status).toBe(200);
    expect(
      await askedWhile(
        `CREATE TRIGGER full BEFORE INSERT ON file BEGIN SELECT RAISE(ABORT, 'disk is full'); END`,
        'DROP TRIGGER full',
      ),
    ).toEqual([503, saying('disk is full')]);
    expect(await askedWhile('BEGIN IMMEDIATE', 'ROLLBACK')).toEqual([503, saying('2000 ms')]);
    expect(
      await askedWhile('ALTER TABLE file RENAME TO lost', 'ALTER TABLE lost RENAME TO file'),
    ).toEqual([503, saying('no such table')]);
    expect((await service.get(path)).status).toBe(200);
    expect(other.prepare('SELECT count(*) FROM file').pluck().get()).toBe(0);
    other.close();
    await service.stop();
  });

  it.each([
    ['demonstration', 'demonstration', '演示 DEMONSTRATION · 绩效目标核查 Pilot targets'],
    ['product', null, '绩效目标核查 Pilot targets'],
  ] as const)('for the %s says so with every answer', async (purpose, mark, title) => {
    const service = await ServiceOnTrial.start({}, purpose);
    const location = await service.submit(smallReport(2021));
    for (const path of [
      ...['/api/about', '/api/nothing', '/api/docs', '/api/docs-json', `${location}/progress`],
      '/api/subjects/2019-city-operation/999901/determinations/2021',
    ]) {
      const answer = await service.get(path);
      expect([path, answer.headers.get('pilot-targets-purpose')]).toEqual([path, mark]);
      await answer.text();
    }
    expect(await service.json('/api/docs-json')).toMatchObject({
      info: { title },
    });
    await service.stop();
  });

  it('that leaves the jobs to others has them done by a worker on the same data', async () => {
    const service = await ServiceOnTrial.start({ JOBS: 'elsewhere' });
    const location = (await service.upload(smallReport(2021))).headers.get('location') ?? '';
    await pause(1500);
    expect(await service.json(location)).toMatchObject({ state: { kind: 'received' } });
    const worker = spawn(process.execPath, ['config/run.mjs', 'apps/worker/src/main'], {
      env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: service.folder, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'inherit', 'ignore'],
    });
    const ended = once(worker, 'close');
    expect((await service.follow(location)).at(-1)).toEqual({ stage: 'done', rows: 4 });
    const determination = '/api/subjects/2019-city-operation/999901/determinations/2021';
    expect((await service.get(determination)).status).toBe(200);
    worker.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await service.stop();
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

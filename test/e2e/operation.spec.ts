import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { failureView } from '#contracts';
import { ServerModule } from '../../apps/server/src/server.module.js';
import { startServer } from '../../apps/server/src/start-server.js';
import { readSettings } from '../../config/settings.js';
import type { ClientOnTrial } from './client-on-trial.js';
import { reports, ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const idOf = (answer: Response) => answer.headers.get('x-request-id');
const made = /^[0-9a-f-]{36}$/;

describe('a request', () => {
  let service: ServiceOnTrial;
  afterEach(() => service.stop());
  const ask = (path: string, headers: Record<string, string>) =>
    fetch(service.url + path, { headers });
  const theirs = { 'x-request-id': 'from-the-proxy' };

  it('has an id, which its answer and its failure say', async () => {
    service = await ServiceOnTrial.start();
    const found = await ask('/health/live', theirs);
    expect(idOf(found)).toMatch(made);
    const lost = await ask('/api/nothing', theirs);
    expect(failureView.parse(await lost.json()).error.requestId).toBe(idOf(lost));
    expect(idOf(lost)).not.toBe(idOf(found));
  });

  it('has the id that a trusted proxy gave it, where that is one', async () => {
    service = await ServiceOnTrial.start({ TRUSTED_PROXIES: '127.0.0.1' });
    expect(idOf(await ask('/health/live', theirs))).toBe('from-the-proxy');
    expect(idOf(await ask('/health/live', { 'x-request-id': 'a b' }))).toMatch(made);
  });

  it('is refused where its address asks too often, which only a trusted proxy tells', async () => {
    service = await ServiceOnTrial.start({ RATE_LIMIT_ADDRESS: '2', TRUSTED_PROXIES: '127.0.0.1' });
    const from = (address: string) => ask('/api/nothing', { 'x-forwarded-for': address });
    const statuses = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2']) {
      statuses.push((await from(address)).status);
    }
    expect(statuses).toEqual([404, 404, 429, 404]);
    const refused = await from('192.0.2.1');
    expect(failureView.parse(await refused.json()).error.code).toBe('too-many-requests');
    const rest = Number(refused.headers.get('retry-after'));
    expect(rest).toBeGreaterThan(0);
    expect(rest).toBeLessThanOrEqual(60);
  });

  it('cannot choose its address itself', async () => {
    service = await ServiceOnTrial.start({ RATE_LIMIT_ADDRESS: '1' });
    await ask('/health/live', { 'x-forwarded-for': '192.0.2.1' });
    const second = await ask('/health/live', { 'x-forwarded-for': '192.0.2.2' });
    expect(second.status).toBe(429);
  });
});

describe('an account', () => {
  it('that asks too often is refused, and takes nothing from another behind its address', async () => {
    const service = await ServiceOnTrial.start({ RATE_LIMIT_ACCOUNT: '2' });
    const [clerk, auditor] = [await service.as('city-clerk'), await service.as('auditor')];
    const statuses = async (who: ClientOnTrial, times: number) => {
      const answers = [];
      for (let time = 0; time < times; time++) answers.push((await who.get(reports)).status);
      return answers;
    };
    expect(await statuses(clerk, 3)).toEqual([200, 200, 429]);
    expect(await statuses(auditor, 3)).toEqual([200, 200, 429]);
    expect((await service.stranger.get('/api/about')).status).toBe(200);
    await service.stop();
  });
});

describe('a browser', () => {
  it('is told to run nothing but scripts of this server, and the description of the API works', async () => {
    const service = await ServiceOnTrial.start();
    const about = await service.get('/api/about');
    const policy = about.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("script-src 'self';");
    expect(about.headers.get('x-content-type-options')).toBe('nosniff');
    expect(about.headers.get('strict-transport-security')).toContain('max-age');
    const docs = await service.get('/api/docs');
    expect(docs.headers.get('content-security-policy')).toContain(
      "script-src 'self';script-src-attr 'none';style-src 'self' 'unsafe-inline'",
    );
    const page = await docs.text();
    const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes = '', inline] of scripts) {
      expect(inline?.trim()).toBe('');
      const path = /src="([^"]+)"/.exec(attributes)?.[1] ?? '';
      expect((await fetch(new URL(path, `${service.url}/api/docs`))).status).toBe(200);
    }
    await service.stop();
  });
});

describe('the figures of the operation', () => {
  it('are told at an address of their own and nowhere else', async () => {
    const service = await ServiceOnTrial.start({ METRICS_PORT: '0' });
    const location = await service.submit(smallReport(2021));
    await (await service.get(location)).text();
    expect((await service.get('/metrics')).status).toBe(404);
    const figures = await (await fetch(service.metricsUrl ?? '')).text();
    for (const line of [
      /http_request_duration_seconds_count\{method="GET",route="[^"]*:id",status="200"\} [1-9]/,
      /jobs_total\{kind="ingest-report",outcome="succeeded"\} 1/,
      /jobs_unfinished 0/,
      /transaction_wait_seconds_count [1-9]/,
      /nodejs_eventloop_lag_seconds [0-9]/,
    ]) {
      expect(figures).toMatch(line);
    }
    await service.stop();
    await expect(fetch(service.metricsUrl ?? '')).rejects.toThrow('fetch failed');
  });

  it('are told nowhere unless asked for', async () => {
    const service = await ServiceOnTrial.start();
    expect(service.metricsUrl).toBeUndefined();
    await service.stop();
  });
});

describe('a start', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'operation-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const settings = (more: Record<string, string> = {}) =>
    readSettings({ PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent', ...more });
  // The last connection to a database takes its log away.
  const left = async () => (await readdir(join(folder, 'data'))).toSorted();

  it('that fails while the application is made leaves nothing open', async () => {
    const broken = () => {
      throw new Error('a broken part');
    };
    const providers = [{ provide: 'part', useFactory: broken }];
    const of = ServerModule.of.bind(ServerModule);
    ServerModule.of = () => ({ module: ServerModule, providers });
    try {
      await expect(startServer(settings(), 'product')).rejects.toThrow('a broken part');
    } finally {
      ServerModule.of = of;
    }
    expect(await left()).toEqual(['pilot-targets.sqlite', 'scratch', 'secrets.key']);
  });

  it('without the database names its setting, and never the password', async () => {
    const DATABASE_URL = 'postgres://pilot:sekret@127.0.0.1:1/db?password=sekret';
    const fault = await startServer(settings({ DATABASE_URL }), 'product').catch(String);
    expect(fault).toContain('DATABASE_URL=postgres://pilot@127.0.0.1:1/db');
    expect(fault).toContain('ECONNREFUSED');
    expect(fault).not.toContain('sekret');
  });

  it('without the key names its setting', async () => {
    const file = join(folder, 'none');
    await expect(startServer(settings({ SECRETS_KEY_FILE: file }), 'product')).rejects.toThrow(
      `SECRETS_KEY_FILE=${file}: 读不到`,
    );
    await writeFile(file, 'short');
    await expect(startServer(settings({ SECRETS_KEY_FILE: file }), 'product')).rejects.toThrow(
      `SECRETS_KEY_FILE=${file}: 应为 64 位十六进制密钥`,
    );
  });

  it('with a certificate that is none says so', async () => {
    await writeFile(join(folder, 'pem'), 'nothing');
    const tls = { TLS_KEY_FILE: join(folder, 'pem'), TLS_CERT_FILE: join(folder, 'pem') };
    await expect(startServer(settings(tls), 'product')).rejects.toThrow('TLS_KEY_FILE');
  });

  it('with a certificate serves by TLS', async () => {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost -keyout ${key} -out ${cert}`;
    expect(spawnSync('openssl', words.split(' ')).status).toBe(0);
    const server = await startServer(
      settings({ TLS_KEY_FILE: key, TLS_CERT_FILE: cert }),
      'product',
    );
    expect(server.url).toMatch(/^https:/);
    const asked = request(`${server.url}/health/live`, { rejectUnauthorized: false });
    const answered = new Promise<string>((resolve, reject) => {
      asked.on('response', (answer) => resolve(text(answer))).on('error', reject);
    });
    asked.end();
    expect(await answered).toBe('{"status":"ok"}');
    await server.stop();
  });
});

describe('a server process', () => {
  it('logs its requests by their ids, keeps what is secret to itself, and ends in order', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'operation-'));
    const env = {
      ...{ ...process.env, NODE_OPTIONS: '', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'debug' },
      QUEUE_URL: 'redis://:sekret@127.0.0.1:1',
    };
    const server = spawn(process.execPath, ['config/run.mjs', 'apps/server/src/main'], { env });
    const ended = once(server, 'close');
    const log = text(server.stdout);
    let url = '';
    for await (const line of createInterface({ input: server.stderr })) {
      url = /Serving (\S+)/.exec(line)?.[1] ?? '';
      if (url !== '') break;
    }
    const headers = { authorization: 'Bearer sekret', cookie: 'session=sekret' };
    const answer = await fetch(`${url}/api/reports?token=sekret`, { headers });
    await answer.text();
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await log).toContain(`"reqId":"${idOf(answer)}"`);
    expect(await log).toContain('the queue is held up; is its server where QUEUE_URL says?');
    expect(await log).not.toContain('sekret');
    await rm(folder, { recursive: true });
  });
});

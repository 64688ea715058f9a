import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gateView, progressView, type ProgressView } from '#contracts';
import type { Purpose } from '#persistence';
import { startServer, type RunningServer } from '../../apps/server/src/start-server.js';
import { exampleSubject } from '../example-subject.js';
import { readSettings } from '../../config/settings.js';
import { demandWholeAudit } from '../whole-audit.js';

const subject = '/api/subjects/2019-city-operation/999901';
/** Where the reports of 示例市 are. */
export const reports = `${subject}/reports`;

/** A server with a data folder of its own, and a few words to speak with it. */
export class ServiceOnTrial {
  private constructor(
    private readonly server: RunningServer,
    readonly folder: string,
    private readonly place: string,
  ) {}

  /** A quiet server on a free port, unless the environment says otherwise; 示例市 takes part. */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    purpose: Purpose = 'product',
  ): Promise<ServiceOnTrial> {
    const folder = await mkdtemp(join(tmpdir(), 'service-'));
    const quiet = { PORT: '0', DATA_DIR: folder, UPLOAD_LIMIT_MB: '1', LOG_LEVEL: 'silent' };
    const settings = readSettings({ ...quiet, ...environment });
    const service = new ServiceOnTrial(
      await startServer(settings, purpose),
      folder,
      settings.databaseUrl ?? folder,
    );
    await service.enrol();
    return service;
  }

  get url(): string {
    return this.server.url;
  }

  get metricsUrl(): string | undefined {
    return this.server.metricsUrl;
  }

  /** Throws where anything was changed past the audit. */
  async stop(): Promise<void> {
    await this.server.stop();
    await demandWholeAudit(this.place);
    await rm(this.folder, { recursive: true });
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.server.url}${path}`);
  }

  /** The JSON of an answer, whatever its status. */
  async json(path: string): Promise<unknown> {
    return (await this.get(path)).json();
  }

  post(path: string, body: unknown, key: string = randomUUID()): Promise<Response> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return fetch(this.server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  enrol(code?: string): Promise<Response> {
    return this.post('/api/subjects', exampleSubject(code));
  }

  upload(file: Uint8Array, name = '报告.json', key: string = randomUUID()): Promise<Response> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(file)]), name);
    const headers = { 'idempotency-key': key };
    return fetch(this.server.url + reports, { method: 'POST', headers, body: form });
  }

  uploadBare(file: Uint8Array, query = '', to = reports): Promise<Response> {
    return fetch(`${this.server.url}${to}${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
      body: Uint8Array.from(file),
    });
  }

  /** What a follower of a report is told, until the work on it ends. */
  async follow(location: string): Promise<readonly ProgressView[]> {
    const events = await (await this.get(`${location}/progress`)).text();
    return [...events.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => {
      const event: unknown = JSON.parse(data);
      return progressView.parse(event);
    });
  }

  /** Sends a year's report in and submits it. */
  async handIn(year: number, file: Uint8Array): Promise<void> {
    await this.submit(file);
    await this.post(`${subject}/years/${year}/moves`, { move: 'submit', opinion: '报送' });
    await this.evaluated(year);
  }

  /** Waits until what was submitted up to a year is evaluated. */
  async evaluated(year: number): Promise<void> {
    for (;;) {
      const { why } = gateView.parse(await this.json(`${subject}/gate?year=${year}`));
      if (!why.some(({ code }) => code === 'evaluation-unfinished')) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Uploads a report and waits for the end of the work on it. @returns where it is */
  async submit(file: Uint8Array): Promise<string> {
    const location = (await this.upload(file)).headers.get('location') ?? '';
    await this.follow(location);
    return location;
  }
}

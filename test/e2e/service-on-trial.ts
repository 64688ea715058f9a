import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roles, type Role } from '#application';
import { gateView, progressView, type ProgressView } from '#contracts';
import type { Purpose } from '#persistence';
import { startServer, type RunningServer } from '../../apps/server/src/start-server.js';
import { exampleSubject } from '../example-subject.js';
import { authorizationOf, grantOf, letEverybodyIn, letIn } from '../people-on-trial.js';
import { readSettings } from '../../config/settings.js';
import { ClientOnTrial } from './client-on-trial.js';
import { demandWholeAudit } from '../whole-audit.js';

const subject = '/api/subjects/2019-city-operation/999901';
/** Where the reports of 示例市 are. */
export const reports = `${subject}/reports`;

export type RouteOnTrial = RunningServer['routes'][number];

const pathOfSubject = /^\/api\/subjects\/[^/?]+\/([^/?]+)/;

/** A server with a data folder of its own, and a few words to speak with it. */
export class ServiceOnTrial {
  private readonly letIn = new Set(roles.map((role) => authorizationOf(role).authorization));

  private constructor(
    private readonly server: RunningServer,
    readonly folder: string,
    private readonly place: string,
    private readonly purpose: Purpose,
  ) {}

  /**
   * A quiet server on a free port, unless the environment says otherwise; 示例市 takes part, and
   * there is an account of every role.
   */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    purpose: Purpose = 'product',
  ): Promise<ServiceOnTrial> {
    const folder = await mkdtemp(join(tmpdir(), 'service-'));
    const quiet = {
      ...{ PORT: '0', DATA_DIR: folder, UPLOAD_LIMIT_MB: '1', LOG_LEVEL: 'silent' },
      // Tests ask a lot, and all from one address.
      ...{ RATE_LIMIT_ADDRESS: '999999', RATE_LIMIT_ACCOUNT: '999999', RATE_LIMIT_SIGN_IN: '999' },
    };
    const settings = readSettings({ ...quiet, ...environment });
    // Servers of one database have one key.
    await writeFile(join(folder, 'secrets.key'), '5a'.repeat(32));
    const place = settings.databaseUrl ?? folder;
    await letEverybodyIn(place, purpose);
    const server = await startServer(settings, purpose);
    const service = new ServiceOnTrial(server, folder, place, purpose);
    await service.enrol();
    return service;
  }

  get url(): string {
    return this.server.url;
  }

  get metricsUrl(): string | undefined {
    return this.server.metricsUrl;
  }

  get routes(): readonly RouteOnTrial[] {
    return this.server.routes;
  }

  /** Throws where anything was changed past the audit. */
  async stop(): Promise<void> {
    await this.server.stop();
    await demandWholeAudit(this.place);
    await rm(this.folder, { recursive: true });
  }

  /** Somebody with a role. @param within the subject or province, where not the usual one */
  async as(role: Role, within?: string): Promise<ClientOnTrial> {
    const headers = authorizationOf(role, within);
    if (!this.letIn.has(headers.authorization)) {
      await letIn(this.place, [grantOf(role, within)], this.purpose);
      this.letIn.add(headers.authorization);
    }
    return new ClientOnTrial(this.url, headers);
  }

  /** Nobody known. */
  get stranger(): ClientOnTrial {
    return new ClientOnTrial(this.url, {});
  }

  /** As somebody whom the route allows, for where it does not matter who. */
  async get(path: string): Promise<Response> {
    return (await this.allowed('GET', path)).get(path);
  }

  /** As {@link get}. @returns the JSON of an answer, whatever its status */
  async json(path: string): Promise<unknown> {
    return (await this.get(path)).json();
  }

  /** As {@link get}. */
  async post(path: string, body: unknown, key?: string): Promise<Response> {
    return (await this.allowed('POST', path)).post(path, body, key);
  }

  enrol(code?: string): Promise<Response> {
    return this.post('/api/subjects', exampleSubject(code));
  }

  async upload(file: Uint8Array, name = '报告.json', key?: string): Promise<Response> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(file)]), name);
    return (await this.as('city-clerk')).sendRaw('POST', reports, { body: form }, key);
  }

  async uploadBare(file: Uint8Array, query = '', to = reports): Promise<Response> {
    const headers = { 'content-type': 'application/octet-stream' };
    const request = { headers, body: Uint8Array.from(file) };
    return (await this.allowed('POST', to)).sendRaw('POST', `${to}${query}`, request);
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
  async evaluated(year: number, of = subject): Promise<void> {
    for (;;) {
      const { why } = gateView.parse(await this.json(`${of}/gate?year=${year}`));
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

  private async allowed(method: string, path: string): Promise<ClientOnTrial> {
    const route = this.routes.find(
      (each) =>
        each.method === method &&
        new RegExp(`^${each.path.replaceAll(/:\w+/g, '[^/?]+')}(\\?|$)`).test(path),
    );
    if (!route || route.allowed === 'everybody') return this.stranger;
    const { roles } = route.allowed;
    const role = roles.includes('auditor') ? 'auditor' : roles[0];
    if (!role) return this.stranger;
    return this.as(role, role === 'city-clerk' ? pathOfSubject.exec(path)?.[1] : undefined);
  }
}

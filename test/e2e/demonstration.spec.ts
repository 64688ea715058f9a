import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { gateView, pageOf, reportView, aboutView } from '#contracts';

const seconds = 1_000;

/** The demonstration as `npm start` runs it, in a folder of its own on a free port. */
class Demonstration {
  shown = '';
  private readonly process;
  private readonly ended;

  constructor(folder: string, ...options: readonly string[]) {
    this.process = spawn(
      process.execPath,
      ['config/run.mjs', 'apps/server/src/demonstration/main', ...options],
      {
        // A demonstration that touched the product's database would fail at this one.
        env: {
          ...process.env,
          DATA_DIR: folder,
          PORT: '0',
          DATABASE_URL: 'postgres://127.0.0.1:1/x',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    this.process.stdout.setEncoding('utf8').on('data', (text: string) => (this.shown += text));
    this.ended = once(this.process, 'close');
  }

  async exitCode(): Promise<unknown> {
    return (await this.ended)[0];
  }

  /** What is shown once the cities' outcomes are there, without the port, which differs. */
  get outcome(): string {
    return this.shown.slice(this.shown.indexOf('━━')).replaceAll(/:\d+\//g, '/');
  }

  async running(): Promise<string> {
    while (!this.shown.includes('Ctrl-C')) {
      if (this.process.exitCode !== null) throw new Error(`it ended early: ${this.shown}`);
      await after(50);
    }
    return /http:\/\/[^/]+/.exec(this.shown)?.[0] ?? '';
  }

  interrupt(): void {
    this.process.kill('SIGINT');
  }
}

/** Signs in as a page does. @returns the cookie */
async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'kankan-yanshi-2021' }),
  });
  expect(answer.status).toBe(201);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demonstration-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  let first: Demonstration;

  it(
    'shows three cities: all met, missed by a little, not to be judged',
    async () => {
      first = new Demonstration(folder, '--exit');
      expect(await first.exitCode()).toBe(0);
      const [met = '', missed = '', unknown = ''] = first.outcome.split('━━').slice(1);
      expect(met).toContain(
        '量化目标 quantified  符合 eligible\n全部目标 overall     符合 eligible\n',
      );
      expect(met).toContain('核定 18,000 万元 · 已拨付 12,000 万元 · 剩余 6,000 万元');
      expect(missed).toContain(
        '量化目标 quantified  不符合 ineligible  ← 知识产权管理规范贯标、质押融资',
      );
      expect(missed).toMatch(/知识产权管理规范贯标 │ +99 家 │ +≥ 100 家 │ +−1 家 │ 未达标/);
      expect(missed).toMatch(/质押融资金额年均增幅 │ +30\.00 % │ +≥ 30 % │ +−0\.01 万元 │ 未达标/);
      expect(unknown).toContain('量化目标 quantified  无法判定 undetermined  ← 知识产权运营机构、');
      expect(unknown).toMatch(/高价值专利组合 +│ +16–24 个 │ +≥ 20 个 │ +— │ 无法判定/);
    },
    120 * seconds,
  );

  it(
    'comes to the same screen again, doubles nothing, and stops at Ctrl-C',
    async () => {
      const second = new Demonstration(folder);
      const url = await second.running();
      const cookie = await signIn(url, 'auditor@demo.example');
      const read = async (path: string): Promise<unknown> =>
        (await fetch(`${url}/api/${path}`, { headers: { cookie } })).json();
      expect(second.shown).toContain('auditor@demo.example');
      expect(second.outcome.startsWith(first.outcome.trimEnd())).toBe(true);
      expect(aboutView.parse(await read('about')).demonstration).toBe(true);
      const reports = await read('subjects/2019-city-operation/950001/reports');
      expect(pageOf(reportView).parse(reports).items).toHaveLength(3);
      const gate = gateView.parse(await read('subjects/2019-city-operation/950001/gate?year=2021'));
      expect(gate).toMatchObject({
        quantified: 'eligible',
        overall: 'eligible',
        opensMoney: false,
      });
      expect(gate.money).toMatchObject({ award: '18000', paid: '12000', remaining: '6000' });

      second.interrupt();
      expect(await second.exitCode()).toBe(0);
      expect(readdirSync(join(folder, 'demonstration')).toSorted()).toEqual([
        'pilot-targets.sqlite',
        'reports',
        'scratch',
        'secrets.key',
      ]);
    },
    120 * seconds,
  );
});

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { determine, RemakeDetermination, type Evaluator } from '#application';
import { engineVersion } from '#engine';
import { openContents, openStore } from '#persistence';
import { programmes } from '#rulebook';
import sqlite from 'better-sqlite3';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const key = { programme: '2019-city-operation', code: '999901' };

/** How a command on a folder's data ends, and what it says. */
function commandIn(folder: string, ...words: readonly string[]) {
  return new Promise<{ status: unknown; shown: string; said: string }>((resolve) => {
    const env = { ...process.env, DATA_DIR: folder };
    const main = ['config/run.mjs', 'apps/cli/src/main', ...words];
    execFile(process.execPath, main, { env }, (error, shown, said) =>
      resolve({ status: error?.code ?? 0, shown, said }),
    );
  });
}

describe('a stored determination made again', () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start();
    for (const year of [2020, 2021]) await service.submit(smallReport(year));
  });
  afterEach(() => service.stop());

  const command = (way: string) => commandIn(service.folder, way);

  it('is the same to the byte, until a row of it is another', async () => {
    expect(await command('verify')).toMatchObject({ status: 0 });
    expect((await command('replay')).shown).toContain('全部一致');
    const database = new sqlite(join(service.folder, 'pilot-targets.sqlite'));
    const tamper = (from: string, to: string) =>
      database.prepare('UPDATE ledger_row SET item = replace(item, ?, ?)').run(from, to);
    tamper('"amount":100500000', '"amount":900500000');
    const { status, shown } = await command('verify');
    tamper('"amount":900500000', '"amount":100500000');
    database.close();
    expect([status, shown]).toEqual([1, expect.stringMatching(/不同 \d/)]);
  });

  it('is told apart where another engine made it, which this one cannot make again', async () => {
    const database = new sqlite(join(service.folder, 'pilot-targets.sqlite'));
    database.exec('DROP TRIGGER determination_no_update');
    const made = (by: string) => `"engine":${JSON.stringify(by)}`;
    const replace = database.prepare(
      `UPDATE determination SET canonical = replace(canonical, ?, ?)
       WHERE hash = (SELECT min(hash) FROM determination)`,
    );
    replace.run(made(engineVersion), made('earlier'));
    const { status, shown } = await command('verify');
    replace.run(made('earlier'), made(engineVersion));
    database.close();
    expect(shown).toContain('引擎 earlier 作出');
    expect(status).toBe(3);
    expect(shown).toMatch(/ 2 · 其他版本所作[^·]* 1\n校验点 checkpoint：\d+:[0-9a-f]{64}（.*）\n$/);
  });

  it('differs by the targets that a change of the rules touches', async () => {
    const stores = await openStore(service.folder, 'product');
    const contents = await openContents(service.folder);
    const changed = programmes.map((programme) => ({
      ...programme,
      version: 'next',
      targets: programme.targets.filter(({ id }) => id !== 'certified-units'),
    }));
    const evaluator: Evaluator = {
      evaluate: async (order) =>
        determine(
          changed,
          order,
          await Promise.all(order.reports.map((each) => contents.of(each))),
        ),
    };
    const again = new RemakeDetermination({ ...stores, programmes: changed, evaluator });
    const current = await stores.determinations.current(key, 2021, 'draft');
    const hash = current?.hash ?? '';
    expect(await again.verify(key, hash)).toMatchObject({ kind: 'other-version' });
    expect(await again.replay(key, hash)).toEqual({
      kind: 'different',
      changes: [
        { of: 'quantified', from: 'ineligible', to: 'undetermined' },
        { of: 'overall', from: 'ineligible', to: 'undetermined' },
      ],
    });
    await contents.close();
    await stores.close();
  });
});

describe('a command that only looks', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'remake-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([['verify'], ['replay'], ['audit', 'verify'], ['backup', join(tmpdir(), 'no-backup')]])(
    'leaves a database of an earlier version as it is: %s %s',
    async (...words) => {
      await (await openStore(folder, 'product')).close();
      const database = new sqlite(join(folder, 'pilot-targets.sqlite'));
      for (const table of ['paper_file', 'paper', 'weights']) database.exec(`DROP TABLE ${table}`);
      database.exec(`DELETE FROM migrations WHERE name LIKE 'Papers%'`);
      const schema = () => database.prepare('SELECT name, sql FROM sqlite_master').all();
      const before = schema();
      const { status, shown, said } = await commandIn(folder, ...words);
      expect({ status, shown }).toEqual({ status: 2, shown: '' });
      expect(said).toContain('更早的版本');
      expect(schema()).toEqual(before);
      database.close();
    },
  );

  it('makes no database where there is none', async () => {
    expect(await commandIn(folder, 'verify')).toMatchObject({ status: 2, shown: '' });
    expect(await readdir(folder)).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { determine, RemakeDetermination, type Evaluator } from '#application';
import { openContents, openStore } from '#persistence';
import { programmes } from '#rulebook';
import sqlite from 'better-sqlite3';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const key = { programme: '2019-city-operation', code: '999901' };

describe('a stored determination made again', () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start();
    for (const year of [2020, 2021]) await service.submit(smallReport(year));
  });
  afterEach(() => service.stop());

  /** Status and last line of a command on the service's data. */
  const command = (way: string) =>
    new Promise<{ status: unknown; shown: string }>((resolve) => {
      const env = { ...process.env, DATA_DIR: service.folder };
      const words = ['config/run.mjs', 'apps/cli/src/main', way];
      execFile(process.execPath, words, { env }, (error, shown) =>
        resolve({ status: error?.code ?? 0, shown }),
      );
    });

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

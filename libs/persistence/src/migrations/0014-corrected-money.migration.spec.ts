import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { determined, MoneyOnTrial } from '../../../../test/money/money-on-trial.js';
import { valueOf } from '../../../../test/outcome-on-trial.js';
import { migrateFolder } from '../../../../test/services/migrated-places.js';
import { demandWholeAudit } from '../../../../test/whole-audit.js';
import { openStore } from '../open-store.js';
import { CorrectedMoney1795219200014 } from './0014-corrected-money.migration.js';

/** The guards as they were while no entry corrected another: all entries are summed up. */
const oldGuards = [
  ['money_entry_within_award', 'AFTER INSERT ON money_entry'],
  ['money_release_proposed_within_award', 'AFTER INSERT ON money_release'],
  ['money_release_within_award', 'AFTER UPDATE ON money_release'],
].map(
  ([name, when]) => `CREATE TRIGGER ${name} ${when} WHEN
      (SELECT coalesce(sum(CAST(fen AS numeric)), 0) FROM money_entry WHERE kind = 'payment')
      > (SELECT coalesce(sum(CAST(fen AS numeric)), 0) FROM money_entry WHERE kind = 'award')
    BEGIN SELECT RAISE(ABORT, '${name}'); END;`,
);

it('an SQLite file in which no entry of money corrects another lets one do so, and stays whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'upgrade-'));
  await migrateFolder(folder);
  const filled = await openStore(folder, 'product');
  valueOf(await (await MoneyOnTrial.begin(filled)).enter('award', 15_000_000_000n));
  await filled.close();
  const path = join(folder, 'pilot-targets.sqlite');
  const source = await new DataSource({
    ...{ type: 'better-sqlite3', database: path, migrations: [CorrectedMoney1795219200014] },
  }).initialize();
  await source.undoLastMigration();
  await source.destroy();
  const database = new sqlite(path);
  database.exec(oldGuards.join(''));
  database.close();

  const stores = await openStore(folder, 'product');
  const money = await MoneyOnTrial.begin(stores, '999902');
  valueOf(await money.enter('award', 15_000_000_000n));
  valueOf(await money.enter('payment', 10_000_000_000n));
  for (const fen of [11_000_000_000n, 12_000_000_000n])
    valueOf(await money.correct('payment', fen));
  await determined(stores, money.key);
  valueOf(await money.conclude('passed'));
  const { id } = valueOf(await money.propose(3_000_000_000n));
  valueOf(await money.approve(id));
  expect(await money.position()).toMatchObject({ remaining: 0n });
  await stores.close();
  await demandWholeAudit(folder);
  await rm(folder, { recursive: true });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { upgradeContract } from './upgrade.contract.js';

upgradeContract('an SQLite file of the first version', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'upgrade-'));
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'));
  database.exec(await readFile('test/contract/upgrade/0001.sqlite.sql', 'utf8'));
  database.close();
  return { place: folder, remove: () => rm(folder, { recursive: true }) };
});

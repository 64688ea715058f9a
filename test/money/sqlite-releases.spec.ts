import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { openStore } from '#persistence';
import { migrateFolder } from '../services/migrated-places.js';
import { releasesContract } from './releases.contract.js';

releasesContract('money in SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'money-'));
  await migrateFolder(folder);
  const stores = await openStore(folder, 'product');
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'));
  return {
    stores,
    bare: {
      run: (sql, values = []) => {
        try {
          return Promise.resolve(database.prepare(sql).run(values));
        } catch (error) {
          // The driver's errors are of whichever realm of Jest's loaded it first.
          return Promise.reject(new Error(String(error)));
        }
      },
    },
    close: async () => {
      database.close();
      await stores.close();
      await rm(folder, { recursive: true });
    },
  };
});

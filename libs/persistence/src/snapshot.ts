import { existsSync } from 'node:fs';
import type { EntityManager, QueryRunner } from 'typeorm';
import { names } from './backup-format.js';
import { migrations } from './migrations/index.js';
import { connected, placeOf, UnfitPlace } from './place.js';
import { readingPostgres } from './postgres-database.js';
import { readingSqlite } from './sqlite-database.js';

/** A store as it is at one moment, over a connection that cannot write. */
export interface Snapshot {
  readonly manager: EntityManager;
  readonly close: () => Promise<void>;
}

/**
 * Opens a store that servers may be using meanwhile.
 * @param place as for `openStore`
 * @throws UnfitPlace where there is no store, or one of an earlier version
 */
export async function openSnapshot(place: string): Promise<Snapshot> {
  const at = placeOf(place);
  const isPostgres = at.kind === 'postgres';
  if (!isPostgres && !existsSync(at.path)) {
    throw new UnfitPlace(`没有数据库 ${at.path}。There is no database there.`);
  }
  const source = isPostgres
    ? await connected(at.url, readingPostgres(at.url))
    : await readingSqlite(at.path).initialize();
  const runner = source.createQueryRunner();
  const close = async () => {
    await runner.release();
    await source.destroy();
  };
  if (!(await isMigrated(runner))) {
    await close();
    throw new UnfitPlace(
      '数据库是空的，或属于更早的版本，请先启动一次服务。' +
        'The database is empty or of an earlier version; start the service once.',
    );
  }
  await runner.startTransaction(isPostgres ? 'REPEATABLE READ' : undefined);
  return {
    manager: runner.manager,
    close: async () => {
      await runner.rollbackTransaction();
      await close();
    },
  };
}

/** Whether all that makes the tables of this version was done. */
async function isMigrated(runner: QueryRunner): Promise<boolean> {
  if (!(await runner.hasTable('migrations'))) return false;
  const done = await runner.manager.query<{ name: string }[]>('SELECT name FROM migrations');
  const known = new Set(names(done));
  return names(migrations).every((name) => known.has(name));
}

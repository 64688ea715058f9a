import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#persistence';
import { freshPostgres, type FreshPostgres } from './fresh-postgres.js';

/** What a suite copies: to make all tables takes longer than most tests of what they hold. */
let folderToCopy: Promise<string> | undefined;
let databaseToCopy: Promise<FreshPostgres> | undefined;

afterAll(async () => {
  if (folderToCopy) await rm(await folderToCopy, { recursive: true });
  await (await databaseToCopy)?.drop();
});

/** Puts a database of the product that nobody used into a folder. */
export async function migrateFolder(folder: string): Promise<void> {
  folderToCopy ??= mkdtemp(join(tmpdir(), 'migrated-')).then(migrated);
  await cp(await folderToCopy, folder, { recursive: true });
}

/** As {@link freshPostgres}, a database of the product that nobody used. */
export async function migratedPostgres(): Promise<FreshPostgres> {
  databaseToCopy ??= freshPostgres().then(async (database) => {
    await migrated(database.url);
    return database;
  });
  return freshPostgres((await databaseToCopy).url);
}

async function migrated(place: string): Promise<string> {
  await (await openStore(place, 'product')).close();
  return place;
}

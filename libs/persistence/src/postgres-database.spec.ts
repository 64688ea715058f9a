import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseContract } from '../../../test/contract/database.contract.js';
import { tamperingContract } from '../../../test/contract/tampering.contract.js';
import { freshPostgres } from '../../../test/services/fresh-postgres.js';
import { appendOnlyTables } from './append-only.js';
import { onTrial } from './database-on-trial.js';
import { entities } from './entities/index.js';
import { PostgresDatabase } from './postgres-database.js';
import { tamperedDatabase } from './tampering-on-trial.js';
import { DataSource } from 'typeorm';

databaseContract('a PostgreSQL database', async () => {
  const { url, drop } = await freshPostgres();
  return {
    open: async (purpose = 'product') => onTrial(await PostgresDatabase.open(url, purpose)),
    remove: drop,
  };
});

tamperingContract('the audit of a PostgreSQL database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tampering-'));
  const { url, drop } = await freshPostgres();
  const tampered = await tamperedDatabase(
    await PostgresDatabase.open(url, 'product', 'sm3'),
    folder,
  );
  const close = async () => {
    await tampered.close();
    await drop();
    await rm(folder, { recursive: true });
  };
  return { ...tampered, close };
});

describe('a PostgreSQL database', () => {
  let place: Awaited<ReturnType<typeof freshPostgres>>;
  let database: PostgresDatabase;
  beforeAll(async () => {
    place = await freshPostgres();
    database = await PostgresDatabase.open(place.url, 'product');
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('cannot be written by what reads', async () => {
    await expect(database.reader.query('DELETE FROM job')).rejects.toThrow('read-only');
  });

  it('waits for other writers, and for a lost machine, so long and no longer', async () => {
    const limits = await database.run(() =>
      database.writer.query<{ name: string; setting: string }[]>(
        `SELECT name, setting FROM pg_settings WHERE name = 'lock_timeout'
           OR name = 'idle_in_transaction_session_timeout'
           OR name LIKE 'tcp_keepalives_%' ORDER BY name COLLATE "C"`,
      ),
    );
    // In milliseconds, but the keepalives: in seconds, and how many.
    expect(limits.map(({ name, setting }) => `${name} ${setting}`)).toEqual([
      'idle_in_transaction_session_timeout 45000',
      'lock_timeout 60000',
      ...['tcp_keepalives_count 3', 'tcp_keepalives_idle 10', 'tcp_keepalives_interval 5'],
    ]);
  });

  it('goes on after a transaction was ended for its silence', async () => {
    const other = await PostgresDatabase.open(place.url, 'product');
    const silent = database.run(async () => {
      await database.writer.query(`SET LOCAL idle_in_transaction_session_timeout = 200`);
      // Waits for what the silent one holds.
      await other.run(() => other.writer.query('SELECT 1'));
      await database.writer.query('SELECT 1');
    });
    await expect(silent).rejects.toThrow();
    await database.run(() => database.writer.query('SELECT 1'));
    await other.close();
  });

  it('has tables as the entities say', async () => {
    const source = new DataSource({
      ...{ type: 'postgres', url: place.url, installExtensions: false },
      entities: entities('bytea'),
    });
    await source.initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it.each(appendOnlyTables)('only ever adds to %s', async (table) => {
    const refusal = `${table} is only ever added to`;
    const truncating = database.run(() => database.writer.query(`TRUNCATE ${table}`));
    await expect(truncating).rejects.toThrow(refusal);
    const guards = await database.reader.query<unknown[]>(
      `SELECT event_manipulation FROM information_schema.triggers
       WHERE event_object_table = '${table}' AND action_timing = 'BEFORE'
         AND event_manipulation <> 'INSERT'`,
    );
    expect(guards).toHaveLength(2);
  });

  it('keeps every character of a cell, but for the one that it cannot hold', async () => {
    const item = '{"a":"\\t\\n\\\\ 𠮷"}\t\n\r\\N\\.';
    const into = {
      table: 'ledger_row',
      same: { report: 1, ledger: 'l' },
      columns: ['row', 'item'],
    };
    await database.run(() =>
      database.insertAll(into, [item, 'nul\0'], (text, cells) => {
        cells.push(text.length, text);
      }),
    );
    const rows = await database.reader.query<{ item: string }[]>(
      'SELECT item FROM ledger_row ORDER BY "row"',
    );
    expect(rows.map((row) => row.item)).toEqual(['nul\uFFFD', item]);
  });
});

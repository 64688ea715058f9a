import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { databaseContract } from '../../../test/contract/database.contract.js';
import { tamperingContract } from '../../../test/contract/tampering.contract.js';
import { appendOnlyTables } from './append-only.js';
import {
  contentTables,
  derivedTables,
  sealedTables,
  unsealedTables,
} from './audit/sealed-tables.js';
import { onTrial } from './database-on-trial.js';
import { entities } from './entities/index.js';
import { SqliteDatabase } from './sqlite-database.js';
import { tamperedDatabase } from './tampering-on-trial.js';

databaseContract('an SQLite database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'database-'));
  return {
    open: async (purpose = 'product') =>
      onTrial(await SqliteDatabase.open(join(folder, 'test.sqlite'), purpose)),
    remove: () => rm(folder, { recursive: true }),
  };
});

tamperingContract('the audit of an SQLite database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tampering-'));
  const database = await SqliteDatabase.open(join(folder, 'test.sqlite'), 'product');
  const tampered = await tamperedDatabase(database, folder);
  const close = async () => {
    await tampered.close();
    await rm(folder, { recursive: true });
  };
  return { ...tampered, close };
});

describe('an SQLite file', () => {
  let folder: string;
  let path: string;
  let database: SqliteDatabase;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'database-'));
    path = join(folder, 'test.sqlite');
    database = await SqliteDatabase.open(path, 'product');
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  it('cannot be written by what reads', async () => {
    await expect(database.reader.query('DELETE FROM job')).rejects.toThrow('readonly');
  });

  it('has tables as the entities say', async () => {
    const source = new DataSource({
      type: 'better-sqlite3',
      database: path,
      entities: entities('blob'),
    });
    await source.initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('says of every table whether it is sealed', () => {
    const { dataSource } = database.reader;
    const listed = [
      ...sealedTables.map(({ entity }) => entity),
      ...contentTables,
      ...derivedTables,
      ...unsealedTables,
    ];
    const names = listed.map((entity) => dataSource.getMetadata(entity).tableName);
    expect(names.sort()).toEqual(
      dataSource.entityMetadatas.map(({ tableName }) => tableName).sort(),
    );
  });

  it.each(appendOnlyTables)('only ever adds to %s', async (table) => {
    const write = (sql: string) => database.run(() => database.writer.query(sql));
    const columns = await database.reader.query<{ name: string; value: string }[]>(
      `SELECT name, CASE WHEN "notnull" = 0 THEN 'NULL' WHEN lower(type) = 'integer' THEN '99'
         ELSE '''x''' END AS value FROM pragma_table_info('${table}')`,
    );
    const values = columns.map(({ value }) => value).join();
    if (table !== 'installation') await write(`INSERT INTO ${table} VALUES (${values})`);
    const [first] = columns;
    const refusal = `${table} is only ever added to`;
    await expect(write(`UPDATE ${table} SET ${first?.name} = 1`)).rejects.toThrow(refusal);
    await expect(write(`DELETE FROM ${table}`)).rejects.toThrow(refusal);
    const same = table === 'installation' ? `'product'` : values;
    await expect(write(`REPLACE INTO ${table} VALUES (${same})`)).rejects.toThrow(refusal);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as tick } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { entities } from './entities/index.js';
import { AuditEntryEntity } from './entities/audit-entry.entity.js';
import { SqliteDatabase } from './sqlite-database.js';

describe('the database', () => {
  let folder: string;
  let database: SqliteDatabase;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'database-'));
    database = await SqliteDatabase.open(join(folder, 'test.sqlite'), 'product');
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const note = (what: string) =>
    database.writer.insert(AuditEntryEntity, { at: '', who: '', what, about: '' });
  const notes = async () =>
    (await database.reader.find(AuditEntryEntity, { order: { number: 'ASC' } })).map(
      ({ what }) => what,
    );

  it('lets concurrent transactions through one after another, in the order asked for', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `${index}`);
    await Promise.all(
      names.map((name) =>
        database.run(async () => {
          await note(`${name} begins`);
          await tick();
          await note(`${name} ends`);
        }),
      ),
    );
    expect(await notes()).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('undoes one transaction that fails and none of those around it', async () => {
    const results = await Promise.allSettled(
      ['first', 'second', 'third'].map((name) =>
        database.run(async () => {
          await note(name);
          await tick();
          if (name === 'second') throw new Error('no');
        }),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await notes()).toEqual(['first', 'third']);
  });

  it('takes a transaction within a transaction as part of it', async () => {
    await expect(
      database.run(async () => {
        await database.run(() => note('inner'));
        throw new Error('outer fails');
      }),
    ).rejects.toThrow('outer fails');
    expect(await notes()).toEqual([]);
  });

  it('commits nothing when an inner failure was swallowed', async () => {
    await expect(
      database.run(async () => {
        await note('outer');
        await database
          .run(async () => {
            await note('half');
            throw new Error('inner fails');
          })
          .catch(() => undefined);
      }),
    ).rejects.toThrow('outside an open transaction');
    expect(await notes()).toEqual([]);
  });

  it('never shows what is not committed', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const writing = database.run(async () => {
      await note('pending');
      expect(await notes()).toEqual(['pending']);
      await held;
    });
    await tick();
    expect(await notes()).toEqual([]);
    release();
    await writing;
    expect(await notes()).toEqual(['pending']);
  });

  it('refuses a write outside a transaction, or after it', async () => {
    expect(() => database.writer).toThrow('outside an open transaction');
    await expect(database.reader.insert(AuditEntryEntity, {})).rejects.toThrow('readonly');
    let late: Promise<unknown> = Promise.resolve();
    await database.run(async () => {
      late = (async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await note('late');
      })();
      late.catch(() => undefined);
      await tick();
    });
    await expect(late).rejects.toThrow('outside an open transaction');
  });

  it('waits for another process that is writing, without standing still', async () => {
    const other = await SqliteDatabase.open(join(folder, 'test.sqlite'), 'product');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const blocking = other.run(() => held);
    const waiting = database.run(() => note('after'));
    setTimeout(release, 100);
    await Promise.all([blocking, waiting]);
    expect(await notes()).toEqual(['after']);
    await other.close();
  });

  it('has tables as the entities say', async () => {
    const path = join(folder, 'test.sqlite');
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

  it('adds to what was decided and changes none of it', async () => {
    await database.run(() => note('fact'));
    await expect(
      database.run(() =>
        database.writer.update(AuditEntryEntity, { what: 'fact' }, { what: 'other' }),
      ),
    ).rejects.toThrow('only ever added to');
    await expect(
      database.run(() => database.writer.delete(AuditEntryEntity, { what: 'fact' })),
    ).rejects.toThrow('only ever added to');
    expect(await notes()).toEqual(['fact']);
  });
});

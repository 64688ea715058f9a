import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditRepository } from '../audit.repository.js';
import { SqliteDatabase } from '../sqlite-database.js';
import { linksAfter } from './chain-reading.js';
import { SealedTable } from './sealed-table.js';

const at = '2026-11-21T12:00:00.000+08:00';

describe('what is hashed of a row in SQLite', () => {
  let folder: string;
  let database: SqliteDatabase;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sealed-'));
    database = await SqliteDatabase.open(join(folder, 'test.sqlite'), 'product');
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  /** What the database writes, and what is made of the rows that it gives. */
  const textsOf = async (keys: readonly string[]) => {
    const { reader } = database;
    const table = SealedTable.all(reader.dataSource).get('audit_entry');
    if (!table) throw new Error('there is no such table');
    const made = [...(await table.read(reader, keys))].map(
      ([key, row]) => [key, table.text(row)] as const,
    );
    return [await table.texts(reader, keys), new Map(made)] as const;
  };

  it('is written by the database as by us, whatever the characters', async () => {
    const plane = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const who = `${plane.join('')}𠮷😀`;
    const audit = new AuditRepository(database);
    await database.run(() => audit.add({ at, who, what: 'report-received', about: { who } }));
    const [written, made] = await textsOf(['1', '2', '3']);
    expect([...made.values()].join()).toContain('𠮷😀');
    expect(written).toEqual(made);
  });

  it('is another where bytes were put in place of a text', async () => {
    await database.run(() =>
      database.writer.query(`INSERT INTO audit_entry VALUES (99, '${at}', x'00', 'w', '{}')`),
    );
    const [written] = await textsOf(['99']);
    expect(written.get('99')).toContain('?');
  });

  it('is read to the end where a link holds bytes in place of a text', async () => {
    await database.run(() =>
      database.writer.query(`INSERT INTO seal VALUES (99, 1, 'audit_entry', '1', x'00', 'c')`),
    );
    expect(await linksAfter(database.reader, 98)).toMatchObject([{ number: 99, digest: '?' }]);
  });
});

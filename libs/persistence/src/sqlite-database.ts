import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database as SqliteHandle } from 'better-sqlite3';
import { DataSource } from 'typeorm';
import type { AuditHash } from './audit/audit-hash.js';
import type { Cell, Into } from './bulk.js';
import { Database, type Beginning } from './database.js';
import { entities } from './entities/index.js';
import { migrations } from './migrations/index.js';
import { PreparedStatements } from './prepared-statements.js';
import type { Value } from './select-from.js';

/** How long a write waits for another process that is writing. */
const busyDeadline = 60_000;
const pageCache = 32_000;
/**
 * Rows in one statement: the fewer statements, the faster, up to about the first. A statement of
 * every other number would be prepared, and kept, for the rest of each list.
 */
const rowsPerStatement = [100, 10, 1];

/** One SQLite file with a connection to write, on which one transaction runs at a time. */
export class SqliteDatabase extends Database {
  protected override readonly selectMoment =
    'SELECT data_version AS moment FROM pragma_data_version';
  private readonly writes: PreparedStatements;

  private constructor(
    writing: DataSource,
    reading: DataSource,
    private readonly handle: SqliteHandle,
    private readonly reads: PreparedStatements,
  ) {
    super(writing, reading);
    this.writes = new PreparedStatements(handle);
  }

  /** Opens a database file, made and migrated where needed. Throws when it would not be durable. */
  static async open(path: string, beginning: Beginning, hash?: AuditHash): Promise<SqliteDatabase> {
    let opened: SqliteHandle | undefined;
    // SQLite would let everybody read a new file; those beside it get the mode of this one.
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await (await open(path, 'a', 0o600)).close();
    const writing = await new DataSource({
      type: 'better-sqlite3',
      database: path,
      // A busy database is waited for in `begin`, which does not block the process meanwhile.
      timeout: 0,
      prepareDatabase: (handle: SqliteHandle) => {
        opened = handle;
        handle.pragma('busy_timeout = 5000');
        handle.pragma('journal_mode = WAL');
        handle.pragma('synchronous = FULL');
        // Without it a REPLACE passes the guards of append-only tables.
        handle.pragma('recursive_triggers = ON');
        handle.pragma(`cache_size = -${pageCache}`);
      },
      entities: entities('blob'),
      migrations,
    }).initialize();
    if (!opened) throw new Error('the driver opened no connection');
    const reads = new PreparedStatements();
    const reading = readingSqlite(path, reads.use);
    const database = new SqliteDatabase(writing, reading, opened, reads);
    const durable: readonly [string, unknown][] = [
      ['journal_mode', 'wal'],
      ['synchronous', 2],
    ];
    for (const [setting, expected] of durable) {
      const found = opened.pragma(setting, { simple: true });
      if (found !== expected) {
        throw new Error(`${path}: ${setting} is ${String(found)}, not ${String(expected)}`);
      }
    }
    opened.pragma('busy_timeout = 0');
    await database.ready(beginning, hash);
    return database;
  }

  /** Opens a database file of this version, in which nothing can be written. */
  static async openToRead(path: string): Promise<SqliteDatabase> {
    let opened: SqliteHandle | undefined;
    const reading = await readingSqlite(path, (handle) => (opened = handle)).initialize();
    if (!opened) throw new Error('the driver opened no connection');
    return new SqliteDatabase(reading, reading, opened, new PreparedStatements(opened));
  }

  /** On one connection nothing runs beside anything else. */
  override beside<T>(work: () => Promise<T>): Promise<T> {
    return this.run(work);
  }

  override select<R>(sql: string, values: readonly Value[]): Promise<readonly R[]> {
    const statements = this.isWithin ? this.writes : this.reads;
    return Promise.resolve(statements.of(sql).all(numbered(values)));
  }

  override change(sql: string, values: readonly Value[]): Promise<number> {
    this.opened();
    return Promise.resolve(this.writes.of(sql).run(numbered(values)).changes);
  }

  /** By prepared statements of many rows each. */
  override insertAll<T>(
    { table, same, columns }: Into,
    items: readonly T[],
    write: (item: T, cells: Cell[]) => void,
  ): Promise<void> {
    this.opened();
    const quoted = [...Object.keys(same), ...columns].map((name) => `"${name}"`).join();
    const places = `(${columns.map(() => '?').join()})`;
    const selected = [...Object.keys(same).fill('?'), '*'].join();
    for (const batch of inBatches(items)) {
      const cells: Cell[] = Object.values(same);
      for (const item of batch) write(item, cells);
      const rows = batch.map(() => places).join();
      const sql = `INSERT INTO ${table} (${quoted}) SELECT ${selected} FROM (VALUES ${rows})`;
      this.writes.of(sql).run(cells);
    }
    return Promise.resolve();
  }

  protected override async transact<T>(work: () => Promise<T>, alone: boolean): Promise<T> {
    const runner = this.writing.createQueryRunner();
    await begin(this.handle);
    try {
      const value = await this.within(runner, alone, work);
      this.handle.exec('COMMIT');
      return value;
    } catch (error) {
      // Some faults, such as a full disk, have rolled back already.
      if (this.handle.inTransaction) this.handle.exec('ROLLBACK');
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/**
 * A connection, yet to be opened, that sees what is committed and cannot write.
 * @param prepareDatabase told of the driver's own connection once it is open
 */
export function readingSqlite(
  path: string,
  prepareDatabase: (handle: SqliteHandle) => void = () => undefined,
): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    database: path,
    readonly: true,
    prepareDatabase,
    entities: entities('blob'),
  });
}

/** A list in batches of as many rows as statements have. */
function* inBatches<T>(items: readonly T[]): Generator<readonly T[]> {
  let start = 0;
  while (start < items.length) {
    const left = items.length - start;
    const end = start + (rowsPerStatement.find((rows) => rows <= left) ?? 1);
    yield items.slice(start, end);
    start = end;
  }
}

/** Parameters by the numbers that `$1`, `$2`, … call them. */
function numbered(values: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(values.map((value, index) => [index + 1, value]));
}

async function begin(handle: SqliteHandle): Promise<void> {
  const giveUp = performance.now() + busyDeadline;
  for (;;) {
    try {
      handle.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUp) throw error;
      await sleep(10);
    }
  }
}

function isBusy(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_BUSY');
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transactions } from '#application';
import type { Database as SqliteHandle, Statement } from 'better-sqlite3';
import { DataSource, QueryFailedError, type EntityManager, type QueryRunner } from 'typeorm';
import { entities } from './entities/index.js';
import { FirstSlice1795219200000 } from './migrations/0001-first-slice.migration.js';

/** How long a write waits for another process that is writing. */
const busyDeadline = 60_000;
const pageCache = 32_000;

interface OpenTransaction {
  readonly runner: QueryRunner;
  state: 'open' | 'broken' | 'over';
}

/**
 * One SQLite file with two connections. The writing one is reached only through {@link run}, which
 * lets one transaction at a time through, first come first served, as concurrent transactions on
 * one connection would swallow each other. The other is read-only: it sees what is committed and
 * nothing else, and cannot write.
 */
export class Database implements Transactions {
  private readonly current = new AsyncLocalStorage<OpenTransaction>();
  private readonly statements = new Map<string, Statement>();
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly writing: DataSource,
    private readonly handle: SqliteHandle,
    private readonly reading: DataSource,
  ) {}

  /** Opens a database file, made and migrated where needed. Throws when it would not be durable. */
  static async open(path: string): Promise<Database> {
    let opened: SqliteHandle | undefined;
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
        handle.pragma(`cache_size = -${pageCache}`);
      },
      entities,
      migrations: [FirstSlice1795219200000],
      migrationsRun: true,
    }).initialize();
    if (!opened) throw new Error('the driver opened no connection');
    const reading = await new DataSource({
      type: 'better-sqlite3',
      database: path,
      readonly: true,
      entities,
    }).initialize();
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
    return new Database(writing, opened, reading);
  }

  /** For reading: within a transaction what it sees, else what is committed. */
  get reader(): EntityManager {
    return this.current.getStore()?.runner.manager ?? this.reading.manager;
  }

  /** For writing. Throws outside a transaction. */
  get writer(): EntityManager {
    return this.opened().runner.manager;
  }

  /** A prepared statement for writing in bulk. Throws outside a transaction. */
  prepared(sql: string): Statement {
    this.opened();
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.handle.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    if (outer) return this.join(this.opened(), work);
    const turn = this.last.then(() => this.transact(work));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Waits for the transactions begun, and closes the file. */
  async close(): Promise<void> {
    await this.last;
    await this.reading.destroy();
    await this.writing.destroy();
  }

  private opened(): OpenTransaction {
    const transaction = this.current.getStore();
    if (transaction?.state !== 'open') throw new Error('a write outside an open transaction');
    return transaction;
  }

  /** What fails inside cannot be undone alone, so the whole may not be committed any more. */
  private async join<T>(outer: OpenTransaction, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      outer.state = 'broken';
      throw error;
    }
  }

  private async transact<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.writing.createQueryRunner();
    const transaction: OpenTransaction = { runner, state: 'open' };
    await begin(runner);
    try {
      const value = await this.current.run(transaction, work);
      this.current.run(transaction, () => this.opened());
      await runner.query('COMMIT');
      return value;
    } catch (error) {
      // Some faults, such as a full disk, have rolled back already.
      if (this.handle.inTransaction) await runner.query('ROLLBACK');
      throw error;
    } finally {
      transaction.state = 'over';
      await runner.release();
    }
  }
}

async function begin(runner: QueryRunner): Promise<void> {
  const giveUp = performance.now() + busyDeadline;
  for (;;) {
    try {
      await runner.query('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUp) throw error;
      await sleep(10);
    }
  }
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: unknown = error.driverError;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return false;
  return typeof cause.code === 'string' && cause.code.startsWith('SQLITE_BUSY');
}

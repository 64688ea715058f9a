import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import type { AuditHash } from './audit/audit-hash.js';
import type { Cell, Into } from './bulk.js';
import { Database, type Beginning } from './database.js';
import { entities } from './entities/index.js';
import { migrations } from './migrations/index.js';
import { connected } from './place.js';
import type { Value } from './select-from.js';

/** Whoever holds this advisory lock writes alone, whichever process it is in. */
const writingAlone = 70_2019;
/** In milliseconds: how long a write waits for another. */
const lockDeadline = 60_000;
/**
 * A machine that is lost within a transaction does not say so: its silence ends what it holds, before
 * the others have waited too long.
 */
const endsOfLostMachines =
  '-c idle_in_transaction_session_timeout=45000 -c tcp_keepalives_idle=10 ' +
  '-c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';
/** At most so many at once, opened as they are needed. */
const connections = 10;
/** In characters, more or less: each chunk is a message of its own. */
const copiedAtOnce = 65_536;

/** A PostgreSQL database that any number of processes share. */
export class PostgresDatabase extends Database {
  protected override readonly selectMoment = 'SELECT pg_current_snapshot()::text AS moment';

  /** Opens the database that a URL names, migrated where needed. */
  static async open(
    url: string,
    beginning: Beginning,
    hash?: AuditHash,
  ): Promise<PostgresDatabase> {
    const options = optionsOf(url, `-c lock_timeout=${lockDeadline} ${endsOfLostMachines}`);
    const writing = await connected(url, new DataSource({ ...options, migrations }));
    const database = new PostgresDatabase(writing, readingPostgres(url));
    await database.ready(beginning, hash);
    return database;
  }

  /** Opens a database of this version, in which nothing can be written. */
  static async openToRead(url: string): Promise<PostgresDatabase> {
    const reading = await connected(url, readingPostgres(url));
    return new PostgresDatabase(reading, reading);
  }

  override select<R>(sql: string, values: readonly Value[]): Promise<readonly R[]> {
    return this.reader.query<R[]>(sql, [...values]);
  }

  override async change(sql: string, values: readonly Value[]): Promise<number> {
    const { affected } = await this.opened().runner.query(sql, [...values], true);
    return affected ?? 0;
  }

  /** By COPY. */
  override async insertAll<T>(
    { table, same, columns }: Into,
    items: readonly T[],
    write: (item: T, cells: Cell[]) => void,
  ): Promise<void> {
    const quoted = [...Object.keys(same), ...columns].map((name) => `"${name}"`).join();
    const connection: unknown = await this.opened().runner.connect();
    if (!isConnection(connection)) throw new Error('the driver has another connection');
    const constants = Object.values(same)
      .map((cell) => `${asText(cell)}\t`)
      .join('');
    const chunks = function* () {
      let text = '';
      for (const item of items) {
        const cells: Cell[] = [];
        write(item, cells);
        text += `${constants}${cells.map(asText).join('\t')}\n`;
        if (text.length < copiedAtOnce) continue;
        yield text;
        text = '';
      }
      if (text !== '') yield text;
    };
    await pipeline(
      Readable.from(chunks()),
      connection.query(copyFrom(`COPY ${table} (${quoted}) FROM STDIN`)),
    );
  }

  protected override async transact<T>(work: () => Promise<T>, alone: boolean): Promise<T> {
    const runner = this.writing.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      if (alone) await runner.query(`SELECT pg_advisory_xact_lock(${writingAlone})`);
      const value = await this.within(runner, alone, work);
      await runner.commitTransaction();
      return value;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** Connections, yet to be opened, that see what is committed and cannot write. */
export function readingPostgres(url: string): DataSource {
  return new DataSource(optionsOf(url, '-c default_transaction_read_only=on'));
}

function optionsOf(url: string, session: string) {
  return {
    type: 'postgres' as const,
    url,
    entities: entities('bytea'),
    installExtensions: false,
    poolSize: connections,
    applicationName: 'pilot-targets',
    extra: { options: session },
  };
}

function isConnection(value: unknown): value is ClientBase {
  return typeof value === 'object' && value !== null && 'query' in value;
}

/** A cell in COPY's text format. */
function asText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell !== 'string') return `\\\\x${Buffer.from(cell).toString('hex')}`;
  return cell.replaceAll(/[\\\t\n\r\0]/g, (special) => escapes[special] ?? special);
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  // PostgreSQL holds no such character.
  '\0': '\uFFFD',
};

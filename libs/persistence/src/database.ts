import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { Transactions } from '#application';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { Changes, type AuditChain, type Chained } from './audit/audit-chain.js';
import type { AuditHash } from './audit/audit-hash.js';
import { openChain } from './audit/open-chain.js';
import type { Cell, Into } from './bulk.js';
import { insertInto, updateIn, type Row } from './change-in.js';
import { prepareDatabase, type Purpose } from './prepare-database.js';
import { selectFrom, type Value, type Wanted } from './select-from.js';

/** The diagnostics channel that tells of every transaction how long, in ms, it waited to write. */
export const transactionWaits = 'pilot-targets:transaction-wait';
const waits = channel(transactionWaits);

/** What a new database is for, or what fills it. */
export type Beginning = Purpose | ((database: Database) => Promise<void>);

interface OpenTransaction {
  readonly runner: QueryRunner;
  readonly alone: boolean;
  /** Of sealed tables. */
  changes: Changes;
  readonly afterCommit: (() => void)[];
  state: 'open' | 'broken' | 'over';
}

/**
 * One database with two sides. The writing one is reached only through {@link run} and
 * {@link beside}. The other is read-only: it sees what is committed and nothing else.
 */
export abstract class Database implements Transactions {
  private readonly current = new AsyncLocalStorage<OpenTransaction>();
  private last: Promise<unknown> = Promise.resolve();
  private chain: AuditChain | undefined;

  protected constructor(
    protected readonly writing: DataSource,
    private readonly reading: DataSource,
  ) {}

  /** For reading: within a transaction what it sees, else what is committed. */
  get reader(): EntityManager {
    return this.isWithin ? this.writer : this.reading.manager;
  }

  /** Whether what is done now belongs to a transaction. Throws where that is over. */
  protected get isWithin(): boolean {
    if (!this.current.getStore()) return false;
    this.opened();
    return true;
  }

  /** For writing. Throws outside a transaction. */
  get writer(): EntityManager {
    return this.opened().runner.manager;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    if (outer && !outer.alone) throw new Error('a transaction beside others cannot become alone');
    if (outer) return this.join(this.opened(), work);
    // First come, first served: transactions at once on one connection would swallow each other.
    const asked = performance.now();
    const begun = () => {
      waits.publish(performance.now() - asked);
      return work();
    };
    const turn = this.last.then(() => this.outermost(begun, true));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async beside<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    return outer ? this.join(this.opened(), work) : this.outermost(work, false);
  }

  afterCommit(work: () => void): void {
    if (this.current.getStore()) this.opened().afterCommit.push(work);
    else work();
  }

  /** What the audit chain is made with. */
  get auditHash(): AuditHash {
    return this.sealing.hash;
  }

  /** Adds a row to a sealed table, which the transaction seals at its end. */
  async add(entity: EntityTarget<ObjectLiteral>, row: Row): Promise<void> {
    this.opened();
    const { sql, values } = insertInto(this.writing.getMetadata(entity), row);
    const keys = await this.select<ObjectLiteral>(sql, values);
    for (const key of keys) this.changed(entity, key);
  }

  /**
   * Changes the rows of a table where columns hold this, as by {@link change}.
   * @returns how many
   */
  update(entity: EntityTarget<ObjectLiteral>, where: Row, row: Row): Promise<number> {
    const { sql, values } = updateIn(this.writing.getMetadata(entity), where, row);
    return this.change(sql, values);
  }

  /**
   * Says that a row of a sealed table was changed or removed, which the transaction seals at its
   * end. Throws beside others.
   * @param key with the properties of the primary key, of which there may be more
   */
  changed(entity: EntityTarget<ObjectLiteral>, key: ObjectLiteral): void {
    const { changes, alone } = this.opened();
    if (!alone) throw new Error('what is sealed is changed alone');
    const table = this.sealing.tableOf(entity);
    changes.add(table, table.keyOf(key));
  }

  /**
   * Rows of a table, read as by {@link reader}: TypeORM builds a statement anew each time, which takes
   * ten times as long as to run it.
   */
  rows<E extends ObjectLiteral>(entity: EntityTarget<E>, wanted: Wanted): Promise<readonly E[]> {
    const { sql, values } = selectFrom(this.writing.getMetadata(entity), wanted);
    return this.select<E>(sql, values);
  }

  /** The one row of a table where columns hold this. */
  async row<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: Wanted['where'],
  ): Promise<E | undefined> {
    return (await this.rows(entity, { where }))[0];
  }

  /**
   * A text that is another after every commit, by whomever; undefined within a transaction, which
   * sees what is not committed.
   */
  async moment(): Promise<string | undefined> {
    if (this.current.getStore()) return undefined;
    const [found] = await this.select<{ moment: string | number }>(this.selectMoment, []);
    return found?.moment.toString();
  }

  /** Of the connection that reads, which commits nothing itself. */
  protected abstract readonly selectMoment: string;

  /** What a statement gives, read as by {@link reader}; its parameters are `$1`, `$2`, …. */
  abstract select<R>(sql: string, values: readonly Value[]): Promise<readonly R[]>;

  /**
   * Adds, changes or removes rows; parameters as of {@link select}. Of a sealed table {@link changed}
   * is to be told. Throws outside a transaction.
   * @returns how many
   */
  abstract change(sql: string, values: readonly Value[]): Promise<number>;

  /** Writes rows past TypeORM's slower insert. Throws outside a transaction. */
  abstract insertAll<T>(
    into: Into,
    items: readonly T[],
    write: (item: T, cells: Cell[]) => void,
  ): Promise<void>;

  /** Waits for the transactions begun, and closes the connections. */
  async close(): Promise<void> {
    await this.last;
    for (const side of [this.reading, this.writing]) if (side.isInitialized) await side.destroy();
  }

  /** Makes work a transaction of its own by {@link within}, committed or rolled back. */
  protected abstract transact<T>(work: () => Promise<T>, alone: boolean): Promise<T>;

  /** Prepares the writing side alone, then opens the other; closes what is open where it fails. */
  protected async ready(beginning: Beginning, hash: AuditHash | undefined): Promise<void> {
    try {
      await this.run(async () => {
        const transaction = this.opened();
        const begin = typeof beginning === 'string' ? beginning : () => beginning(this);
        await prepareDatabase(this.writing, transaction.runner, begin);
        const { chain, begun } = await openChain(this.writer, hash);
        this.chain = chain;
        transaction.changes = begun;
      });
      await this.reading.initialize();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Does work whose writes go to a runner. Throws where they may not be committed. */
  protected async within<T>(
    runner: QueryRunner,
    alone: boolean,
    work: () => Promise<T>,
  ): Promise<T> {
    const transaction: OpenTransaction = {
      ...{ runner, alone, changes: new Changes(), afterCommit: [] },
      state: 'open',
    };
    try {
      const value = await this.current.run(transaction, work);
      await this.current.run(transaction, () =>
        this.sealing.seal(this.writer, this.opened().changes, (links) => this.link(links)),
      );
      return value;
    } finally {
      transaction.state = 'over';
    }
  }

  /** Writes links at the end of the audit chain. */
  private link(links: readonly Chained[]): Promise<void> {
    const columns = ['number', 'entry', 'of_table', 'of_row', 'digest', 'chain'];
    return this.insertAll({ table: 'seal', same: {}, columns }, links, (link, cells) => {
      const { number, entry, table, row, digest, chain } = link;
      cells.push(number, entry, table, row, digest, chain);
    });
  }

  private get sealing(): AuditChain {
    if (!this.chain) throw new Error('the database is not ready');
    return this.chain;
  }

  protected opened(): OpenTransaction {
    const transaction = this.current.getStore();
    if (transaction?.state !== 'open') throw new Error('a write outside an open transaction');
    return transaction;
  }

  private async outermost<T>(work: () => Promise<T>, alone: boolean): Promise<T> {
    let afterCommit: readonly (() => void)[] = [];
    const value = await this.transact(() => {
      ({ afterCommit } = this.opened());
      return work();
    }, alone);
    for (const each of afterCommit) each();
    return value;
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
}

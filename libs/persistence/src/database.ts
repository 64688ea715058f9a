import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transactions } from '#application';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

export type Cell = string | number | Uint8Array | null;

/** Where rows in bulk go. */
export interface Into {
  readonly table: string;
  /** What all rows have in common; said once, which saves a tenth of the time. */
  readonly same: Readonly<Record<string, Cell>>;
  /** The other columns. */
  readonly columns: readonly string[];
}

interface OpenTransaction {
  readonly runner: QueryRunner;
  readonly alone: boolean;
  state: 'open' | 'broken' | 'over';
}

/**
 * One database with two sides. The writing one is reached only through {@link run} and
 * {@link beside}. The other is read-only: it sees what is committed and nothing else.
 */
export abstract class Database implements Transactions {
  private readonly current = new AsyncLocalStorage<OpenTransaction>();
  private last: Promise<unknown> = Promise.resolve();

  protected constructor(
    protected readonly writing: DataSource,
    private readonly reading: DataSource,
  ) {}

  /** For reading: within a transaction what it sees, else what is committed. */
  get reader(): EntityManager {
    return this.current.getStore() ? this.opened().runner.manager : this.reading.manager;
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
    const turn = this.last.then(() => this.transact(work, true));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async beside<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    return outer ? this.join(this.opened(), work) : this.transact(work, false);
  }

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
  protected async ready(prepare: (runner: QueryRunner) => Promise<void>): Promise<void> {
    try {
      await this.run(() => prepare(this.opened().runner));
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
    const transaction: OpenTransaction = { runner, alone, state: 'open' };
    try {
      const value = await this.current.run(transaction, work);
      this.current.run(transaction, () => this.opened());
      return value;
    } finally {
      transaction.state = 'over';
    }
  }

  protected opened(): OpenTransaction {
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
}

import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { AuditEntryEntity } from '../entities/audit-entry.entity.js';
import type { SealEntity } from '../entities/seal.entity.js';
import { digestOf, type AuditHash } from './audit-hash.js';
import { SealedTable } from './sealed-table.js';

/** Rows that are read back, or written, at once. */
const batch = 500;

/** The rows of sealed tables that a transaction changed: their keys by table. */
export class Changes {
  readonly keys = new Map<SealedTable, Set<string>>();

  add(table: SealedTable, key: string): void {
    const known = this.keys.get(table);
    if (known) known.add(key);
    else this.keys.set(table, new Set([key]));
  }
}

type Link = Omit<SealEntity, 'chain'>;
/** A link with its place in the chain. */
export type Chained = Link & { readonly chain: string };

/** The hash that a link of the chain carries. */
export function chainHash(hash: AuditHash, before: string, link: Link): string {
  const { number, entry, table, row, digest } = link;
  return digestOf(hash, JSON.stringify([before, number, entry, table, row, digest]));
}

/** The link before the first. */
export const beginning: Pick<SealEntity, 'number' | 'chain'> = { number: 0, chain: '' };

/** Writes the chain that every change of business data becomes part of. */
export class AuditChain {
  private readonly tables: ReadonlyMap<string, SealedTable>;

  constructor(
    private readonly source: DataSource,
    readonly hash: AuditHash,
  ) {
    this.tables = SealedTable.all(source);
  }

  /** Throws where the entity's table is not sealed. */
  tableOf(entity: EntityTarget<ObjectLiteral>): SealedTable {
    const { tableName } = this.source.getMetadata(entity);
    const table = this.tables.get(tableName);
    if (!table) throw new Error(`${tableName} is not among the sealed tables`);
    return table;
  }

  /** Every row that there is, as if it were changed just now. */
  async everything(manager: EntityManager): Promise<Changes> {
    const changes = new Changes();
    for (const table of this.tables.values()) {
      for (const key of await table.allKeys(manager)) changes.add(table, key);
    }
    return changes;
  }

  /**
   * Seals what a transaction has changed, at its end; it must be alone, as links have an order.
   * Throws where it added no audit entry.
   * @param write writes links at the end of the chain
   */
  async seal(
    manager: EntityManager,
    { keys }: Changes,
    write: (links: readonly Chained[]) => Promise<void>,
  ): Promise<void> {
    if (keys.size === 0) return;
    const entries = keys.get(this.tableOf(AuditEntryEntity));
    if (!entries) {
      const names = [...keys.keys()].map(({ name }) => name).join(', ');
      throw new Error(`a change without an audit entry: ${names}`);
    }
    const entry = Math.max(...[...entries].map(Number));
    let last = await lastLink(manager);
    for (const [table, changed] of keys) {
      const all = [...changed];
      for (let start = 0; start < all.length; start += batch) {
        const part = all.slice(start, start + batch);
        const links = this.links(last, entry, table, part, await table.read(manager, part));
        await write(links);
        last = links.at(-1) ?? last;
      }
    }
  }

  private links(
    last: Pick<SealEntity, 'number' | 'chain'>,
    entry: number,
    table: SealedTable,
    keys: readonly string[],
    rows: Awaited<ReturnType<SealedTable['read']>>,
  ): Chained[] {
    let { number, chain } = last;
    return keys.map((key) => {
      const row = rows.get(key);
      const digest = row ? digestOf(this.hash, table.text(row)) : null;
      const link = { number: ++number, entry, table: table.name, row: key, digest };
      chain = chainHash(this.hash, chain, link);
      return { ...link, chain };
    });
  }
}

async function lastLink(manager: EntityManager): Promise<typeof beginning> {
  const [last] = await manager.query<(typeof beginning)[]>(
    'SELECT number, chain FROM seal ORDER BY number DESC LIMIT 1',
  );
  return last ?? beginning;
}

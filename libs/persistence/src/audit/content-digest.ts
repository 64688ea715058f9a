import type { Hash } from 'node:crypto';
import type { EntityManager, EntityMetadata } from 'typeorm';
import type { Cell } from '../bulk.js';
import { digesting, type AuditHash } from './audit-hash.js';
import { contentTables } from './sealed-tables.js';

/** Rows that are read at once. */
const batch = 2000;
/** Cells that are digested at once: their text stays in the processor's cache. */
const digestedAtOnce = 200;

/**
 * Digests of what a report contains, made while it is written and again when it is verified. The
 * rows of a ledger are a part of their own; so are the figures, the statements and the problems.
 */
export class ContentDigest {
  private readonly parts = new Map<string, Hash>();
  /** How many rows were added. */
  rows = 0;

  constructor(private readonly hash: AuditHash) {}

  /**
   * Adds rows of a part, in the order of their keys.
   * @param ledger undefined where the table knows none
   * @param write puts a row's cells beside report and ledger in the order of the entity's columns
   */
  add<T>(
    table: string,
    ledger: string | undefined,
    items: readonly T[],
    write: (item: T, cells: Cell[]) => void,
  ): void {
    const cells: Cell[] = [];
    for (const item of items) write(item, cells);
    if (cells.length === 0) return;
    const part = ledger === undefined ? table : `${table}/${ledger}`;
    const digest = this.parts.get(part) ?? digesting(this.hash);
    for (let start = 0; start < cells.length; start += digestedAtOnce) {
      const text = cells
        .slice(start, start + digestedAtOnce)
        .map(framed)
        .join('');
      // PostgreSQL holds no NUL.
      digest.update(text.replaceAll('\0', '\uFFFD'));
    }
    this.parts.set(part, digest);
    this.rows += items.length;
  }

  /** The digests by part, as a report's row keeps them. Ends the digest. */
  text(): string {
    const parts = [...this.parts].map(([part, digest]) => [part, digest.digest('hex')] as const);
    return JSON.stringify(Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1))));
  }
}

/** A cell that no other list of cells could begin with. */
function framed(cell: Cell): string {
  if (cell === null) return '-';
  const text = String(cell);
  return `${text.length}:${text}`;
}

/** The digest of what is kept of a report's content, by its number. */
export async function digestOfKept(
  manager: EntityManager,
  report: number,
  hash: AuditHash,
): Promise<ContentDigest> {
  const digest = new ContentDigest(hash);
  for (const table of contentTables) {
    await addKept(manager, manager.dataSource.getMetadata(table), report, digest);
  }
  return digest;
}

type KeptRow = Readonly<Record<string, Cell>>;

async function addKept(
  manager: EntityManager,
  { tableName, columns, primaryColumns }: EntityMetadata,
  report: number,
  digest: ContentDigest,
): Promise<void> {
  const { driver } = manager.dataSource;
  const names = columns.map(({ databaseName }) => databaseName).filter((name) => name !== 'report');
  const keys = primaryColumns.map(({ databaseName }) => databaseName).slice(1);
  const cellNames = names.filter((name) => name !== 'ledger');
  const quoted = (each: readonly string[]) => each.map((name) => driver.escape(name)).join();
  const places = keys.map((_, at) => driver.createParameter('', at + 1)).join();
  const after = ` AND (${quoted(keys)}) > (${places})`;
  const select = `SELECT ${quoted(names)} FROM ${tableName}
    WHERE report = ${driver.createParameter('', 0)}`;
  const order = ` ORDER BY ${quoted(keys)} LIMIT ${batch}`;
  let last: KeptRow | undefined;
  do {
    const from = last && keys.map((name) => last?.[name]);
    const rows = await manager.query<KeptRow[]>(select + (from ? after : '') + order, [
      report,
      ...(from ?? []),
    ]);
    for (const [ledger, ofLedger] of byLedger(rows)) {
      digest.add(tableName, ledger, ofLedger, (row, cells) => {
        for (const name of cellNames) cells.push(row[name] ?? null);
      });
    }
    last = rows.length === batch ? rows.at(-1) : undefined;
  } while (last);
}

function byLedger(rows: readonly KeptRow[]): ReadonlyMap<string | undefined, readonly KeptRow[]> {
  const ledgers = new Map<string | undefined, KeptRow[]>();
  for (const row of rows) {
    const ledger = row['ledger'] === undefined ? undefined : String(row['ledger']);
    const known = ledgers.get(ledger);
    if (known) known.push(row);
    else ledgers.set(ledger, [row]);
  }
  return ledgers;
}

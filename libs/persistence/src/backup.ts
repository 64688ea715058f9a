import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Checkpoint } from '#application';
import type { EntityManager, EntityMetadata } from 'typeorm';
import { checkpointOf } from './audit/checkpoint.js';
import { isBytes, largestBatch, names, type BackupHead } from './backup-format.js';
import type { Cell } from './bulk.js';
import { migrations } from './migrations/index.js';
import { openSnapshot } from './snapshot.js';

type KeptRow = Readonly<Record<string, Cell>>;

/**
 * Writes all that a store holds at one moment, while servers may be using it. Either kind of
 * database takes it back.
 * @param place as for `openStore`
 * @returns where the audit chain stands in it
 * @throws UnfitPlace where there is no store, or one of an earlier version
 */
export async function backUp(place: string, out: Writable): Promise<Checkpoint> {
  const { manager, close } = await openSnapshot(place);
  try {
    const checkpoint = await checkpointOf(manager);
    if (!checkpoint) throw new Error('the audit chain is gone');
    await pipeline(Readable.from(linesOf(manager, checkpoint)), createGzip({ level: 4 }), out);
    return checkpoint;
  } finally {
    await close();
  }
}

/** A head, then for each table its name and columns and a line a row, then the number of rows. */
async function* linesOf(manager: EntityManager, checkpoint: Checkpoint): AsyncGenerator<string> {
  const head: BackupHead = {
    format: 'pilot-targets-backup',
    migrations: names(migrations),
    checkpoint,
  };
  yield line(head);
  let rows = 0;
  for (const table of manager.dataSource.entityMetadatas) {
    yield line({ table: table.tableName, columns: table.columns.map((each) => each.databaseName) });
    for await (const some of rowsOf(manager, table)) {
      rows += some.length;
      yield some.map((row) => line(cellsOf(row, table))).join('');
    }
  }
  yield line({ rows });
}

async function* rowsOf(
  manager: EntityManager,
  table: EntityMetadata,
): AsyncGenerator<readonly KeptRow[]> {
  const { driver } = manager.dataSource;
  const keys = table.primaryColumns.map(({ databaseName }) => databaseName);
  const quoted = keys.map((key) => driver.escape(key)).join();
  const places = keys.map((_, at) => driver.createParameter('', at)).join();
  const batch = largestBatch(table);
  let last: KeptRow | undefined;
  do {
    const from: readonly Cell[] = last ? keys.map((key) => last?.[key] ?? null) : [];
    const rows: readonly KeptRow[] = await manager.query<KeptRow[]>(
      `SELECT * FROM ${driver.escape(table.tableName)}
       ${last ? `WHERE (${quoted}) > (${places})` : ''} ORDER BY ${quoted} LIMIT ${batch}`,
      [...from],
    );
    yield rows;
    last = rows.length === batch ? rows.at(-1) : undefined;
  } while (last);
}

function cellsOf(row: KeptRow, { columns }: EntityMetadata): readonly unknown[] {
  return columns.map((column) => {
    const cell = row[column.databaseName] ?? null;
    return isBytes(column) && cell instanceof Uint8Array
      ? Buffer.from(cell).toString('base64')
      : cell;
  });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Checkpoint } from '#application';
import type { EntityMetadata } from 'typeorm';
import { isBytes, largestBatch, names, UnfitBackup, type BackupHead } from './backup-format.js';
import type { Cell } from './bulk.js';
import type { Database } from './database.js';
import { migrations } from './migrations/index.js';
import { openDatabase } from './open-store.js';
import { linesIn } from './text-lines.js';

/**
 * Takes a backup back into a place that is empty: whole, or nothing of it.
 * @param place as for `openStore`
 * @returns where the audit chain stood when the backup was made
 * @throws UnfitBackup where the file is none of this version, or not whole
 * @throws UnfitPlace where the place is in use
 */
export async function restore(place: string, backup: Readable): Promise<Checkpoint> {
  let head: BackupHead | undefined;
  try {
    await pipeline(backup, createGunzip(), async (bytes: AsyncIterable<Buffer>) => {
      const lines = linesOf(bytes);
      head = headOf((await lines.next()).value);
      const database = await openDatabase(place, (filled) => fill(filled, lines));
      await database.close();
    });
  } catch (error) {
    if (isZipFault(error)) throw new UnfitBackup(notWhole, { cause: error });
    throw error;
  }
  if (!head) throw new UnfitBackup(notWhole);
  return head.checkpoint;
}

const notWhole = '备份文件不完整或已损坏。The backup is damaged.';

/** Rows of one table as they come, until there are as many as are written at once. */
interface Filling {
  readonly table: EntityMetadata;
  readonly columns: readonly string[];
  rows: (readonly unknown[])[];
}

async function fill(database: Database, lines: AsyncIterable<unknown>): Promise<void> {
  let filling: Filling | undefined;
  let count = 0;
  let isWhole = false;
  for await (const line of lines) {
    if (isWhole) throw new UnfitBackup(notWhole);
    if (Array.isArray(line)) {
      if (!filling) throw new UnfitBackup(notWhole);
      count++;
      if (filling.rows.push(line) === largestBatch(filling.table)) await write(database, filling);
      continue;
    }
    if (filling) await write(database, filling);
    isWhole = isObject(line) && line['rows'] === count;
    if (!isWhole) filling = fillingOf(database, line);
  }
  if (!isWhole) throw new UnfitBackup(notWhole);
  await continueNumbers(database);
}

async function write(database: Database, filling: Filling): Promise<void> {
  const { table, columns, rows } = filling;
  const areBytes = table.columns.map(isBytes);
  const into = { table: table.tableName, same: {}, columns };
  await database.insertAll(into, rows, (row, cells) => {
    for (const [index, isOfBytes] of areBytes.entries()) {
      cells.push(cellOf(row[index], isOfBytes));
    }
  });
  filling.rows = [];
}

function cellOf(cell: unknown, isOfBytes: boolean): Cell {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell !== 'string') throw new UnfitBackup(notWhole);
  return isOfBytes ? Buffer.from(cell, 'base64') : cell;
}

/** Generated numbers go on after those that were given; SQLite sees to that by itself. */
async function continueNumbers({ writer }: Database): Promise<void> {
  const { options, entityMetadatas } = writer.dataSource;
  if (options.type !== 'postgres') return;
  for (const { tableName, generatedColumns } of entityMetadatas) {
    for (const { databaseName: column } of generatedColumns) {
      await writer.query(
        `SELECT setval(pg_get_serial_sequence('${tableName}', '${column}'), max("${column}"))
         FROM "${tableName}" HAVING max("${column}") IS NOT NULL`,
      );
    }
  }
}

function fillingOf({ writer }: Database, line: unknown): Filling {
  const known = writer.dataSource.entityMetadatas;
  const table = known.find(({ tableName }) => isObject(line) && tableName === line['table']);
  if (!table || !isObject(line)) throw new UnfitBackup(notWhole);
  const columns = table.columns.map(({ databaseName }) => databaseName);
  if (JSON.stringify(line['columns']) !== JSON.stringify(columns)) throw new UnfitBackup(notWhole);
  return { table, columns, rows: [] };
}

function headOf(line: unknown): BackupHead {
  if (!isHead(line)) throw new UnfitBackup('这不是本系统的备份文件。The file is no backup.');
  if (line.migrations.join() !== names(migrations).join()) {
    throw new UnfitBackup(
      '备份出自另一版本，请用那个版本恢复，再升级。' +
        'The backup is of another version; restore it with that one, then upgrade.',
    );
  }
  return line;
}

function isHead(line: unknown): line is BackupHead {
  return isObject(line) && line['format'] === 'pilot-targets-backup';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<unknown, undefined> {
  for await (const line of linesIn(bytes)) {
    if (!line.endsWith('\n')) throw new UnfitBackup(notWhole);
    yield parsed(line);
  }
  return undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new UnfitBackup(notWhole, { cause });
  }
}

function isZipFault(error: unknown): boolean {
  return isObject(error) && String(error['code']).startsWith('Z_');
}

import type { Checkpoint } from '#application';
import type { EntityMetadata } from 'typeorm';

/** The first line of a backup. */
export interface BackupHead {
  readonly format: 'pilot-targets-backup';
  /** What had made the tables; the same must make those that take it back. */
  readonly migrations: readonly string[];
  /** Where the audit chain stands in it. */
  readonly checkpoint: Checkpoint;
}

/** A file is no backup, or not one that this version takes back; the text is for people. */
export class UnfitBackup extends Error {}

type Column = Pick<EntityMetadata['columns'][number], 'type'>;

/** Whether cells of a column are bytes, which are written in base64. */
export function isBytes({ type }: Column): boolean {
  return type === 'blob' || type === 'bytea';
}

/** How many rows of a table are held at once; those with bytes are large. */
export function largestBatch({ columns }: { readonly columns: readonly Column[] }): number {
  return columns.some(isBytes) ? 16 : 2000;
}

/** The names of migrations as a database records them. */
export function names(migrations: readonly { readonly name: string }[]): readonly string[] {
  return migrations.map(({ name }) => name);
}

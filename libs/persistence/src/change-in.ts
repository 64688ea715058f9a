import type { EntityMetadata } from 'typeorm';
import { columnOf, type Value } from './select-from.js';

/** What columns hold, by their properties. */
export type Row = Readonly<Record<string, Value>>;

/** The statement that adds a row to a table and gives its key, with its parameters `$1`, `$2`, …. */
export function insertInto(metadata: EntityMetadata, row: Row) {
  const columns = Object.keys(row).map((property) => columnOf(metadata, property));
  const places = columns.map((_, index) => `$${index + 1}`);
  const key = metadata.primaryColumns.map(
    ({ databaseName, propertyName }) => `"${databaseName}" AS "${propertyName}"`,
  );
  const sql = `INSERT INTO "${metadata.tableName}" (${columns.join()}) VALUES (${places.join()})
    RETURNING ${key.join()}`;
  return { sql, values: Object.values(row) };
}

/** The statement that changes the rows of a table where columns hold this; parameters as before. */
export function updateIn(metadata: EntityMetadata, where: Row, row: Row) {
  const values = [...Object.values(row), ...Object.values(where)];
  const equations = [...Object.keys(row), ...Object.keys(where)].map(
    (property, index) => `${columnOf(metadata, property)} = $${index + 1}`,
  );
  const set = equations.slice(0, Object.keys(row).length);
  const held = equations.slice(set.length);
  const sql = `UPDATE "${metadata.tableName}" SET ${set.join()} WHERE ${held.join(' AND ')}`;
  return { sql, values };
}

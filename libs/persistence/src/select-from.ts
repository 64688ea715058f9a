import { FindOperator, type EntityMetadata } from 'typeorm';

export type Value = string | number | null;

/** Which rows of a table are wanted, as TypeORM's `find` is asked for them. */
export interface Wanted {
  /** What columns hold, or are more or less than; all by their properties. */
  readonly where: Readonly<Record<string, Value | FindOperator<Value>>>;
  readonly order?: Readonly<Record<string, 'ASC' | 'DESC'>>;
  /** At most so many. */
  readonly take?: number;
}

const signs: Readonly<Partial<Record<string, string>>> = { moreThan: '>', lessThan: '<' };

/** A column by its property, in SQL. */
export function columnOf(metadata: EntityMetadata, property: string): string {
  const column = metadata.findColumnWithPropertyName(property);
  if (!column) throw new Error(`${metadata.name} has no ${property}`);
  return `"${column.databaseName}"`;
}

/** The statement for rows of a table, by their properties, with its parameters `$1`, `$2`, …. */
export function selectFrom(metadata: EntityMetadata, { where, order, take }: Wanted) {
  const values: Value[] = [];
  const place = (value: Value) => `$${values.push(value)}`;
  const named = (property: string) => columnOf(metadata, property);
  const conditions = Object.entries(where).map(([property, wanted]) => {
    if (!(wanted instanceof FindOperator)) return `${named(property)} = ${place(wanted)}`;
    const sign = signs[wanted.type];
    if (sign === undefined) throw new Error(`'${wanted.type}' is not asked of plain rows`);
    return `${named(property)} ${sign} ${place(wanted.value)}`;
  });
  const sorted = Object.entries(order ?? {}).map(
    ([property, direction]) => `${named(property)} ${direction}`,
  );
  const sql = [
    `${allOf(metadata)} WHERE ${conditions.join(' AND ')}`,
    sorted.length > 0 ? `ORDER BY ${sorted.join()}` : '',
    take === undefined ? '' : `LIMIT ${place(take)}`,
  ];
  return { sql: sql.join(' '), values };
}

const known = new WeakMap<EntityMetadata, string>();

function allOf(metadata: EntityMetadata): string {
  const written = known.get(metadata);
  if (written !== undefined) return written;
  const columns = metadata.columns.map(
    ({ databaseName, propertyName }) => `"${databaseName}" AS "${propertyName}"`,
  );
  const all = `SELECT ${columns.join()} FROM "${metadata.tableName}"`;
  known.set(metadata, all);
  return all;
}

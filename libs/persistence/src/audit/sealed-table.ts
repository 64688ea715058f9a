import type { DataSource, EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import { sealedTables } from './sealed-tables.js';

export type RawRow = Readonly<Record<string, unknown>>;

/** Stands between the values of a key that has several; no text that is a key holds it. */
const between = '\u001F';
const largestInteger = 2 ** 31 - 1;

/** What is hashed of a row whose filled columns are given in their order. */
export function sealedText(filled: RawRow): string {
  return `${JSON.stringify(filled).slice(1, -1)},`;
}

/** A table whose rows are sealed, as the database knows it. */
export class SealedTable {
  /** The columns that a seal covers, in the order in which they are hashed. */
  readonly columns: readonly string[];
  private readonly keys: readonly { readonly name: string; readonly isInteger: boolean }[];
  private readonly quote: (name: string) => string;

  private constructor(
    private readonly metadata: EntityMetadata,
    except: readonly string[],
  ) {
    this.columns = metadata.columns
      .map(({ databaseName }) => databaseName)
      .filter((name) => !except.includes(name))
      .sort();
    this.keys = metadata.primaryColumns.map(({ databaseName, type }) => ({
      name: databaseName,
      isInteger: type === 'integer',
    }));
    this.quote = (name) => metadata.dataSource.driver.escape(name);
  }

  /** Every sealed table by its name. */
  static all(source: DataSource): ReadonlyMap<string, SealedTable> {
    return new Map(
      sealedTables.map(({ entity, except = [] }) => {
        const table = new SealedTable(source.getMetadata(entity), except);
        return [table.name, table];
      }),
    );
  }

  get name(): string {
    return this.metadata.tableName;
  }

  /** The key of a row that is given by its entity's properties. */
  keyOf(row: ObjectLiteral): string {
    return this.metadata.primaryColumns
      .map((column) => String(column.getEntityValue(row)))
      .join(between);
  }

  /** What is hashed of a row: each filled column's name and value. */
  text(row: RawRow): string {
    let text = '';
    for (const name of this.columns) {
      const value = row[name];
      if (value !== null) text += `"${name}":${JSON.stringify(value)},`;
    }
    return text;
  }

  /** The filled columns of a row, in the order in which they are hashed. */
  filled(row: RawRow): RawRow {
    const filled = this.columns.filter((name) => row[name] !== null);
    return Object.fromEntries(filled.map((name) => [name, row[name]]));
  }

  /** The rows with such keys that there are, by key. */
  async read(
    manager: EntityManager,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, RawRow>> {
    const rows = await this.query(manager, keys, this.columns.map(this.quote).join());
    return new Map(rows.map((row) => [this.keyIn(row), row]));
  }

  /**
   * What is hashed of the rows with such keys that there are, by key: {@link text} of each. SQLite
   * writes it itself, as to have it hand over column by column takes longer than all the rest.
   */
  async texts(
    manager: EntityManager,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (this.isPostgres) {
      const rows = await this.read(manager, keys);
      return new Map([...rows].map(([key, row]) => [key, this.text(row)]));
    }
    const written = this.columns.map((name) => {
      const column = this.quote(name);
      // Bytes, which no sealed column holds by itself, have no JSON in SQLite.
      return `CASE typeof(${column}) WHEN 'null' THEN '' WHEN 'blob' THEN '?'
        ELSE '"${name}":' || json_quote(${column}) || ',' END`;
    });
    const names = this.keys.map(({ name }) => this.quote(name));
    const selected = `${names.join()}, ${written.join(' || ')} AS sealed_text`;
    const rows = await this.query(manager, keys, selected);
    return new Map(rows.map((row) => [this.keyIn(row), String(row['sealed_text'])]));
  }

  /** Keys of rows that no link of the chain is about, after a key, some at a time. */
  async unsealed(manager: EntityManager, after: string | undefined): Promise<readonly string[]> {
    const { driver } = this.metadata.dataSource;
    const names = this.keys.map(({ name }) => this.quote(name));
    const glue = ` || ${this.isPostgres ? 'chr' : 'char'}(${between.charCodeAt(0)}) || `;
    const key = names.map((name) => `CAST(sealed.${name} AS text)`).join(glue);
    const from = after === undefined ? [] : (this.values(after) ?? []);
    const places = from.map((_, at) => driver.createParameter('', at)).join();
    const sql = `SELECT ${names.join()} FROM ${this.quote(this.name)}
 AS sealed
      WHERE NOT EXISTS (SELECT 1 FROM seal WHERE of_table = '${this.name}' AND of_row = ${key})
      ${from.length > 0 ? `AND (${names.join()}) > (${places})` : ''}
      ORDER BY ${names.join()} LIMIT 1000`;
    return (await manager.query<RawRow[]>(sql, [...from])).map((row) => this.keyIn(row));
  }

  /** The keys of all rows. */
  async allKeys(manager: EntityManager): Promise<readonly string[]> {
    const names = this.keys.map(({ name }) => this.quote(name)).join();
    const sql = `SELECT ${names} FROM ${this.quote(this.name)} ORDER BY ${names}`;
    return (await manager.query<RawRow[]>(sql)).map((row) => this.keyIn(row));
  }

  private get isPostgres(): boolean {
    return this.metadata.dataSource.driver.options.type === 'postgres';
  }

  /** Selects from the rows with such keys. */
  private async query(
    manager: EntityManager,
    keys: readonly string[],
    selected: string,
  ): Promise<readonly RawRow[]> {
    const wanted = keys.map((key) => this.values(key)).filter((each) => each !== undefined);
    if (wanted.length === 0) return [];
    const { driver } = this.metadata.dataSource;
    const names = this.keys.map(({ name }) => this.quote(name));
    let index = 0;
    const place = () => driver.createParameter('', index++);
    const condition =
      names.length === 1
        ? `${names.join()} IN (${wanted.map(place).join()})`
        : wanted
            .map((values) => values.map((_, at) => `${names[at]} = ${place()}`).join(' AND '))
            .join(' OR ');
    const sql = `SELECT ${selected} FROM ${this.quote(this.name)} WHERE ${condition}`;
    return manager.query<RawRow[]>(sql, wanted.flat());
  }

  private keyIn(row: RawRow): string {
    return this.keys.map(({ name }) => String(row[name])).join(between);
  }

  /** The values of a key; undefined where no row of this table can have it. */
  private values(key: string): readonly (string | number)[] | undefined {
    const parts = key.split(between);
    if (parts.length !== this.keys.length) return undefined;
    const values = parts.map((part, at) => (this.keys[at]?.isInteger ? Number(part) : part));
    const isFit = (value: string | number) =>
      typeof value === 'string' || (Number.isInteger(value) && Math.abs(value) <= largestInteger);
    return values.every(isFit) ? values : undefined;
  }
}

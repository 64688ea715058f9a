import type { DataSource, EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import { sealedTables } from './sealed-tables.js';

export type RawRow = Readonly<Record<string, unknown>>;

/** Stands between the values of a key that has several; no text that is a key holds it. */
export const between = '\u001F';
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
    const wanted = this.wanted(keys);
    if (wanted.length === 0) return new Map();
    const { driver } = this.metadata.dataSource;
    let index = 0;
    const place = () => driver.createParameter('', index++);
    const names = this.keys.map(({ name }) => this.quote(name));
    const condition =
      names.length === 1
        ? `${names.join()} IN (${wanted.map(place).join()})`
        : wanted
            .map((values) => values.map((_, at) => `${names[at]} = ${place()}`).join(' AND '))
            .join(' OR ');
    const sql = `SELECT ${this.columns.map(this.quote).join()} FROM ${this.quote(this.name)} WHERE ${condition}`;
    const rows = await manager.query<RawRow[]>(sql, wanted.flat());
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
    // JSON holds neither a tabulator nor an end of line as such.
    const [found] = await manager.query<{ lines: string | null }[]>(
      `SELECT group_concat(json_quote(${this.key}) || char(9) || ${written.join(' || ')}, char(10)) AS lines
       FROM ${this.quote(this.name)} WHERE (${this.names})
       IN (SELECT ${this.keys.map((_, at) => `value ->> ${at}`).join()} FROM json_each(?))`,
      [JSON.stringify(this.wanted(keys))],
    );
    return new Map(
      found?.lines?.split('\n').map((line) => {
        const [key = '', text = ''] = line.split('\t');
        return [String(JSON.parse(key)), text];
      }),
    );
  }

  /** Whether there are as many rows as links of the chain are about, each counted once. */
  async isFull(manager: EntityManager): Promise<boolean> {
    const same = await manager.query<unknown[]>(
      `SELECT 1 WHERE (SELECT count(*) FROM ${this.quote(this.name)})
         = (SELECT count(DISTINCT of_row) FROM seal WHERE of_table = '${this.name}')`,
    );
    return same.length > 0;
  }

  /** Keys of rows that no link of the chain is about, after a key, some at a time. */
  async unsealed(manager: EntityManager, after: string | undefined): Promise<readonly string[]> {
    const { driver } = this.metadata.dataSource;
    const from = after === undefined ? [] : (this.values(after) ?? []);
    const places = from.map((_, at) => driver.createParameter('', at)).join();
    const sql = `SELECT ${this.names} FROM ${this.quote(this.name)}
      WHERE NOT EXISTS (SELECT 1 FROM seal WHERE of_table = '${this.name}' AND of_row = ${this.key})
      ${from.length > 0 ? `AND (${this.names}) > (${places})` : ''}
      ORDER BY ${this.names} LIMIT 1000`;
    return (await manager.query<RawRow[]>(sql, [...from])).map((row) => this.keyIn(row));
  }

  /** The keys of all rows. */
  async allKeys(manager: EntityManager): Promise<readonly string[]> {
    const sql = `SELECT ${this.names} FROM ${this.quote(this.name)} ORDER BY ${this.names}`;
    return (await manager.query<RawRow[]>(sql)).map((row) => this.keyIn(row));
  }

  private get isPostgres(): boolean {
    return this.metadata.dataSource.driver.options.type === 'postgres';
  }

  /** The columns of the key, in SQL. */
  private get names(): string {
    return this.keys.map(({ name }) => this.quote(name)).join();
  }

  /** The key of a row as one text, in SQL. */
  private get key(): string {
    const glue = ` || ${this.isPostgres ? 'chr' : 'char'}(${between.charCodeAt(0)}) || `;
    const own = this.quote(this.name);
    return this.keys.map(({ name }) => `CAST(${own}.${this.quote(name)} AS text)`).join(glue);
  }

  private keyIn(row: RawRow): string {
    return this.keys.map(({ name }) => String(row[name])).join(between);
  }

  /** The values of those keys that a row of this table can have. */
  private wanted(keys: readonly string[]): readonly (readonly (string | number)[])[] {
    return keys.map((key) => this.values(key)).filter((each) => each !== undefined);
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

import type { Database as SqliteHandle, Statement } from 'better-sqlite3';

/** More than there are but for those of lists, which are of every length. */
const most = 200;

/** The statements of a connection, each prepared once; past TypeORM, whose way to them is longer than some run. */
export class PreparedStatements {
  /** What the rows of a statement hold, its text alone tells. */
  private readonly known = new Map<string, Statement<unknown[], never>>();

  /** @param handle told later by {@link use} where it is not open yet */
  constructor(private handle?: SqliteHandle) {}

  /** Tells of the connection, once it is open. */
  readonly use = (handle: SqliteHandle): void => {
    this.handle = handle;
  };

  of(sql: string): Statement<unknown[], never> {
    const known = this.known.get(sql);
    if (known) return known;
    if (!this.handle) throw new Error('the driver opened no connection');
    const statement = this.handle.prepare<unknown[], never>(sql);
    if (this.known.size === most) this.known.clear();
    this.known.set(sql, statement);
    return statement;
  }
}

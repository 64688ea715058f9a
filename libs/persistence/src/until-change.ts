import type { Database } from './database.js';

/** Remembers what was read as long as nothing was committed since, by whomever. */
export class UntilChange<T> {
  private readonly known = new Map<string, T>();
  private moment: string | undefined;

  /** @param most how many are remembered */
  constructor(
    private readonly database: Pick<Database, 'moment'>,
    private readonly most: number,
  ) {}

  /** What is known under a name, else what is read now; within a transaction it is always read. */
  async of(name: string, read: () => Promise<T>): Promise<T> {
    const moment = await this.database.moment();
    if (moment === undefined) return read();
    if (moment !== this.moment) this.known.clear();
    this.moment = moment;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const found = await read();
    // It is of this moment or of a later one.
    if (this.moment === moment) {
      if (this.known.size === this.most) this.known.clear();
      this.known.set(name, found);
    }
    return found;
  }
}

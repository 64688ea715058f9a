import type { Database } from './database.js';

/** Remembers what was read as long as nothing was committed since, by whomever. */
export class UntilChange<T> {
  private readonly known = new Map<string, Promise<T>>();
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
    if (known) return known;
    // Of this moment or a later one, and read once however many ask at once.
    const found = read();
    if (this.known.size === this.most) this.known.clear();
    this.known.set(name, found);
    found.catch(() => this.known.delete(name));
    return found;
  }
}

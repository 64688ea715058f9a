/** All or nothing. */
export interface Transactions {
  /**
   * Runs work whose changes become visible together, or not at all when it throws. A transaction
   * within a transaction is part of it. What is read inside is current and stays so.
   */
  run<T>(work: () => Promise<T>): Promise<T>;
  /**
   * As {@link run}, for work in bulk that touches nothing but rows of its own: others need not wait
   * for it, nor it for them.
   */
  beside<T>(work: () => Promise<T>): Promise<T>;
  /** Does something once what is open is committed, and never where it is not; outside at once. */
  afterCommit(work: () => void): void;
}

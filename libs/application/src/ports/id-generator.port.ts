/** Ids that nobody can guess. */
export interface IdGenerator {
  next(): string;
}

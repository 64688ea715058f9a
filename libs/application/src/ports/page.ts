/** Part of a longer list; `from` is what the last page gave as `next`. */
export interface PageRequest {
  readonly limit: number;
  readonly from?: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts, or null on the last. */
  readonly next: number | null;
}

import type { Page } from '#application';

/**
 * A page of what rows tell.
 * @param rows one more than the limit where there are more, which tells that there is a next page
 * @param place where a row stands in the whole list
 */
export function page<R, T>(
  rows: readonly R[],
  limit: number,
  item: (row: R) => T,
  place: (row: R) => number,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: last && rows.length > limit ? place(last) : null };
}

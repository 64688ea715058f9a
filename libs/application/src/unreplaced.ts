/** Those of records that no later one replaces. */
export function unreplaced<T extends { readonly id: string; readonly replaces: string | null }>(
  all: readonly T[],
): readonly T[] {
  const replaced = new Set(all.map(({ replaces }) => replaces));
  return all.filter(({ id }) => !replaced.has(id));
}

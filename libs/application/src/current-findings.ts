import type { FindingRecord } from './ports/finding-store.port.js';

/** The findings that no later one replaces. */
export function currentFindings(all: readonly FindingRecord[]): readonly FindingRecord[] {
  const replaced = new Set(all.map(({ replaces }) => replaces));
  return all.filter(({ id }) => !replaced.has(id));
}

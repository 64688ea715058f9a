import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '#application';

/** Stores with the place that they were opened at. */
export type PlacedStores = Stores & { readonly place: string };

/** Opens new stores, in a folder where that is what they keep things in. */
export type OpenStores<S extends Stores = Stores> = (
  folder: string,
) => Promise<S & { close(): Promise<void> }>;

/**
 * Opens new stores before each test of the `describe` around it, and closes them afterwards.
 * @param handOut is given them, and a folder to keep files in
 * @returns what does work in a transaction of theirs, with the audit entry that every change needs
 */
export function storesForEachTest<S extends Stores>(
  open: OpenStores<S>,
  handOut: (stores: S, folder: string) => void,
): <T>(work: () => Promise<T>) => Promise<T> {
  let folder: string;
  let stores: S & { close(): Promise<void> };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stores-'));
    stores = await open(folder);
    handOut(stores, folder);
  });
  afterEach(async () => {
    await stores.close();
    await rm(folder, { recursive: true });
  });
  const at = '2026-11-21T12:00:00.000+08:00';
  return (work) =>
    stores.transactions.run(async () => {
      await stores.audit.add({ at, who: 'the test', what: 'report-received', about: {} });
      return work();
    });
}

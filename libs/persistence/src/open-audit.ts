import type { Checkpoint } from '#application';
import { checkpointOf } from './audit/checkpoint.js';
import type { Deviation } from './audit/deviation.js';
import { Verification, type Verified } from './audit/verification.js';
import { placeOf } from './place.js';
import { readingPostgres } from './postgres-database.js';
import { readingSqlite } from './sqlite-database.js';

/** The audit of a store as it is at one moment, read over a connection that cannot write. */
export interface Audit {
  /** Where the chain stands; undefined where there is none. */
  readonly checkpoint: Checkpoint | undefined;
  /**
   * Recomputes the chain from the rows.
   * @param checkpoint what the chain was at an earlier moment
   */
  verify(
    onDeviation: (deviation: Deviation) => void,
    checkpoint?: Pick<Checkpoint, 'number' | 'chain'>,
  ): Promise<Verified>;
  close(): Promise<void>;
}

/**
 * Opens the audit of a store, which servers may be using meanwhile. Throws where there is no store.
 * @param place as for `openStore`
 */
export async function openAudit(place: string): Promise<Audit> {
  const at = placeOf(place);
  const isPostgres = at.kind === 'postgres';
  const source = isPostgres ? readingPostgres(at.url) : readingSqlite(at.path);
  await source.initialize();
  const runner = source.createQueryRunner();
  await runner.startTransaction(isPostgres ? 'REPEATABLE READ' : undefined);
  const { manager } = runner;
  return {
    checkpoint: await checkpointOf(manager),
    verify: (onDeviation, checkpoint) => new Verification(manager, onDeviation).run(checkpoint),
    close: async () => {
      await runner.rollbackTransaction();
      await runner.release();
      await source.destroy();
    },
  };
}

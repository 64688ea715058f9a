import type { Checkpoint, Instant } from '#application';
import type { EntityManager } from 'typeorm';
import { checkpointOf } from './audit/checkpoint.js';
import type { Deviation } from './audit/deviation.js';
import { Verification, type Verified } from './audit/verification.js';
import { openSnapshot } from './snapshot.js';

/** An entry as it is kept. */
export interface KeptEntry {
  readonly number: number;
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  /** Ids and hashes as JSON. */
  readonly about: string;
  /** The link that seals it, and that link's hash. */
  readonly link: number | null;
  readonly chain: string | null;
}

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
  /** The entries, oldest first, some at a time. */
  entries(): AsyncIterable<readonly KeptEntry[]>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the audit of a store, which servers may be using meanwhile.
 * @param place as for `openStore`
 * @throws UnfitPlace where there is no store, or one of an earlier version
 */
export async function openAudit(place: string): Promise<Audit> {
  const { manager, close } = await openSnapshot(place);
  return {
    checkpoint: await checkpointOf(manager),
    verify: (onDeviation, checkpoint) => new Verification(manager, onDeviation).run(checkpoint),
    entries: () => entriesIn(manager),
    close,
  };
}

async function* entriesIn(manager: EntityManager): AsyncGenerator<readonly KeptEntry[]> {
  const after = manager.dataSource.driver.createParameter('', 0);
  let last: KeptEntry | undefined;
  do {
    const entries: readonly KeptEntry[] = await manager.query<KeptEntry[]>(
      `SELECT entry.number, at, who, what, about, seal.number AS link, chain
       FROM audit_entry AS entry LEFT JOIN seal
         ON of_table = 'audit_entry' AND of_row = CAST(entry.number AS text)
       WHERE entry.number > ${after} ORDER BY entry.number LIMIT 1000`,
      [last?.number ?? 0],
    );
    yield entries;
    last = entries.at(-1);
  } while (last);
}

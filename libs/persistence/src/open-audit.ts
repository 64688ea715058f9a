import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Account, Checkpoint, Instant } from '#application';
import type { Day } from '#engine';
import type { EntityManager } from 'typeorm';
import { archiveLines } from './audit/archive.js';
import { chainHash } from './audit/audit-chain.js';
import { linksAfter, type Joint } from './audit/chain-reading.js';
import { checkpointOf } from './audit/checkpoint.js';
import type { Deviation } from './audit/deviation.js';
import { hashInUse } from './audit/open-chain.js';
import { Verification, type Verified } from './audit/verification.js';
import { verifyInThread } from './audit/verify-in-thread.js';
import type { VerifyStretch } from './audit/verify-stretch.js';
import { AccountEntity } from './entities/account.entity.js';
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

/** Whose an account is. */
export type Named = Pick<Account, 'name' | 'organisation'>;

/** The audit of a store as it is at one moment, read over a connection that cannot write. */
export interface Audit {
  /** Where the chain stands; undefined where there is none. */
  readonly checkpoint: Checkpoint | undefined;
  /**
   * Recomputes the chain from the rows.
   * @param threads how many read the chain at once
   * @param checkpoint what the chain was at an earlier moment
   */
  verify(
    onDeviation: (deviation: Deviation) => void,
    threads: number,
    checkpoint?: Joint,
  ): Promise<Verified>;
  /** The entries, oldest first, some at a time. */
  entries(): AsyncIterable<readonly KeptEntry[]>;
  /** Everybody who has or had an account, by its id. */
  people(): Promise<ReadonlyMap<string, Named>>;
  /**
   * Copies the chain and its audit entries from the beginning up to a day, as lines that
   * `verifyArchive` proves without this store.
   * @param before as for `archiveLines`
   * @returns where it ends
   * @throws UnfitArchive where no entry is of an earlier day, or where the chain does not hold
   */
  archive(before: Day, out: Writable): Promise<Checkpoint>;
  /** Whether the chain goes on from where an archive ends. */
  continues(end: Joint): Promise<boolean>;
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
    verify: (onDeviation, threads, checkpoint) => {
      const elsewhere: VerifyStretch = (stretch, tell) => verifyInThread(place, stretch, tell);
      return new Verification(manager, onDeviation, threads, elsewhere, checkpoint).run();
    },
    entries: () => entriesIn(manager),
    people: () => peopleIn(manager),
    archive: async (before, out) => {
      let ended: Checkpoint | undefined;
      const lines = archiveLines(manager, before, (end) => (ended = end));
      await pipeline(Readable.from(lines), out);
      if (!ended) throw new Error('an archive without an end');
      return ended;
    },
    continues: (end) => continues(manager, end),
    close,
  };
}

async function continues(manager: EntityManager, { number, chain }: Joint): Promise<boolean> {
  const [end, next] = await linksAfter(manager, number - 1);
  if (end?.number !== number || end.chain !== chain) return false;
  const hash = await hashInUse(manager);
  return hash !== undefined && (!next || chainHash(hash, chain, next) === next.chain);
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

async function peopleIn(manager: EntityManager): Promise<ReadonlyMap<string, Named>> {
  const accounts = await manager.find(AccountEntity);
  return new Map(accounts.map(({ id, name, organisation }) => [id, { name, organisation }]));
}

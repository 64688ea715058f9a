import { MoreThan, type EntityManager } from 'typeorm';
import { SealEntity } from '../entities/seal.entity.js';
import type { Chained } from './audit-chain.js';
import { digestOf, type AuditHash } from './audit-hash.js';
import { ChainReading, linksAfter, linksAtOnce, type Joint } from './chain-reading.js';
import type { Deviation } from './deviation.js';
import { SealedTable } from './sealed-table.js';

/** Links of the chain that follow one another. */
export interface Stretch {
  /** The link before the first. */
  readonly after: Joint;
  /** The last; undefined for that of the chain. */
  readonly upTo?: Joint;
  readonly hash: AuditHash;
  /** What the chain was at an earlier moment. */
  readonly checkpoint: Joint | undefined;
}

/** What a stretch came to. */
export interface VerifiedStretch {
  readonly links: number;
  /** Tables where a row is gone that a link is about. */
  readonly lacking: readonly string[];
}

/** Verifies a stretch, here or elsewhere, and tells every deviation. */
export type VerifyStretch = (
  stretch: Stretch,
  tell: (deviation: Deviation) => void,
) => Promise<VerifiedStretch>;

/**
 * Recomputes a stretch of the chain from the rows, and tells every deviation.
 * @param manager within a transaction that sees one moment
 */
export async function verifyStretch(
  manager: EntityManager,
  { after, upTo, hash, checkpoint }: Stretch,
  tell: (deviation: Deviation) => void,
): Promise<VerifiedStretch> {
  const reading = new ChainReading(hash, checkpoint, tell, after);
  const comparison = new RowComparison(manager, hash, tell);
  const end = upTo?.number ?? Infinity;
  let sum = 0;
  let links: readonly Chained[];
  do {
    const following = await linksAfter(manager, reading.last.number);
    links = following.filter(({ number }) => number <= end);
    for (const link of links) reading.take(link);
    await comparison.take(links);
    sum += links.length;
  } while (links.length === linksAtOnce);
  if (!upTo) reading.end();
  return { links: sum, lacking: [...comparison.lacking] };
}

/** Compares rows with the links about them, of which the last one counts. */
class RowComparison {
  /** Tables where a row is gone that a link is about. */
  readonly lacking = new Set<string>();
  private readonly tables: ReadonlyMap<string, SealedTable>;

  constructor(
    private readonly manager: EntityManager,
    private readonly hash: AuditHash,
    private readonly tell: (deviation: Deviation) => void,
  ) {
    this.tables = SealedTable.all(manager.dataSource);
  }

  async take(links: readonly Chained[]): Promise<void> {
    for (const name of new Set(links.map((link) => link.table))) {
      const table = this.tables.get(name);
      const about = links.filter((link) => link.table === name);
      const keys = about.map(({ row }) => row);
      const texts = await table?.texts(this.manager, keys);
      for (const { number, row: key, digest } of about) {
        const text = texts?.get(key);
        const found = text === undefined ? null : digestOf(this.hash, text);
        if (found === null) this.lacking.add(name);
        if (found === digest || (await this.isSuperseded(number, name, key))) continue;
        const kind = digest === null ? 'row-added' : found === null ? 'row-missing' : 'row-changed';
        this.tell({ kind, table: name, row: key });
      }
    }
  }

  private isSuperseded(number: number, table: string, row: string): Promise<boolean> {
    return this.manager.existsBy(SealEntity, { table, row, number: MoreThan(number) });
  }
}

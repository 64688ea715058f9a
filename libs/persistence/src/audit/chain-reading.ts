import type { Checkpoint } from '#application';
import type { EntityManager } from 'typeorm';
import { beginning, chainHash, type Chained } from './audit-chain.js';
import type { AuditHash } from './audit-hash.js';
import type { Deviation } from './deviation.js';

/** Links that are read at once. */
export const linksAtOnce = 2000;

/** The first links after one, in order. */
export function linksAfter(manager: EntityManager, number: number): Promise<Chained[]> {
  const place = manager.dataSource.driver.createParameter('', 0);
  return manager.query<Chained[]>(
    `SELECT number, entry, of_table AS "table", of_row AS "row", digest, chain
     FROM seal WHERE number > ${place} ORDER BY number LIMIT ${linksAtOnce}`,
    [number],
  );
}

/** Recomputes a chain link by link, and tells where it is not what its links say. */
export class ChainReading {
  /** The link that was read last. */
  last: Pick<Chained, 'number' | 'chain'> = beginning;

  /** @param checkpoint what the chain was at an earlier moment */
  constructor(
    private readonly hash: AuditHash,
    private readonly checkpoint: Pick<Checkpoint, 'number' | 'chain'> | undefined,
    private readonly tell: (deviation: Deviation) => void,
  ) {}

  take(link: Chained): void {
    const { last, checkpoint } = this;
    const { number, chain, entry, table, row, digest } = link;
    const from = last.number + 1;
    if (number > from) this.tell({ kind: 'links-missing', from, to: number - 1 });
    if (chainHash(this.hash, last.chain, { number, entry, table, row, digest }) !== chain) {
      this.tell({ kind: 'chain-broken', number });
    }
    if (number === checkpoint?.number && chain !== checkpoint.chain) {
      this.tell({ kind: 'chain-rewritten', number });
    }
    this.last = link;
  }

  /** After the last link. */
  end(): void {
    const { last, checkpoint } = this;
    if (last.number === 0) this.tell({ kind: 'chain-missing' });
    if (checkpoint && last.number < checkpoint.number) {
      this.tell({ kind: 'tail-cut', last: last.number, checkpoint: checkpoint.number });
    }
  }
}

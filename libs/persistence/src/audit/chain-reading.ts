import type { EntityManager } from 'typeorm';
import { beginning, chainHash, type Chained } from './audit-chain.js';
import type { AuditHash } from './audit-hash.js';
import type { Deviation } from './deviation.js';

/** What holds the chain together at a link: its number, and the hash that it carries. */
export type Joint = Pick<Chained, 'number' | 'chain'>;

/** Links that are read at once. */
export const linksAtOnce = 500;

/** The first links after one, in order. */
export async function linksAfter(
  manager: EntityManager,
  number: number,
): Promise<readonly Chained[]> {
  const { driver } = manager.dataSource;
  const following = `SELECT number, entry, of_table AS "table", of_row AS "row", digest, chain
     FROM seal WHERE number > ${driver.createParameter('', 0)} ORDER BY number LIMIT ${linksAtOnce}`;
  if (driver.options.type === 'postgres') return manager.query<Chained[]>(following, [number]);
  // SQLite takes twice as long to hand over one value after the other as to write them all.
  const written = ['number', 'entry', 'table', 'row', 'digest', 'chain'].map(
    // Bytes, which no link holds by itself, have no JSON in SQLite.
    (name) => `CASE typeof("${name}") WHEN 'blob' THEN '?' ELSE "${name}" END`,
  );
  const [found] = await manager.query<{ links: string }[]>(
    `SELECT json_group_array(json_array(${written.join()})) AS links FROM (${following})`,
    [number],
  );
  const links: unknown = JSON.parse(found?.links ?? '[]');
  if (!areLinks(links)) throw new Error('SQLite wrote no list of links');
  return links.map(([number, entry, table, row, digest, chain]) => {
    return { number, entry, table, row, digest, chain };
  });
}

const areLinks = (
  value: unknown,
): value is readonly [number, number, string, string, string | null, string][] =>
  Array.isArray(value);

/** Recomputes a chain link by link, and tells where it is not what its links say. */
export class ChainReading {
  /**
   * @param checkpoint what the chain was at an earlier moment
   * @param last the link that was read last
   */
  constructor(
    private readonly hash: AuditHash,
    private readonly checkpoint: Joint | undefined,
    private readonly tell: (deviation: Deviation) => void,
    public last: Joint = beginning,
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

import { createHash } from 'node:crypto';
import type { Checkpoint } from '#application';
import { MoreThan, type EntityManager } from 'typeorm';
import { FileEntity, filePiece, type FilePiece } from '../entities/file.entity.js';
import { ReportEntity } from '../entities/report.entity.js';
import { SealEntity } from '../entities/seal.entity.js';
import { beginning, chainHash } from './audit-chain.js';
import { digestOf, type AuditHash } from './audit-hash.js';
import { digestOfKept } from './content-digest.js';
import type { Deviation } from './deviation.js';
import { hashInUse } from './open-chain.js';
import { SealedTable } from './sealed-table.js';
import { contentTables } from './sealed-tables.js';

/** Links, or rows, that are read at once. */
const batch = 2000;

/** How much was verified. */
export interface Verified {
  readonly links: number;
  /** Rows that a report contains. */
  readonly contentRows: number;
  readonly deviations: number;
}

type LinkRead = Omit<SealEntity, 'table' | 'row'> & {
  readonly of_table: string;
  readonly of_row: string;
};

/** Recomputes the chain from the rows of one moment, and tells every deviation. */
export class Verification {
  private readonly tables: ReadonlyMap<string, SealedTable>;
  private links = 0;
  private contentRows = 0;
  private deviations = 0;

  /** @param manager within a transaction that sees one moment */
  constructor(
    private readonly manager: EntityManager,
    private readonly onDeviation: (deviation: Deviation) => void,
  ) {
    this.tables = SealedTable.all(manager.dataSource);
  }

  /** @param checkpoint what the chain was at an earlier moment */
  async run(checkpoint?: Pick<Checkpoint, 'number' | 'chain'>): Promise<Verified> {
    const hash = await hashInUse(this.manager);
    const last = await this.chain(hash ?? 'sha256', checkpoint);
    if (last === 0) this.tell({ kind: 'chain-missing' });
    if (checkpoint && last < checkpoint.number) {
      this.tell({ kind: 'tail-cut', last, checkpoint: checkpoint.number });
    }
    for (const table of this.tables.values()) await this.added(table);
    await this.contents(hash ?? 'sha256');
    await this.files();
    const { links, contentRows, deviations } = this;
    return { links, contentRows, deviations };
  }

  private tell(deviation: Deviation): void {
    this.deviations++;
    this.onDeviation(deviation);
  }

  /** @returns the number of the last link */
  private async chain(
    hash: AuditHash,
    checkpoint: Pick<Checkpoint, 'number' | 'chain'> | undefined,
  ): Promise<number> {
    let before: Pick<SealEntity, 'number' | 'chain'> = beginning;
    for (;;) {
      const links = await this.linksAfter(before.number);
      for (const link of links) {
        const { number, chain } = link;
        const from = before.number + 1;
        if (number > from) this.tell({ kind: 'links-missing', from, to: number - 1 });
        const { entry, of_table: table, of_row: row, digest } = link;
        if (chainHash(hash, before.chain, { number, entry, table, row, digest }) !== chain) {
          this.tell({ kind: 'chain-broken', number });
        }
        if (number === checkpoint?.number && chain !== checkpoint.chain) {
          this.tell({ kind: 'chain-rewritten', number });
        }
        before = link;
      }
      await this.rows(links, hash);
      this.links += links.length;
      if (links.length < batch) return before.number;
    }
  }

  private linksAfter(number: number): Promise<readonly LinkRead[]> {
    const place = this.manager.dataSource.driver.createParameter('', 0);
    return this.manager.query<LinkRead[]>(
      `SELECT number, entry, of_table, of_row, digest, chain
       FROM seal WHERE number > ${place} ORDER BY number LIMIT ${batch}`,
      [number],
    );
  }

  /** Compares rows with the links about them, of which the last one counts. */
  private async rows(links: readonly LinkRead[], hash: AuditHash): Promise<void> {
    for (const name of new Set(links.map(({ of_table }) => of_table))) {
      const table = this.tables.get(name);
      const about = links.filter(({ of_table }) => of_table === name);
      const keys = about.map(({ of_row }) => of_row);
      const rows = await table?.read(this.manager, keys);
      for (const { number, of_row: key, digest } of about) {
        const row = rows?.get(key);
        const found = row && table ? digestOf(hash, table.text(row)) : null;
        if (found === digest || (await this.isSuperseded(number, name, key))) continue;
        const kind = digest === null ? 'row-added' : found === null ? 'row-missing' : 'row-changed';
        this.tell({ kind, table: name, row: key });
      }
    }
  }

  private isSuperseded(number: number, table: string, row: string): Promise<boolean> {
    return this.manager.existsBy(SealEntity, { table, row, number: MoreThan(number) });
  }

  private async added(table: SealedTable): Promise<void> {
    let keys: readonly string[] = [];
    do {
      keys = await table.unsealed(this.manager, keys.at(-1));
      for (const row of keys) this.tell({ kind: 'row-added', table: table.name, row });
    } while (keys.length > 0);
  }

  private async contents(hash: AuditHash): Promise<void> {
    let last = 0;
    for (;;) {
      const reports = await this.manager.find(ReportEntity, {
        select: { number: true, state: true, content: true },
        where: { number: MoreThan(last) },
        order: { number: 'ASC' },
        take: batch,
      });
      for (const { number, state, content } of reports) {
        // What is being read is sealed once it is accepted.
        if (state === 'received') continue;
        const kept = await digestOfKept(this.manager, number, hash);
        this.contentRows += kept.rows;
        for (const part of differing(partsOf(content), partsOf(kept.text()))) {
          this.tell({ kind: 'content-changed', report: number, part });
        }
      }
      last = reports.at(-1)?.number ?? last;
      if (reports.length < batch) break;
    }
    for (const entity of contentTables) {
      const { tableName: table } = this.manager.dataSource.getMetadata(entity);
      for (const report of await this.strays(table)) {
        this.tell({ kind: 'content-added', report, table });
      }
    }
  }

  /** Reports that a table has content of and that are not there; by leaps, as rows are many. */
  private async strays(table: string): Promise<readonly number[]> {
    const found = await this.manager.query<{ report: number }[]>(
      `WITH RECURSIVE owner(report) AS (
         SELECT min(report) FROM ${table} UNION ALL
         SELECT (SELECT min(report) FROM ${table} WHERE report > owner.report)
         FROM owner WHERE owner.report IS NOT NULL)
       SELECT report FROM owner WHERE report IS NOT NULL AND report NOT IN (SELECT number FROM report)`,
    );
    return found.map(({ report }) => report);
  }

  private async files(): Promise<void> {
    const { manager } = this;
    for (const { number: file, sha256 } of await manager.find(FileEntity)) {
      const digest = createHash('sha256');
      const pieces = await manager.find<FilePiece>(filePiece, {
        ...{ select: { number: true }, where: { file }, order: { number: 'ASC' } },
      });
      for (const { number } of pieces) {
        digest.update((await manager.findOneByOrFail<FilePiece>(filePiece, { number })).bytes);
      }
      if (digest.digest('hex') !== sha256) this.tell({ kind: 'file-changed', sha256 });
    }
  }
}

/** The digests by part that a report's row keeps; none where it keeps none that can be read. */
function partsOf(content: string | null): ReadonlyMap<string, unknown> {
  try {
    const parts: unknown = JSON.parse(content ?? '{}');
    return new Map(Object.entries(typeof parts === 'object' && parts !== null ? parts : {}));
  } catch {
    return new Map();
  }
}

function differing(
  said: ReadonlyMap<string, unknown>,
  found: ReadonlyMap<string, unknown>,
): readonly string[] {
  const parts = [...new Set([...said.keys(), ...found.keys()])];
  return parts.filter((part) => said.get(part) !== found.get(part));
}

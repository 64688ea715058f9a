import { createHash } from 'node:crypto';
import { MoreThan, type EntityManager } from 'typeorm';
import { FileEntity, filePiece, type FilePiece } from '../entities/file.entity.js';
import { ReportEntity } from '../entities/report.entity.js';
import { beginning } from './audit-chain.js';
import type { AuditHash } from './audit-hash.js';
import { linksAfter, type Joint } from './chain-reading.js';
import { checkpointOf } from './checkpoint.js';
import { digestOfKept } from './content-digest.js';
import type { Deviation } from './deviation.js';
import { hashInUse } from './open-chain.js';
import { SealedTable } from './sealed-table.js';
import { contentTables } from './sealed-tables.js';
import { ClaimVerification } from './verify-claims.js';
import { verifyStretch, type VerifyStretch } from './verify-stretch.js';

/** Reports that are read at once. */
const batch = 2000;

/** How much was verified. */
export interface Verified {
  readonly links: number;
  /** Rows that a report contains. */
  readonly contentRows: number;
  readonly deviations: number;
}

/** Recomputes the chain from the rows of one moment, and tells every deviation. */
export class Verification {
  private links = 0;
  private contentRows = 0;
  private deviations = 0;
  /** Tables where a row is gone that a link is about. */
  private readonly lacking = new Set<string>();

  /**
   * @param manager within a transaction that sees one moment
   * @param stretches into how many the chain is divided
   * @param elsewhere verifies a stretch that ended before this moment
   * @param checkpoint what the chain was at an earlier moment
   */
  constructor(
    private readonly manager: EntityManager,
    private readonly onDeviation: (deviation: Deviation) => void,
    private readonly stretches: number,
    private readonly elsewhere: VerifyStretch,
    private readonly checkpoint: Joint | undefined,
  ) {}

  async run(): Promise<Verified> {
    const hash = (await hashInUse(this.manager)) ?? 'sha256';
    await this.chain(hash);
    for (const table of SealedTable.all(this.manager.dataSource).values()) await this.added(table);
    await this.contents(hash);
    await this.files();
    const { links, contentRows, deviations } = this;
    return { links, contentRows, deviations };
  }

  private tell(deviation: Deviation): void {
    this.deviations++;
    this.onDeviation(deviation);
  }

  /** Verifies the last stretch here, and meanwhile those before it elsewhere. */
  private async chain(hash: AuditHash): Promise<void> {
    const { manager, checkpoint } = this;
    const tell = (deviation: Deviation) => this.tell(deviation);
    const joints = await this.joints();
    const earlier = joints.map((upTo, at) => ({ after: joints[at - 1] ?? beginning, upTo }));
    const last = { after: joints.at(-1) ?? beginning };
    const verified = await Promise.all([
      ...earlier.map((each) => this.elsewhere({ ...each, hash, checkpoint }, tell)),
      verifyStretch(manager, { ...last, hash, checkpoint }, tell),
    ]);
    for (const { links, lacking } of verified) {
      this.links += links;
      for (const name of lacking) this.lacking.add(name);
    }
  }

  /** The links where one stretch ends and the next begins. */
  private async joints(): Promise<readonly Joint[]> {
    const { manager, stretches } = this;
    const links = (await checkpointOf(manager))?.number ?? 0;
    const joints: Joint[] = [];
    for (let at = 1; at < stretches; at++) {
      const [joint] = await linksAfter(manager, Math.floor((links * at) / stretches) - 1);
      if (joint && joint.number > (joints.at(-1)?.number ?? 0)) joints.push(joint);
    }
    return joints;
  }

  private async added(table: SealedTable): Promise<void> {
    // To count is quick: where every link's row is there, as many rows leave none without a link.
    if (!this.lacking.has(table.name) && (await table.isFull(this.manager))) return;
    let keys: readonly string[] = [];
    do {
      keys = await table.unsealed(this.manager, keys.at(-1));
      for (const row of keys) this.tell({ kind: 'row-added', table: table.name, row });
    } while (keys.length > 0);
  }

  private async contents(hash: AuditHash): Promise<void> {
    const claims = await ClaimVerification.of(this.manager, (deviation) => this.tell(deviation));
    let last = 0;
    for (;;) {
      const reports = await this.manager.find(ReportEntity, {
        select: { number: true, id: true, programme: true, state: true, content: true },
        where: { number: MoreThan(last) },
        order: { number: 'ASC' },
        take: batch,
      });
      for (const { number, state, content, ...report } of reports) {
        // What is being read is sealed once it is accepted.
        if (state === 'received') continue;
        const kept = await digestOfKept(this.manager, number, hash);
        this.contentRows += kept.rows;
        const changed = differing(partsOf(content), partsOf(kept.text()));
        for (const part of changed) this.tell({ kind: 'content-changed', report: number, part });
        await claims.take({ number, ...report }, kept.rows, changed.length === 0);
      }
      last = reports.at(-1)?.number ?? last;
      if (reports.length < batch) break;
    }
    await claims.end();
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
    const missing = await manager.query<{ sha256: string }[]>(
      `SELECT file AS sha256 FROM report WHERE state IN ('received', 'accepted')
       UNION SELECT sha256 FROM paper_file EXCEPT SELECT sha256 FROM file ORDER BY sha256`,
    );
    for (const { sha256 } of missing) this.tell({ kind: 'file-missing', sha256 });
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

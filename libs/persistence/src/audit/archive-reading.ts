import type { Checkpoint, Instant } from '#application';
import { linesIn } from '../text-lines.js';
import type { Chained } from './audit-chain.js';
import { auditHashes, digestOf, type AuditHash } from './audit-hash.js';
import { ChainReading, type Joint } from './chain-reading.js';
import type { ArchiveDeviation } from './deviation.js';
import { sealedText, type RawRow } from './sealed-table.js';

/** A file is no archive, or there is nothing to archive; the text is for people. */
export class UnfitArchive extends Error {}

/** What was verified of an archive. */
export interface VerifiedArchive {
  readonly links: number;
  readonly entries: number;
  readonly deviations: number;
  /** Where it ends. */
  readonly last: Checkpoint;
}

/** A line of an archive. */
export function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

export function headOf(hash: AuditHash): string {
  return lineOf({ format: 'pilot-targets-audit-archive', hash });
}

export function endOf({ number, chain }: Joint): string {
  return lineOf({ links: number, chain });
}

/** Whether a link is about an audit entry, which an archive holds beside it. */
export function isEntryLink({ table }: Pick<Chained, 'table'>): boolean {
  return table === 'audit_entry';
}

/**
 * Recomputes an archive from its own lines, without a database.
 * @param checkpoint what the chain was at its end, or before
 * @throws UnfitArchive where it is none
 */
export async function verifyArchive(
  archive: AsyncIterable<Uint8Array>,
  onDeviation: (deviation: ArchiveDeviation) => void,
  checkpoint?: Joint,
): Promise<VerifiedArchive> {
  const reading = new ArchiveReading(onDeviation, checkpoint);
  try {
    for await (const line of linesIn(archive)) reading.take(line);
  } catch (cause) {
    if (cause instanceof TypeError) throw new UnfitArchive(noArchive, { cause });
    throw cause;
  }
  return reading.end();
}

const noArchive = '这不是审计归档文件，或已损坏。The file is no archive of the audit, or damaged.';

/** Reads an archive line by line, and tells where it is not what was written. */
export class ArchiveReading {
  private hash: AuditHash | undefined;
  private chain: ChainReading;
  private lines = 0;
  private links = 0;
  private entries = 0;
  private deviations = 0;
  private at: Instant = '';
  private hasEnded = false;

  constructor(
    private readonly onDeviation: (deviation: ArchiveDeviation) => void,
    private readonly checkpoint: Joint | undefined,
  ) {
    this.chain = this.chainOf('sha256');
  }

  /** @throws UnfitArchive where the first line is not that of an archive */
  take(line: string): void {
    this.lines++;
    if (this.hash === undefined) {
      this.hash = auditHashes.find((hash) => line === headOf(hash));
      if (!this.hash) throw new UnfitArchive(noArchive);
      this.chain = this.chainOf(this.hash);
      return;
    }
    const value = parsed(line);
    if (!this.hasEnded && Array.isArray(value)) this.takeLink(value, this.hash);
    else if (!this.hasEnded && isObject(value)) this.takeEnd(line);
    else this.unreadable();
  }

  /** After the last line. */
  end(): VerifiedArchive {
    if (this.hash === undefined) throw new UnfitArchive(noArchive);
    this.chain.end();
    if (!this.hasEnded) this.tell({ kind: 'end-missing' });
    const { links, entries, deviations, at } = this;
    const { number, chain } = this.chain.last;
    return { links, entries, deviations, last: { number, chain, at } };
  }

  private takeLink(cells: readonly unknown[], hash: AuditHash): void {
    const link = linkOf(cells);
    if (!link) return this.unreadable();
    this.links++;
    this.chain.take(link);
    if (!isEntryLink(link)) {
      if (cells.length > 6) this.unreadable();
      return;
    }
    this.entries++;
    const { table, row } = link;
    const entry = cells[6];
    if (cells.length > 7) this.unreadable();
    if (!isObject(entry)) this.tell({ kind: 'row-missing', table, row });
    else if (digestOf(hash, sealedText(entry)) !== link.digest) {
      this.tell({ kind: 'row-changed', table, row });
    } else this.at = String(entry['at']);
  }

  private takeEnd(line: string): void {
    this.hasEnded = true;
    if (line !== endOf(this.chain.last)) this.tell({ kind: 'end-changed' });
  }

  private chainOf(hash: AuditHash): ChainReading {
    return new ChainReading(hash, this.checkpoint, (deviation) => this.tell(deviation));
  }

  private unreadable(): void {
    this.tell({ kind: 'line-unreadable', line: this.lines });
  }

  private tell(deviation: ArchiveDeviation): void {
    this.deviations++;
    this.onDeviation(deviation);
  }
}

/** What a line holds; undefined where it is not, to the character, as an archive is written. */
function parsed(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value && lineOf(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
}

function linkOf(cells: readonly unknown[]): Chained | undefined {
  const [number, entry, table, row, digest, chain] = cells;
  return typeof number === 'number' &&
    typeof entry === 'number' &&
    typeof table === 'string' &&
    typeof row === 'string' &&
    (typeof digest === 'string' || digest === null) &&
    typeof chain === 'string'
    ? { number, entry, table, row, digest, chain }
    : undefined;
}

function isObject(value: unknown): value is RawRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

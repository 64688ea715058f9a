import type {
  AuditEntry,
  AuditFilter,
  AuditLog,
  Checkpoint,
  Instant,
  KeptAuditEntry,
  Page,
  PageRequest,
} from '#application';
import { checkpointOf } from './audit/checkpoint.js';
import type { Database } from './database.js';
import { AuditEntryEntity } from './entities/audit-entry.entity.js';
import { page } from './page.js';

/** No entry has a greater number. */
const latest = 2 ** 31 - 1;

const entries = `SELECT entry.number AS "number", entry.at AS "at", entry.who AS "who",
    account.name AS "name", entry.what AS "what", entry.about AS "about", seal.number AS "link"
  FROM audit_entry AS entry
  LEFT JOIN account ON account.id = entry.who
  LEFT JOIN seal ON of_table = 'audit_entry' AND of_row = CAST(entry.number AS text)
  WHERE entry.number < $1 AND ($2 = '' OR entry.who = $2) AND ($3 = '' OR entry.what = $3)
    AND ($4 = '' OR entry.about LIKE $4) AND entry.at >= $5 AND entry.at < $6
  ORDER BY entry.number DESC LIMIT $7`;

interface EntryRow {
  readonly number: number;
  readonly at: Instant;
  readonly who: string;
  readonly name: string | null;
  readonly what: string;
  readonly about: string;
  readonly link: number | null;
}

function entryFromRow({ about, ...row }: EntryRow): KeptAuditEntry {
  return { ...row, about: thingsIn(about) };
}

function thingsIn(json: string): KeptAuditEntry['about'] {
  const things: Record<string, string | number> = {};
  const kept: unknown = JSON.parse(json);
  if (typeof kept !== 'object' || kept === null) return things;
  for (const [name, thing] of Object.entries(kept)) {
    things[name] = typeof thing === 'number' ? thing : String(thing);
  }
  return things;
}

/** The record of changes in the database. */
export class AuditRepository implements AuditLog {
  constructor(private readonly database: Database) {}

  async add({ about, ...entry }: AuditEntry): Promise<void> {
    const row = { ...entry, about: JSON.stringify(about) };
    await this.database.add(AuditEntryEntity, row);
  }

  async list(
    { who = '', what = '', about, since = '', until }: AuditFilter,
    { limit, from = 0 }: PageRequest,
  ): Promise<Page<KeptAuditEntry>> {
    const within = [since, until === undefined ? '9999' : `${until}T24`];
    const named = about === undefined ? '' : `%:${JSON.stringify(about)}%`;
    const rows = await this.database.select<EntryRow>(entries, [
      // Who reads from the beginning on says 0.
      ...[from === 0 ? latest : from, who, what, named, ...within, limit + 1],
    ]);
    return page(rows, limit, entryFromRow, ({ number }) => number);
  }

  async checkpoint(): Promise<Checkpoint> {
    const checkpoint = await checkpointOf(this.database.reader);
    if (!checkpoint) throw new Error('the audit chain is gone');
    return checkpoint;
  }
}

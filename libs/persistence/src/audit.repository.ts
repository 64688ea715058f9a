import type { AuditEntry, AuditLog, Checkpoint } from '#application';
import { checkpointOf } from './audit/checkpoint.js';
import type { Database } from './database.js';
import { AuditEntryEntity } from './entities/audit-entry.entity.js';

/** The record of changes in the database. */
export class AuditRepository implements AuditLog {
  constructor(private readonly database: Database) {}

  async add({ about, ...entry }: AuditEntry): Promise<void> {
    const row = { ...entry, about: JSON.stringify(about) };
    await this.database.add(AuditEntryEntity, row);
  }

  async checkpoint(): Promise<Checkpoint> {
    const checkpoint = await checkpointOf(this.database.reader);
    if (!checkpoint) throw new Error('the audit chain is gone');
    return checkpoint;
  }
}

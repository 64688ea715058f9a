import type { DatabaseOnTrial } from '../../../test/contract/database.contract.js';
import type { Database } from './database.js';
import { AuditEntryEntity } from './entities/audit-entry.entity.js';

/** A database whose audit log serves as the table of words. */
export function onTrial(database: Database): DatabaseOnTrial {
  return {
    run: (work) => database.run(work),
    beside: (work) => database.beside(work),
    note: (what) => database.writer.insert(AuditEntryEntity, { at: '', who: '', what, about: '' }),
    notes: async () => {
      const entries = await database.reader.find(AuditEntryEntity, { order: { number: 'ASC' } });
      return entries.map(({ what }) => what);
    },
    close: () => database.close(),
  };
}

import type { Transactions } from '#application';
import type { Database } from './database.js';
import { AuditEntryEntity } from './entities/audit-entry.entity.js';

/** A database whose audit log serves as the table of words. */
export function onTrial(database: Database) {
  const transactions: Transactions = {
    run: (work) => database.run(work),
    beside: (work) => database.beside(work),
  };
  return {
    ...transactions,
    note: (what: string) =>
      database.writer.insert(AuditEntryEntity, { at: '', who: '', what, about: '' }),
    notes: async () => {
      const entries = await database.reader.find(AuditEntryEntity, { order: { number: 'ASC' } });
      return entries.map(({ what }) => what);
    },
    close: () => database.close(),
  };
}

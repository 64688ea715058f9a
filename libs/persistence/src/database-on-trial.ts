import type { Transactions } from '#application';
import type { Database } from './database.js';
import { FileEntity } from './entities/file.entity.js';

/** A database whose names of files serve as the table of words. */
export function onTrial(database: Database) {
  const transactions: Transactions = {
    run: (work) => database.run(work),
    beside: (work) => database.beside(work),
    afterCommit: (work) => database.afterCommit(work),
  };
  return {
    ...transactions,
    note: (what: string) => database.writer.insert(FileEntity, { sha256: what }),
    notes: async () => {
      const files = await database.reader.find(FileEntity, { order: { number: 'ASC' } });
      return files.map(({ sha256 }) => sha256);
    },
    close: () => database.close(),
  };
}

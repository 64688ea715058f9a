import type { MoneyEntry, MoneyLedger, Page, PageRequest, SubjectKey } from '#application';
import { amountFromText, amountToText } from './amount.mapper.js';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { MoneyEntryEntity } from './entities/money-entry.entity.js';
import { pageOfSubject, rowsOfSubject } from './rows-of-subject.js';

/** Entries of money in the database. */
export class MoneyRepository implements MoneyLedger {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, { fen, ...entry }: MoneyEntry): Promise<void> {
    const row = { ...entry, programme, subjectCode: code, fen: amountToText(fen) };
    await this.database.add(MoneyEntryEntity, row);
  }

  async entries(key: SubjectKey): Promise<readonly MoneyEntry[]> {
    const rows = await rowsOfSubject(this.database, MoneyEntryEntity, key);
    return rows.map(entryFromRow);
  }

  list(key: SubjectKey, page: PageRequest): Promise<Page<MoneyEntry>> {
    return pageOfSubject(this.database, MoneyEntryEntity, key, page, entryFromRow);
  }
}

function entryFromRow({ kind, fen, ...row }: MoneyEntryEntity): MoneyEntry {
  const { id, document, replaces, recordedAt } = row;
  return {
    ...{ id, document, replaces, recordedAt },
    kind: oneOf(['award', 'payment'], kind),
    fen: amountFromText(fen),
  };
}

import type { MoneyEntry, MoneyLedger, Page, PageRequest, SubjectKey } from '#application';
import { MoreThan } from 'typeorm';
import { amountFromText, amountToText } from './amount.mapper.js';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { MoneyEntryEntity } from './entities/money-entry.entity.js';
import { page } from './page.js';

/** Entries of money in the database. */
export class MoneyRepository implements MoneyLedger {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, { fen, ...entry }: MoneyEntry): Promise<void> {
    const row = { ...entry, programme, subjectCode: code, fen: amountToText(fen) };
    await this.database.add(MoneyEntryEntity, row);
  }

  async entries({ programme, code }: SubjectKey): Promise<readonly MoneyEntry[]> {
    const rows = await this.database.reader.find(MoneyEntryEntity, {
      where: { programme, subjectCode: code },
      order: { number: 'ASC' },
    });
    return rows.map(entryFromRow);
  }

  async list(
    { programme, code }: SubjectKey,
    { limit, from = 0 }: PageRequest,
  ): Promise<Page<MoneyEntry>> {
    const rows = await this.database.reader.find(MoneyEntryEntity, {
      where: { programme, subjectCode: code, number: MoreThan(from) },
      order: { number: 'ASC' },
      take: limit + 1,
    });
    return page(rows, limit, entryFromRow, ({ number }) => number);
  }
}

function entryFromRow({ id, kind, fen, document, recordedAt }: MoneyEntryEntity): MoneyEntry {
  return {
    ...{ id, document, recordedAt },
    kind: oneOf(['award', 'payment'], kind),
    fen: amountFromText(fen),
  };
}

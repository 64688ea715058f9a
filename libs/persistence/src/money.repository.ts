import type { MoneyEntry, MoneyLedger, SubjectKey } from '#application';
import { amountFromText, amountToText } from './amount.mapper.js';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { MoneyEntryEntity } from './entities/money-entry.entity.js';

/** Entries of money in the database. */
export class MoneyRepository implements MoneyLedger {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, { fen, ...entry }: MoneyEntry): Promise<void> {
    const row = { ...entry, programme, subjectCode: code, fen: amountToText(fen) };
    await this.database.writer.insert(MoneyEntryEntity, row);
  }

  async entries({ programme, code }: SubjectKey): Promise<readonly MoneyEntry[]> {
    const rows = await this.database.reader.find(MoneyEntryEntity, {
      where: { programme, subjectCode: code },
      order: { number: 'ASC' },
    });
    return rows.map(({ id, kind, fen, document, recordedAt }) => ({
      ...{ id, document, recordedAt },
      kind: oneOf(['award', 'payment'], kind),
      fen: amountFromText(fen),
    }));
  }
}

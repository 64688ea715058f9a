import type { AnswerStore, Instant, KeptAnswer } from '#application';
import { LessThan } from 'typeorm';
import type { Database } from './database.js';
import { AnswerEntity } from './entities/answer.entity.js';

/** Answers in the database. */
export class AnswerRepository implements AnswerStore {
  constructor(private readonly database: Database) {}

  async add(answer: KeptAnswer): Promise<void> {
    await this.database.writer.insert(AnswerEntity, answer);
  }

  async byKey(account: string, key: string): Promise<KeptAnswer | undefined> {
    return (await this.database.reader.findOneBy(AnswerEntity, { account, key })) ?? undefined;
  }

  async forgetBefore(moment: Instant): Promise<void> {
    await this.database.writer.delete(AnswerEntity, { at: LessThan(moment) });
  }
}

import type { PlanDecision, PlanFiling, PlanStore, SubjectKey } from '#application';
import { In } from 'typeorm';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { PlanDecisionEntity, PlanFilingEntity } from './entities/plan-filing.entity.js';
import { rowsOfSubject } from './rows-of-subject.js';

/** Filed plans in the database. */
export class PlanRepository implements PlanStore {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, filing: Omit<PlanFiling, 'decision'>): Promise<void> {
    await this.database.add(PlanFilingEntity, { ...filing, programme, subjectCode: code });
  }

  async decide(filing: string, decision: PlanDecision): Promise<void> {
    await this.database.add(PlanDecisionEntity, { filing, ...decision });
  }

  async all(key: SubjectKey): Promise<readonly PlanFiling[]> {
    const { reader } = this.database;
    const rows = await rowsOfSubject(this.database, PlanFilingEntity, key);
    const decisions = await reader.findBy(PlanDecisionEntity, {
      filing: In(rows.map(({ id }) => id)),
    });
    return rows.map((row) => {
      const { id, document, approval, amends, content, filedAt, filedBy } = row;
      const decision = decisions.find(({ filing }) => filing === id);
      return {
        ...{ id, document, approval, amends, content, filedAt, filedBy },
        decision: decision ? decisionFromRow(decision) : null,
      };
    });
  }
}

function decisionFromRow(row: PlanDecisionEntity): PlanDecision {
  const { outcome, opinion, decidedAt, decidedBy } = row;
  return { outcome: oneOf(['accepted', 'declined'], outcome), opinion, decidedAt, decidedBy };
}

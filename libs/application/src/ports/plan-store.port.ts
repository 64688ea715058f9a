import type { Instant } from '../instant.js';
import type { SubjectKey } from '../subject.js';

/** A plan that a subject filed (方案备案), and what was decided about it. */
export interface PlanFiling {
  readonly id: string;
  /** The plan's own number (方案文号). */
  readonly document: string;
  /** The number of the document that approves it (批准文号): an amendment has one. */
  readonly approval: string | null;
  /** The filing that was in force when this one came, which it amends. */
  readonly amends: string | null;
  /** The plan as it was filed, as JSON that `parsePlan` reads. */
  readonly content: string;
  readonly filedAt: Instant;
  /** An account. */
  readonly filedBy: string;
  readonly decision: PlanDecision | null;
}

/** That a reviewer accepted a filing (受理), which brings it into force, or declined it (不予受理). */
export interface PlanDecision {
  readonly outcome: 'accepted' | 'declined';
  readonly opinion: string;
  readonly decidedAt: Instant;
  /** An account. */
  readonly decidedBy: string;
}

/** Filed plans and the decisions on them, which are only ever added. */
export interface PlanStore {
  /** Within a transaction. */
  add(key: SubjectKey, filing: Omit<PlanFiling, 'decision'>): Promise<void>;
  /** Within a transaction. @throws where that filing is decided */
  decide(id: string, decision: PlanDecision): Promise<void>;
  /** All filings of a subject, oldest first. */
  all(key: SubjectKey): Promise<readonly PlanFiling[]>;
}

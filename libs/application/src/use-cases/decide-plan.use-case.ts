import { evaluationJobs } from '../evaluation-jobs.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { PlanDecision, PlanFiling } from '../ports/plan-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';

/** Accepts or declines a filed plan (方案备案的受理). What is accepted is in force at once. */
export class DecidePlan {
  constructor(private readonly service: Service) {}

  /** A plan that comes into force has every reported year evaluated again. */
  execute(
    actor: Actor,
    key: SubjectKey,
    id: string,
    said: Pick<PlanDecision, 'outcome' | 'opinion'>,
  ): Promise<Outcome<PlanFiling>> {
    return this.service.transactions.run(() => this.decide(actor, key, id, said));
  }

  private async decide(
    actor: Actor,
    key: SubjectKey,
    id: string,
    said: Pick<PlanDecision, 'outcome' | 'opinion'>,
  ): Promise<Outcome<PlanFiling>> {
    const { transactions, queue, plans, programmes, jobs, audit, clock } = this.service;
    const programme = programmeOf(programmes, key.programme);
    if (!programme.ok) return programme;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const filing = (await plans.all(key)).find((each) => each.id === id);
    if (!filing) return failed({ kind: 'unknown-plan', id });
    if (filing.decision) return failed({ kind: 'plan-decided', as: filing.decision.outcome });
    const at = clock.now();
    const decision = { ...said, decidedAt: at, decidedBy: actor.account };
    await plans.decide(id, decision);
    if (said.outcome === 'accepted') {
      const [firstYear] = programme.value.years;
      for (const job of await evaluationJobs(this.service, key, firstYear)) await jobs.add(job);
    }
    transactions.afterCommit(() => queue.wake());
    const about = { plan: id, programme: key.programme, code: key.code, outcome: said.outcome };
    await audit.add({ at, who: actor.account, what: 'plan-decided', about });
    return ok({ ...filing, decision });
  }
}

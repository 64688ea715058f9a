import { parsePlan } from '#report';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import { acceptedPlans } from '../plan-in-force.js';
import type { PlanFiling } from '../ports/plan-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';

export interface NewPlan {
  /** The plan, as JSON that `parsePlan` reads; what it amends is known here. */
  readonly plan: unknown;
  /** The number of the document that approves an amendment, or a plan that asks less. */
  readonly approval?: string | null;
}

/** Files a subject's plan (方案备案), or an amendment of the one in force (方案调整). */
export class FilePlan {
  constructor(private readonly service: Service) {}

  async execute(
    actor: Actor,
    key: SubjectKey,
    { plan: json, approval = null }: NewPlan,
  ): Promise<Outcome<PlanFiling>> {
    const programme = programmeOf(this.service.programmes, key.programme);
    if (!programme.ok) return programme;
    const read = parsePlan(json, programme.value);
    if (read.kind === 'invalid') return failed({ kind: 'unfit-plan', faults: read.faults });
    const { document, earlier } = read.plan;
    if (earlier)
      return failed({ kind: 'unfit-plan', faults: ['earlier：原方案以已受理的备案为准'] });
    const content = JSON.stringify(json);
    return this.service.transactions.run(() =>
      this.file(actor, key, { document, approval, content }),
    );
  }

  private async file(
    actor: Actor,
    key: SubjectKey,
    filed: Pick<PlanFiling, 'document' | 'approval' | 'content'>,
  ): Promise<Outcome<PlanFiling>> {
    const { plans, audit, ids, clock } = this.service;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const all = await plans.all(key);
    const { document } = filed;
    const undecided = all.find(({ decision }) => decision === null);
    if (undecided) return failed({ kind: 'plan-undecided', document: undecided.document });
    const accepted = acceptedPlans(all);
    if (accepted.some((each) => each.document === document)) {
      return failed({ kind: 'plan-exists', document });
    }
    const amended = accepted.at(-1);
    if (amended && filed.approval === null) {
      return failed({ kind: 'approval-needed', amends: amended.document });
    }
    const filedAt = clock.now();
    const filing = {
      ...{ ...filed, id: ids.next(), amends: amended?.id ?? null },
      ...{ filedAt, filedBy: actor.account },
    };
    await plans.add(key, filing);
    const about = { plan: filing.id, programme: key.programme, code: key.code, document };
    await audit.add({ at: filedAt, who: actor.account, what: 'plan-filed', about });
    return ok({ ...filing, decision: null });
  }
}

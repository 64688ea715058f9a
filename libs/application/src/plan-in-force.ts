import type { Plan, PlannedTarget, Programme } from '#engine';
import { parsePlan } from '#report';
import type { PlanFiling } from './ports/plan-store.port.js';

/** The accepted filings, in the order of filing: each amends the one before, the last is in force. */
export function acceptedPlans(all: readonly PlanFiling[]): readonly PlanFiling[] {
  return all.filter(({ decision }) => decision?.outcome === 'accepted');
}

/**
 * The plan that accepted filings come to, with what each of them amended. What approves an amendment
 * approves whatever it asks less of, unless a target names a document of its own.
 * @param accepted in the order of filing
 * @throws where one of them is no plan of this programme
 */
export function planOf(accepted: readonly PlanFiling[], programme: Programme): Plan | undefined {
  return accepted.reduce<Plan | undefined>((earlier, { document, content, approval }) => {
    const read = parsePlan(JSON.parse(content), programme);
    if (read.kind === 'invalid') throw new Error(`${document}: ${read.faults.join(' ')}`);
    const approved = approval === null ? {} : { approval: { document: approval } };
    const targets: Record<string, PlannedTarget> = {};
    for (const [id, planned] of Object.entries(read.plan.targets)) {
      targets[id] = { ...approved, ...planned };
    }
    return { ...read.plan, targets, ...(earlier && { earlier }) };
  }, undefined);
}

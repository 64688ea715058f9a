import { measuresGrowth } from './measure.js';
import type { Plan } from './plan.js';
import type { Programme } from './programme.js';
import type { MeasuredTarget, Target, Threshold } from './target.js';

const noPlan = { notice: null, earlier: null, approval: null, refused: null };

/** The threshold that decides in a year, where it comes from, and whether it is due. */
export interface ThresholdInForce {
  readonly threshold: Threshold;
  readonly from: 'notice' | 'plan' | 'milestone';
  readonly due: boolean;
  /** What the notice asks, where the plan decides. */
  readonly notice: bigint | null;
  /** What the plan asked before it was amended, where that was another value. */
  readonly earlier: { readonly value: bigint; readonly document: string } | null;
  /** The approval of a plan below the notice, or below the earlier plan. */
  readonly approval: string | null;
  /** What the plan asks without the approval that it needs, and so without effect. */
  readonly refused: bigint | null;
}

/** Whether a target is due without a milestone: growth always, the others in the last year. */
export function isDue({ years }: Programme, target: Target, year: number): boolean {
  if (year === years.at(-1)) return true;
  return target.kind === 'measured' && measuresGrowth(target.tests[0].measure);
}

/**
 * The notice's threshold, or the filed plan's where that is higher; for a counted target in a year
 * for which the plan has a milestone, the milestone (四（二）). What stood before, of the notice or of
 * the plan that this one amends, stays unless more is asked or an approval lowers it; a first
 * milestone has nothing before it.
 */
export function thresholdInForce(
  programme: Programme,
  target: MeasuredTarget,
  plan: Plan | undefined,
  year: number,
): ThresholdInForce {
  const notice = target.tests[0].threshold;
  const due = isDue(programme, target, year);
  if (!plan) return { threshold: notice, from: 'notice', due, ...noPlan };
  const before = thresholdInForce(programme, target, plan.earlier, year);
  const { threshold, milestones, approval } = plan.targets[target.id] ?? { milestones: {} };
  const milestone = due ? undefined : milestones[year];
  const from = milestone !== undefined || before.from === 'milestone' ? 'milestone' : 'plan';
  const own = from === 'milestone' ? milestone : threshold;
  const comparable = from === 'plan' || before.from === 'milestone';
  if (own === undefined || (comparable && own === before.threshold.value)) {
    return { ...before, refused: null };
  }
  const lower = comparable && own < before.threshold.value;
  if (lower && !approval) return { ...before, refused: own };
  const stillBelowNotice = from === 'plan' && own < notice.value;
  return {
    threshold: { value: own, unit: notice.unit },
    ...{ from, due: due || from === 'milestone', notice: notice.value, refused: null },
    earlier:
      plan.earlier && before.from !== 'notice' && comparable
        ? { value: before.threshold.value, document: plan.earlier.document }
        : null,
    approval: lower ? (approval?.document ?? null) : stillBelowNotice ? before.approval : null,
  };
}

import { measuresGrowth } from './measure.js';
import type { PlannedTarget } from './plan.js';
import type { Programme } from './programme.js';
import type { MeasuredTarget, Target, Threshold } from './target.js';

/** The threshold that decides in a year, where it comes from, and whether it is due. */
export interface ThresholdInForce {
  readonly threshold: Threshold;
  readonly from: 'notice' | 'plan' | 'milestone';
  readonly due: boolean;
  /** What the notice asks, where the plan decides. */
  readonly notice: bigint | null;
  /** The approval of a plan below the notice. */
  readonly approval: string | null;
  /** A plan below the notice without the approval that it needs, and so without effect. */
  readonly refused: bigint | null;
}

const noPlan = { notice: null, approval: null, refused: null };

/** Whether a target is due without a milestone: growth always, the others in the last year. */
export function isDue({ years }: Programme, target: Target, year: number): boolean {
  if (year === years.at(-1)) return true;
  return target.kind === 'measured' && measuresGrowth(target.tests[0].measure);
}

/**
 * The notice's threshold, or the filed plan's where that is higher, or lower with an approval; for
 * a counted target in a year for which the plan has a milestone, the milestone (四（二）).
 */
export function thresholdInForce(
  programme: Programme,
  target: MeasuredTarget,
  planned: PlannedTarget | undefined,
  year: number,
): ThresholdInForce {
  const notice = target.tests[0].threshold;
  const due = isDue(programme, target, year);
  const milestone = planned?.milestones[year];
  const counted = !measuresGrowth(target.tests[0].measure);
  if (milestone !== undefined && counted && year !== programme.years.at(-1)) {
    return {
      threshold: { value: milestone, unit: notice.unit },
      ...{ from: 'milestone', due: true, notice: notice.value, approval: null, refused: null },
    };
  }
  const own = planned?.threshold;
  if (own === undefined || own === notice.value) {
    return { threshold: notice, from: 'notice', due, ...noPlan };
  }
  if (own < notice.value && !planned?.approval) {
    return { threshold: notice, from: 'notice', due, ...noPlan, refused: own };
  }
  return {
    threshold: { value: own, unit: notice.unit },
    ...{ from: 'plan', due, notice: notice.value, refused: null },
    approval: own < notice.value ? (planned?.approval?.document ?? null) : null,
  };
}

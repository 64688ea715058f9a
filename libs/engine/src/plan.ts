import type { Unit } from './unit.js';

/** A filed plan (方案备案): the subject's own targets, milestones and facts, with their document. */
export interface Plan {
  readonly document: string;
  /** By target id. */
  readonly targets: Readonly<Record<string, PlannedTarget>>;
  /** The plan that this one amends: a target that it raised only falls again with an approval. */
  readonly earlier?: Plan;
  /** The base year's figures as the plan states them, by figure code, in the figure's unit. */
  readonly bases: Readonly<Record<string, bigint>>;
}

export interface PlannedTarget {
  /** In the unit of the notice's threshold. */
  readonly threshold?: bigint;
  /** What is due in the years before the last, by year. */
  readonly milestones: Readonly<Record<number, bigint>>;
  /** The approval that asking less than the notice, or less than before, needs. */
  readonly approval?: { readonly document: string };
  /** What stands in for growth from a zero base, with the document that approved it. */
  readonly substitute?: Substitute;
  /** Why the target does not apply to this subject, with the document that says so. */
  readonly notApplicable?: { readonly document: string; readonly reason: string };
}

export type Substitute =
  | {
      readonly kind: 'absolute';
      readonly document: string;
      readonly value: bigint;
      readonly unit: Unit;
    }
  | { readonly kind: 'first-year-above-zero'; readonly document: string };

import type { Clause } from './clause.js';
import type { ConditionOn, Condition } from './condition.js';
import { quantity } from './exact.js';
import type { Columns, Ledger, LedgerWith } from './ledger.js';
import type { Measure } from './measure.js';
import type { Unit } from './unit.js';

/** The least value that is enough, the number itself included (以上, 不低于, 不少于, 达到). */
export interface Threshold {
  /** In the smallest step of the unit. */
  readonly value: bigint;
  readonly unit: Unit;
}

/** What no ledger can prove: quantified it is the subject's word, overall it needs a finding. */
export interface Confirmation {
  readonly id: string;
  /** What a reviewer confirms (中文). */
  readonly what: string;
}

/** One way to reach a target; a target with several is met by any of them. */
export interface Test {
  readonly measure: Measure;
  readonly threshold: Threshold;
}

interface TargetCommon {
  readonly id: string;
  /** A short name for tables (中文), and its English. */
  readonly name: string;
  readonly nameEn: string;
  readonly clause: Clause;
}

/** A target that figures decide. */
export interface MeasuredTarget extends TargetCommon {
  readonly kind: 'measured';
  readonly tests: readonly [Test, ...Test[]];
  readonly confirmations: readonly Confirmation[];
  /** 'undetermined' where the document allows a shortfall to be excused (可适当放宽). */
  readonly shortfall: 'not_met' | 'undetermined';
}

/** A target that a reviewer's finding decides (定性目标). */
export interface QualitativeTarget extends TargetCommon {
  readonly kind: 'qualitative';
  /** What needs a finding each, in the document's words. */
  readonly aspects: readonly Confirmation[];
  /** Rows shown as evidence; `needed` where a finding cannot stand without one. */
  readonly evidence?: {
    readonly ledger: Ledger;
    readonly conditions: readonly Condition<string>[];
    readonly needed: boolean;
  };
}

export type Target = MeasuredTarget | QualitativeTarget;

type MeasuredDeclaration = TargetCommon & {
  readonly confirmations?: readonly Confirmation[];
  readonly shortfall?: 'undetermined';
} & (Test | { readonly eitherOf: readonly [Test, ...Test[]] });

/** Declares a measured target. */
export function target(declaration: MeasuredDeclaration): MeasuredTarget {
  const { id, name, nameEn, clause, confirmations = [], shortfall = 'not_met' } = declaration;
  const tests =
    'eitherOf' in declaration
      ? declaration.eitherOf
      : ([{ measure: declaration.measure, threshold: declaration.threshold }] as const);
  return { kind: 'measured', id, name, nameEn, clause, tests, confirmations, shortfall };
}

/** Declares a qualitative target. */
export function qualitative(declaration: Omit<QualitativeTarget, 'kind'>): QualitativeTarget {
  return { kind: 'qualitative', ...declaration };
}

/** The rows that a qualitative target shows as evidence. */
export function evidence<C extends Columns>(
  ledger: LedgerWith<C>,
  options: { readonly conditions?: readonly ConditionOn<C>[]; readonly needed?: boolean } = {},
): NonNullable<QualitativeTarget['evidence']> {
  return { ledger, conditions: options.conditions ?? [], needed: options.needed ?? false };
}

/** A threshold written as a plain decimal in its unit. */
export function atLeast(value: string, unit: Unit): Threshold {
  return { value: quantity(value, unit), unit };
}

/** Names what a reviewer has to confirm. */
export const confirm = (id: string, what: string): Confirmation => ({ id, what });

/** What a verdict repeats of its target. */
export function headOf({ id, name, nameEn, clause }: Target) {
  return { id, name, nameEn, clause };
}

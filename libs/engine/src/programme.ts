import type { Clause } from './clause.js';
import type { Day, Period } from './calendar.js';
import type { Ledger } from './ledger.js';
import type { SumMeasure } from './measure.js';
import type { Reading } from './reading.js';
import type { Target, Threshold } from './target.js';
import type { Unit } from './unit.js';

/** A figure that 年度数据 may state, by its code. */
export interface FigureDeclaration {
  readonly code: string;
  readonly name: string;
  readonly unit: Unit;
  /** Percentages may be negative; amounts and counts may not. */
  readonly mayBeNegative?: boolean;
}

/** What passing the assessment means (拨付规则): dated, cited data. */
export type GatePolicy = { readonly id: string; readonly from: Day; readonly clause: Clause } & (
  { readonly kind: 'every-target' } | { readonly kind: 'quantified-only' } | ScorePolicy
);

/** Points for each target met; the tier that the sum reaches gives the share of the remainder. */
export interface ScorePolicy {
  readonly kind: 'score';
  /** The document that supplies weights, pass mark and shares. */
  readonly document: string;
  /** Points by target id, whole numbers. */
  readonly weights: Readonly<Record<string, number>>;
  readonly passMark: number;
  /** Highest first: from so many points on, so many whole percent of the remainder. */
  readonly tiers: readonly { readonly from: number; readonly sharePercent: number }[];
}

/** What the central government pays, in 分. */
export interface MoneyRule {
  readonly clause: Clause;
  readonly award: { readonly least: bigint; readonly most: bigint };
  /** What is paid at the start; null where all of it is. */
  readonly firstPayment: { readonly least: bigint; readonly most: bigint } | null;
}

/** One policy with its own document, period, targets, money and kind of subject (项目). */
export interface Programme {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly nameEn: string;
  readonly document: string;
  /** A division is known by its six-digit code (行政区划代码), an operator by its credit code. */
  readonly subject: 'division' | 'operator';
  readonly period: Period;
  /** The year that growth starts from, where the programme has one. */
  readonly baseYear: number | null;
  /** The years assessed, in order; counted targets are due in the last. */
  readonly years: readonly [number, ...number[]];
  readonly ledgers: readonly Ledger[];
  readonly figures: readonly FigureDeclaration[];
  /** What the rate of budget execution (预算执行率) is made of; it decides nothing. */
  readonly execution?: { readonly budget: SumMeasure; readonly spent: SumMeasure };
  readonly readings: readonly Reading[];
  readonly targets: readonly Target[];
  readonly gatePolicies: readonly GatePolicy[];
  readonly money: MoneyRule;
  /** Further clauses that the rules rest on, by what they settle (中文). */
  readonly procedure: readonly { readonly settles: string; readonly clause: Clause }[];
}

/** Declares a programme; throws, naming the entry, where the declaration contradicts itself. */
export function programme(declaration: Programme): Programme {
  const { id, ledgers, targets, readings, figures } = declaration;
  const unique = (what: string, keys: readonly string[]) => {
    const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
    if (repeated) throw new Error(`programme ${id}: two ${what} are called ${repeated}`);
  };
  unique(
    'ledgers',
    ledgers.map((ledger) => ledger.id),
  );
  unique(
    'sheets',
    ledgers.map((ledger) => ledger.sheet),
  );
  unique(
    'targets',
    targets.map((target) => target.id),
  );
  unique(
    'readings',
    readings.map((reading) => reading.id),
  );
  unique(
    'figures',
    figures.map((figure) => figure.code),
  );
  return declaration;
}

/** The years that a report may be about: the base year and the assessed ones. */
export function reportYears({ baseYear, years }: Programme): readonly number[] {
  return baseYear === null ? years : [baseYear, ...years];
}

/** The last day on which facts of a year count: its end, or the period's where that is earlier. */
export function assessedUntil({ period }: Programme, year: number): Day {
  const end: Day = `${year}-12-31`;
  return end < period.to ? end : period.to;
}

/** The threshold of a target's first test, which a filed plan may raise. */
export function thresholdOf(target: Target): Threshold | undefined {
  return target.kind === 'measured' ? target.tests[0].threshold : undefined;
}

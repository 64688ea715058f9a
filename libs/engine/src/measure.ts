import type { Columns, Ledger, LedgerWith } from './ledger.js';
import type { Condition, ConditionOn } from './condition.js';
import type { ByReading, Reading } from './reading.js';

/** How the quantity that a target compares is computed; a declaration, computed by the engine. */
export type Measure =
  | CountMeasure
  | SumMeasure
  | TotalMeasure
  | FigureMeasure
  | GrowthMeasure
  | EachMeasure
  | MeasureByReading;

/** Measures that a reading chooses between. */
export type MeasureByReading = ByReading<Measure>;

/** The quantities that can be a flow, and so can grow. */
export type FlowMeasure = CountMeasure | SumMeasure | TotalMeasure | FlowByReading;

/** Flows that a reading chooses between. */
export type FlowByReading = ByReading<FlowMeasure>;

/** Distinct items of a ledger that satisfy every condition. */
export interface CountMeasure {
  readonly kind: 'count';
  readonly ledger: Ledger;
  readonly conditions: readonly Condition<string>[];
  /** The column that tells items apart, where it is not the ledger's own key. */
  readonly distinctBy?: string;
}

/** The sum of an amount over the rows that satisfy every condition. */
export interface SumMeasure {
  readonly kind: 'sum';
  readonly ledger: Ledger;
  readonly column: string;
  readonly conditions: readonly Condition<string>[];
  /** Rows that share this column give one amount, which counts once. */
  readonly oncePer?: string;
}

/** Several flows added up. */
export interface TotalMeasure {
  readonly kind: 'total';
  readonly of: readonly FlowMeasure[];
}

/** A figure of the assessed year that no ledger proves. */
export interface FigureMeasure {
  readonly kind: 'figure';
  readonly code: string;
}

/** Average yearly growth of a flow since the base year, in %. */
export interface GrowthMeasure {
  readonly kind: 'growth';
  readonly of: FlowMeasure;
  /** Codes of the figures that state the flow, added up. */
  readonly figures: readonly string[];
  /** The reading that chooses between compound, arithmetic and simple. */
  readonly methodReading: string;
}

/** Every one of these must reach the threshold; the least of them is the value. */
export interface EachMeasure {
  readonly kind: 'each';
  readonly of: readonly Measure[];
}

/** Counts distinct items, told apart by the ledger's key or by one column. */
export function countOf<C extends Columns>(
  ledger: LedgerWith<C>,
  conditions: readonly ConditionOn<C>[] = [],
  options: { readonly distinctBy?: keyof C & string } = {},
): CountMeasure {
  return { kind: 'count', ledger, conditions, ...options };
}

/** Sums an amount column. */
export function sumOf<C extends Columns>(
  ledger: LedgerWith<C>,
  column: keyof C & string,
  conditions: readonly ConditionOn<C>[] = [],
  options: { readonly oncePer?: keyof C & string } = {},
): SumMeasure {
  return { kind: 'sum', ledger, column, conditions, ...options };
}

/** Adds flows up. */
export const totalOf = (...of: readonly FlowMeasure[]): TotalMeasure => ({ kind: 'total', of });

/** Takes a figure of the assessed year. */
export const figureOf = (code: string): FigureMeasure => ({ kind: 'figure', code });

/** Measures average yearly growth (年均增幅), by the method that a reading chooses. */
export const growthOf = (
  of: FlowMeasure,
  figures: readonly string[],
  method: Reading,
): GrowthMeasure => ({ kind: 'growth', of, figures, methodReading: method.id });

/** Asks the threshold of each measure separately. */
export const eachOf = (...of: readonly Measure[]): EachMeasure => ({ kind: 'each', of });

/** True where average growth is measured, which is due every year and rests on a base. */
export function measuresGrowth(measure: Measure): boolean {
  switch (measure.kind) {
    case 'growth':
      return true;
    case 'by-reading':
      return Object.values(measure.choices).some(measuresGrowth);
    case 'each':
      return measure.of.some(measuresGrowth);
    default:
      return false;
  }
}

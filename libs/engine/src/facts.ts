import type { Decided, SingleCondition } from './decide.js';
import type { Range } from './exact.js';
import type { GrowthMethod } from './growth.js';
import type { Item } from './item.js';
import type { Ledger } from './ledger.js';
import type { Substitute } from './plan.js';
import type { Unit } from './unit.js';

/**
 * The figures that a target is judged by, once the rows have been counted. Whoever changes one (a
 * what-if) can have the target judged again without the rows.
 */
export type Facts = QuantityFacts | GrowthFacts | EachFacts;

/** Why a quantity has no upper bound, or none at all. */
export type Absence =
  | { readonly kind: 'report-missing'; readonly year: number }
  | { readonly kind: 'sheet-missing'; readonly sheet: string; readonly years: readonly number[] }
  | { readonly kind: 'figure-missing'; readonly code: string; readonly year: number }
  | { readonly kind: 'figures-contradict'; readonly code: string; readonly year: number };

/** A row with the ledger that it is in. */
export interface PlacedItem {
  readonly ledger: Ledger;
  readonly item: Item;
}

/** Rows that count otherwise than their cells say. */
export interface SetAside {
  /** Left out by a finding. */
  readonly excluded: readonly PlacedItem[];
  /** In dispute with another subject, and leaving something open. */
  readonly disputed: readonly PlacedItem[];
}

/** The rows behind a quantity, each decided. */
export interface ShownRows extends SetAside {
  readonly ledger: Ledger;
  readonly conditions: readonly SingleCondition[];
  readonly decided: readonly Decided[];
  /** The column that tells the counted things apart, where it is not the ledger's key. */
  readonly apartBy: string | null;
}

/** A quantity with its bounds. */
export interface Quantity {
  readonly range: Range;
  readonly absences: readonly Absence[];
  /** Rows that failed a check and might count once corrected. */
  readonly rejected: number;
  readonly rows: readonly ShownRows[];
}

export interface QuantityFacts {
  readonly kind: 'quantity';
  readonly quantity: Quantity;
}

/** Where a base figure came from. */
export type BaseOrigin = 'ledger' | 'plan' | 'application';

/** One source of a base figure, and what it says. */
export interface BaseSource {
  readonly origin: BaseOrigin;
  readonly range: Range;
}

/** The base (基期) that growth starts from. */
export type Base =
  | {
      readonly kind: 'known';
      readonly origin: BaseOrigin;
      readonly quantity: Quantity;
      readonly sources: readonly BaseSource[];
    }
  | { readonly kind: 'absent'; readonly absences: readonly Absence[] }
  | { readonly kind: 'differ'; readonly sources: readonly BaseSource[] };

export interface GrowthFacts {
  readonly kind: 'growth';
  readonly method: GrowthMethod;
  /** The flow's own unit: 万元 or 笔. */
  readonly unit: Unit;
  readonly baseYear: number;
  readonly base: Base;
  /** The years after the base, in order, the assessed one last. */
  readonly after: readonly { readonly year: number; readonly quantity: Quantity }[];
  /** What an approval puts in the place of growth from zero. */
  readonly substitute: Substitute | null;
}

/** Several facts that must each reach the threshold. */
export interface EachFacts {
  readonly kind: 'each';
  readonly parts: readonly Facts[];
}

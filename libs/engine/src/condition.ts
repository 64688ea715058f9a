import type { Day } from './calendar.js';
import { quantity } from './exact.js';
import type { Columns, Ledger, LedgerWith } from './ledger.js';

/**
 * What a row must satisfy to count. Each condition answers yes, no or cannot be decided; a blank
 * cell leaves undecided what depends on it, unless the condition says otherwise.
 */
export type Condition<K extends string> =
  RowCondition<K> | GroupCondition<K> | ConditionsByReading<K>;

/** Conditions that a reading chooses between. */
export interface ConditionsByReading<K extends string> {
  readonly kind: 'by-reading';
  readonly reading: string;
  readonly choices: { readonly [value: string]: readonly Condition<K>[] };
}

/** Decided by one row, with the rows that belong to it. */
export type RowCondition<K extends string> =
  | { readonly kind: 'is-true'; readonly column: K }
  | {
      readonly kind: 'is-one-of';
      readonly column: K;
      readonly values: readonly string[];
      readonly undecided: readonly string[];
    }
  | { readonly kind: 'at-least'; readonly column: K; readonly steps: number; readonly unit: '万元' }
  | { readonly kind: 'filled'; readonly column: K }
  | { readonly kind: 'dated-by-year-end'; readonly column: K }
  | { readonly kind: 'dated-in-period'; readonly column: K }
  | { readonly kind: 'dated-between'; readonly column: K; readonly from: Day; readonly to: Day }
  | { readonly kind: 'in-force-in-period'; readonly from: K; readonly until: K }
  | { readonly kind: 'valid-at-year-end'; readonly from: K; readonly until: K }
  | {
      readonly kind: 'grows-faster';
      readonly column: K;
      readonly previous: K;
      /** Code of the figure of the assessed year, in %. */
      readonly than: string;
    }
  | { readonly kind: 'listed-once'; readonly column: K }
  | {
      readonly kind: 'has-at-least';
      readonly ledger: Ledger;
      readonly label: string;
      readonly conditions: readonly Condition<string>[];
      readonly items: number;
    }
  | {
      readonly kind: 'belongs-to-one-where';
      readonly conditions: readonly Condition<string>[];
    };

/** Decided once for all rows that may pass the row conditions. */
export type GroupCondition<K extends string> =
  | {
      readonly kind: 'grow-faster-together';
      readonly column: K;
      readonly previous: K;
      readonly than: string;
    }
  | {
      readonly kind: 'have-at-least-in-total';
      readonly ledger: Ledger;
      readonly label: string;
      readonly conditions: readonly Condition<string>[];
      readonly items: number;
    };

/** A condition on the columns of this ledger. */
export type ConditionOn<C extends Columns> = Condition<keyof C & string>;

/** 是. */
export const isTrue = <K extends string>(column: K): Condition<K> => ({ kind: 'is-true', column });

/** One of these words; a row with one of the `undecided` words cannot be decided. */
export const isOneOf = <K extends string>(
  column: K,
  values: readonly string[],
  undecided: readonly string[] = [],
): Condition<K> => ({ kind: 'is-one-of', column, values, undecided });

/** An amount of at least so many 万元, the number itself included. */
export const atLeastAmount = <K extends string>(column: K, wanYuan: string): Condition<K> => ({
  kind: 'at-least',
  column,
  steps: Number(quantity(wanYuan, '万元')),
  unit: '万元',
});

/** Not blank. A blank is a no, where the document takes the entry itself as the proof. */
export const filled = <K extends string>(column: K): Condition<K> => ({ kind: 'filled', column });

/** Dated on or before the last day of the assessed year. */
export const datedByYearEnd = <K extends string>(column: K): Condition<K> => ({
  kind: 'dated-by-year-end',
  column,
});

/** Dated within the programme's period, up to the end of the assessed year. */
export const datedInPeriod = <K extends string>(column: K): Condition<K> => ({
  kind: 'dated-in-period',
  column,
});

/** Dated between two days, both included, and within the period up to the assessed year. */
export const datedBetween = <K extends string>(column: K, from: Day, to: Day): Condition<K> => ({
  kind: 'dated-between',
  column,
  from,
  to,
});

/** In force on any day of the period, up to the end of the assessed year. */
export const inForceInPeriod = <K extends string>(from: K, until: K): Condition<K> => ({
  kind: 'in-force-in-period',
  from,
  until,
});

/** Begun by the end of the assessed year and not expired on its last day. */
export const validAtYearEnd = <K extends string>(from: K, until: K): Condition<K> => ({
  kind: 'valid-at-year-end',
  from,
  until,
});

/** Grew over `previous` by a rate strictly above a figure of the assessed year (高于). */
export const growsFaster = <K extends string>(
  column: K,
  previous: K,
  than: string,
): Condition<K> => ({ kind: 'grows-faster', column, previous, than });

/** As {@link growsFaster}, of the sums over all rows that pass the other conditions. */
export const growFasterTogether = <K extends string>(
  column: K,
  previous: K,
  than: string,
): Condition<K> => ({ kind: 'grow-faster-together', column, previous, than });

/** Listed under one item only; a value that several list cannot be decided for any of them. */
export const listedOnce = <K extends string>(column: K): Condition<K> => ({
  kind: 'listed-once',
  column,
});

/** Has at least so many items of a ledger that belongs to this one; without any row, undecided. */
export const hasAtLeast = <C extends Columns>(
  items: number,
  label: string,
  ledger: LedgerWith<C>,
  conditions: readonly ConditionOn<C>[],
): Condition<never> => ({ kind: 'has-at-least', ledger, label, conditions, items });

/** As {@link hasAtLeast}, counted over all rows that pass the other conditions. */
export const haveAtLeastInTotal = <C extends Columns>(
  items: number,
  label: string,
  ledger: LedgerWith<C>,
  conditions: readonly ConditionOn<C>[],
): Condition<never> => ({ kind: 'have-at-least-in-total', ledger, label, conditions, items });

/** Belongs to an item of the ledger above that satisfies these conditions. */
export const belongsToOneWhere = (conditions: readonly Condition<string>[]): Condition<never> => ({
  kind: 'belongs-to-one-where',
  conditions,
});

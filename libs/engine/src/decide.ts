import type { Condition, GroupCondition, RowCondition } from './condition.js';
import { growsAbove } from './growth.js';
import type { Item } from './item.js';
import type { CellValue, Ledger } from './ledger.js';
import type { Scope } from './scope.js';
import { reaches, truthOf, type Truth } from './truth.js';

/** An item with the truth of all its conditions, and the first condition that spoiled it. */
export interface Decided {
  readonly item: Item;
  readonly truth: Truth;
  /**
   * Index of the first condition that is no or, where none is, that is unknown; the number of
   * conditions where none of them spoiled it: an item that counts, is left out or is in dispute.
   */
  readonly because: number;
}

/** A condition that no reading is left to choose. */
export type SingleCondition = RowCondition<string> | GroupCondition<string>;

/** The conditions that hold under the scope's readings. */
export function conditionsUnder(
  conditions: readonly Condition<string>[],
  scope: Scope,
): SingleCondition[] {
  return conditions.flatMap((condition) =>
    condition.kind === 'by-reading' ? conditionsUnder(scope.choose(condition), scope) : [condition],
  );
}

/** Decides each item of a ledger; the items of other years may be left out by `of`. */
export function decideItems(
  ledger: Ledger,
  items: readonly Item[],
  conditions: readonly SingleCondition[],
  scope: Scope,
): Decided[] {
  const deciders = conditions.map((condition) =>
    isGroupCondition(condition) ? undefined : decider(condition, ledger, scope),
  );
  const decided = items.map((item) => decideItem(item, deciders));
  conditions.forEach((condition, index) => {
    if (!isGroupCondition(condition)) return;
    const truth = decideGroup(condition, decided, scope);
    if (truth === 'yes') return;
    decided.forEach(({ item, truth: own }, place) => {
      if (own === 'no' || (own === 'unknown' && truth === 'unknown')) return;
      decided[place] = { item, truth, because: index };
    });
  });
  return decided;
}

type Decider = (item: Item) => Truth;

function decideItem(item: Item, deciders: readonly (Decider | undefined)[]): Decided {
  if (item.excluded !== null) return { item, truth: 'no', because: deciders.length };
  let truth: Truth = 'yes';
  let because = deciders.length;
  for (let index = 0; index < deciders.length; index++) {
    const answer = deciders[index]?.(item) ?? 'yes';
    if (answer === 'no') return { item, truth: 'no', because: index };
    if (answer !== 'yes' && truth === 'yes') {
      truth = answer;
      because = index;
    }
  }
  return { item, truth: item.rivals.length > 0 ? 'unknown' : truth, because };
}

function isGroupCondition(condition: SingleCondition): condition is GroupCondition<string> {
  return condition.kind === 'grow-faster-together' || condition.kind === 'have-at-least-in-total';
}

/** Applies a test to a cell; a blank leaves the condition undecided. */
function onCell(column: string, test: (value: NonNullable<CellValue>) => boolean): Decider {
  return ({ values }) => {
    const value = values[column] ?? null;
    return value === null ? 'unknown' : truthOf(test(value));
  };
}

function decider(condition: RowCondition<string>, ledger: Ledger, scope: Scope): Decider {
  const { periodStart, until } = scope;
  switch (condition.kind) {
    case 'is-true':
      return onCell(condition.column, (value) => value === true);
    case 'is-one-of': {
      const { column, values, undecided } = condition;
      const among = onCell(column, (value) => values.includes(String(value)));
      return (item) => (undecided.includes(String(item.values[column])) ? 'unknown' : among(item));
    }
    case 'at-least':
      return onCell(condition.column, (value) => Number(value) >= condition.steps);
    case 'filled':
      return ({ values }) => truthOf((values[condition.column] ?? null) !== null);
    case 'dated-by-year-end':
      return onCell(condition.column, (value) => String(value) <= until);
    case 'dated-in-period':
      return onCell(condition.column, (value) => value >= periodStart && value <= until);
    case 'dated-between':
      return onCell(
        condition.column,
        (value) => value >= condition.from && value <= condition.to && value <= until,
      );
    case 'in-force-in-period':
      return ({ values }) => {
        const from = values[condition.from] ?? null;
        const end = values[condition.until] ?? null;
        if (from === null) return 'unknown';
        if (from > until) return 'no';
        if (from >= periodStart) return 'yes';
        return end === null ? 'unknown' : truthOf(end >= periodStart);
      };
    case 'valid-at-year-end':
      return ({ values }) => {
        const from = values[condition.from] ?? null;
        const end = values[condition.until] ?? null;
        if ((from !== null && from > until) || (end !== null && end < until)) return 'no';
        return from === null || end === null ? 'unknown' : 'yes';
      };
    case 'grows-faster': {
      const { column, previous, than } = condition;
      const rate = scope.figure(than);
      return ({ values }) => {
        const now = values[column] ?? null;
        const before = values[previous] ?? null;
        if (now === null || before === null || rate.kind !== 'stated') return 'unknown';
        return growsAbove(BigInt(Number(now)), BigInt(Number(before)), rate.value);
      };
    }
    case 'listed-once':
      return onUnknown(condition.column, (value) =>
        scope.index.listingsOf(value, ledger, condition.column) > 1 ? 'unknown' : 'yes',
      );
    case 'has-at-least': {
      const { ledger: child, items } = condition;
      const conditions = conditionsUnder(condition.conditions, scope);
      const deciders = conditions.map((each) =>
        isGroupCondition(each) ? undefined : decider(each, child, scope),
      );
      const complete = scope.yearsWithout(child).length === 0;
      return (item) => {
        const rows = scope.index.childrenOf(item, child);
        if (rows.length === 0) return 'unknown';
        const { lower, upper } = tally(rows.map((row) => decideItem(row, deciders)));
        return reaches({ lower, upper: complete ? upper : null }, items);
      };
    }
    case 'belongs-to-one-where': {
      const above = ledger.belongsTo?.ledger;
      if (!above) throw new Error(`ledger ${ledger.id} belongs to no other`);
      const deciders = conditionsUnder(condition.conditions, scope).map((each) =>
        isGroupCondition(each) ? undefined : decider(each, above, scope),
      );
      return (item) => {
        const parent = scope.index.parentOf(item, ledger);
        return parent ? decideItem(parent, deciders).truth : 'unknown';
      };
    }
  }
}

function onUnknown(column: string, answer: (value: CellValue) => Truth): Decider {
  return ({ values }) => {
    const value = values[column] ?? null;
    return value === null ? 'unknown' : answer(value);
  };
}

/** How many of the decided items count for sure, and how many may. */
export function tally(decided: readonly Decided[]): { lower: number; upper: number } {
  let lower = 0;
  let upper = 0;
  for (const { truth } of decided) {
    if (truth === 'yes') lower += 1;
    if (truth !== 'no') upper += 1;
  }
  return { lower, upper };
}

function decideGroup(
  condition: GroupCondition<string>,
  decided: readonly Decided[],
  scope: Scope,
): Truth {
  if (condition.kind === 'grow-faster-together') {
    const rate = scope.figure(condition.than);
    let now = 0n;
    let before = 0n;
    for (const { item, truth } of decided) {
      if (truth === 'no') continue;
      const value = item.values[condition.column] ?? null;
      const previous = item.values[condition.previous] ?? null;
      if (truth === 'unknown' || value === null || previous === null) return 'unknown';
      now += BigInt(Number(value));
      before += BigInt(Number(previous));
    }
    return rate.kind === 'stated' ? growsAbove(now, before, rate.value) : 'unknown';
  }
  const { ledger: child, items } = condition;
  const conditions = conditionsUnder(condition.conditions, scope);
  const total = { lower: 0, upper: 0 };
  for (const { item, truth } of decided) {
    if (truth === 'no') continue;
    const rows = decideItems(child, scope.index.childrenOf(item, child), conditions, scope);
    const { lower, upper } = tally(rows);
    if (truth === 'yes') total.lower += lower;
    total.upper += upper;
  }
  const complete = scope.yearsWithout(child).length === 0;
  return reaches({ lower: total.lower, upper: complete ? total.upper : null }, items);
}

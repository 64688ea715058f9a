import { conditionsUnder, decideItems, type Decided, type SingleCondition } from './decide.js';
import type { PlacedItem, SetAside, ShownRows } from './facts.js';
import type { Item } from './item.js';
import type { Judgement } from './judge.js';
import type { Ledger } from './ledger.js';
import type { Scope } from './scope.js';

/** The ledgers that conditions look into besides their own. */
export function relatedLedgers(conditions: readonly SingleCondition[]): Ledger[] {
  const ledgers = conditions.flatMap((condition) =>
    'ledger' in condition ? [condition.ledger] : [],
  );
  return [...new Set(ledgers)];
}

/** What was set aside among the rows of a year, or of a stock, and among those related to them. */
export function setAside(
  ledger: Ledger,
  conditions: readonly SingleCondition[],
  decided: readonly Decided[],
  scope: Scope,
  year: number,
): SetAside {
  const excluded = [ledger, ...relatedLedgers(conditions)].flatMap((each) =>
    scope.index
      .ledger(each)
      .excluded.filter((item) => each.span === 'stock' || item.year === year)
      .map((item) => ({ ledger: each, item })),
  );
  const open = decided.filter(({ truth }) => truth === 'unknown').map(({ item }) => item);
  const disputed = [
    ...inDispute(ledger, open),
    ...conditions.flatMap((condition) => disputedBehind(open, condition, ledger, scope)),
  ];
  return { excluded, disputed: once(disputed) };
}

function inDispute(ledger: Ledger, items: readonly Item[]): PlacedItem[] {
  return items.filter(({ rivals }) => rivals.length > 0).map((item) => ({ ledger, item }));
}

/** The rows of another ledger in dispute that a condition looks at for these items. */
function disputedBehind(
  items: readonly Item[],
  condition: SingleCondition,
  ledger: Ledger,
  scope: Scope,
): PlacedItem[] {
  if (condition.kind === 'belongs-to-one-where' && ledger.belongsTo) {
    const above = items.flatMap((item) => scope.index.parentOf(item, ledger) ?? []);
    return inDispute(ledger.belongsTo.ledger, above);
  }
  if (!('ledger' in condition) || scope.index.ledger(condition.ledger).disputed.length === 0) {
    return [];
  }
  const { ledger: child } = condition;
  const rows = items.flatMap((item) => scope.index.childrenOf(item, child));
  const decided = decideItems(child, rows, conditionsUnder(condition.conditions, scope), scope);
  const open = decided.filter(({ truth }) => truth === 'unknown').map(({ item }) => item);
  return inDispute(child, open);
}

/** What was set aside among all rows that judgements rest on, each row once. */
export function setAsideIn(judgements: readonly Judgement[]): SetAside {
  const rows = judgements.flatMap(rowsOf);
  return {
    excluded: once(rows.flatMap(({ excluded }) => excluded)),
    disputed: once(rows.flatMap(({ disputed }) => disputed)),
  };
}

function rowsOf(judgement: Judgement): readonly ShownRows[] {
  switch (judgement.kind) {
    case 'quantity':
      return judgement.quantity.rows;
    case 'each':
      return judgement.parts.flatMap(rowsOf);
    case 'growth': {
      const { base, after } = judgement.facts;
      const inBase = base.kind === 'known' ? base.quantity.rows : [];
      return [...inBase, ...(after.at(-1)?.quantity.rows ?? [])];
    }
  }
}

function once(placed: readonly PlacedItem[]): PlacedItem[] {
  return [...new Map(placed.map((each) => [each.item, each])).values()];
}

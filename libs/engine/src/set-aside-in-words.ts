import type { PlacedItem } from './facts.js';
import { groupBy } from './group-by.js';
import type { Item } from './item.js';

/** How many rows a sentence names before it only says how many more there are. */
const named = 3;

/** Rows that findings leave out, by sheet and reason. */
export function byReason(
  excluded: readonly PlacedItem[],
): { readonly sheet: string; readonly reason: string; readonly items: readonly Item[] }[] {
  const groups = groupBy(excluded, ({ ledger, item }) =>
    JSON.stringify([ledger.sheet, item.excluded]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const items = group.map(({ item }) => item);
    return [{ sheet: first.ledger.sheet, reason: first.item.excluded ?? '', items }];
  });
}

/** What findings leave out, a clause for each sheet and reason (中文). */
export function excludedSentences(excluded: readonly PlacedItem[]): string[] {
  return byReason(excluded).map(
    ({ sheet, reason, items }) =>
      `“${sheet}”${listed(items.map(placeOf))}经核查不予采信，不作证据：${reason}`,
  );
}

/** Which rows another subject claims too, a clause each with both rows (中文). */
export function disputedSentences(disputed: readonly PlacedItem[]): string[] {
  if (disputed.length === 0) return [];
  const pairs = disputed.map(({ ledger, item }) => {
    const others = item.rivals.map(
      ({ by, year, row }) => `${by.name}（${by.code}）${placeOf({ year, row })}`,
    );
    return `“${ledger.sheet}”${placeOf(item)}与${listed(others)}是同一项`;
  });
  return [`${listed(pairs)}，跨主体重复，须有核查结论确认或者排除`];
}

const placeOf = ({ year, row }: Pick<Item, 'year' | 'row'>) => `${year}年度报告第${row}行`;

function listed(words: readonly string[]): string {
  const rest = words.length > named ? `等${words.length}处` : '';
  return words.slice(0, named).join('、') + rest;
}

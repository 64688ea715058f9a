import type { LedgerEvidence } from './evidence.js';
import { groupBy } from './group-by.js';
import type { Item } from './item.js';
import type { Ledger } from './ledger.js';
import type { Problem } from './problem.js';

/** What the rows of a ledger contradict each other in, within one report or between reports. */
export interface Conflicts {
  /** Rows that are no evidence. */
  readonly contradictory: ReadonlySet<Item>;
  /** Rows that say again what an earlier row of the same report said. */
  readonly repeated: ReadonlySet<Item>;
  readonly problems: readonly Problem[];
}

/**
 * Finds rows of one report that are the same item and differ, rows that must agree on a value and
 * do not, rows that belong to nothing listed, and repetitions. `items` are ordered by year, file
 * and row; only the order of problems follows it.
 * A message names another file by its hash, for which edges show its name.
 */
export function findConflicts(
  ledger: Ledger,
  items: readonly Item[],
  parent: LedgerEvidence | undefined,
): Conflicts {
  const contradictory = new Set<Item>();
  const repeated = new Set<Item>();
  const problems: Problem[] = [];
  const report = (item: Item, { message, ...problem }: Omit<Problem, 'file' | 'sheet' | 'row'>) =>
    problems.push({
      ...problem,
      ...{ file: item.file, sheet: ledger.sheet, row: item.row },
      message: `“${ledger.sheet}”表第${item.row}行：${message}`,
    });

  for (const group of groupsWithin(items, (item) => item.key)) {
    const [first, ...others] = group;
    if (others.every((other) => sameValues(ledger, first, other))) {
      for (const other of others) {
        repeated.add(other);
        report(other, {
          severity: 'warning',
          code: 'same-item-repeated',
          message: `与${placeOf(first, other)}是同一项，内容一致，只计一次。`,
        });
      }
    } else {
      for (const item of group) {
        contradictory.add(item);
        report(item, {
          severity: 'error',
          code: 'same-item-differs',
          message: `${rowList(group, item)}是同一项，但${differing(ledger, group)}不一致，都不计数；请核对后只留一行。`,
        });
      }
    }
  }

  const { mustAgree } = ledger;
  if (mustAgree) {
    const { by, on } = mustAgree;
    for (const group of groupsWithin(items, (item) => item.values[by] ?? undefined)) {
      const [first] = group;
      if (group.every((item) => item.values[on] === first.values[on])) continue;
      for (const item of group) {
        contradictory.add(item);
        report(item, {
          severity: 'error',
          code: 'amounts-differ',
          column: ledger.columns[on]?.header ?? on,
          seen: String(item.values[by]),
          message: `${rowList(group, item)}的“${ledger.columns[by]?.header ?? by}”相同，但“${ledger.columns[on]?.header ?? on}”不一致，都不计数；请核对。`,
        });
      }
    }
  }

  const { belongsTo } = ledger;
  if (belongsTo && parent && parent.filed.size > 0) {
    const listed = new Set(parent.items.map((item) => item.values[belongsTo.parentColumn]));
    for (const item of items) {
      const value = item.values[belongsTo.by];
      if (listed.has(value ?? null)) continue;
      contradictory.add(item);
      report(item, {
        severity: 'error',
        code: 'not-listed',
        column: ledger.columns[belongsTo.by]?.header ?? belongsTo.by,
        seen: String(value),
        message: `“${String(value)}”不在“${belongsTo.ledger.sheet}”表中，或者那一行有错；请先在该表中填好。`,
      });
    }
  }

  if (ledger.span === 'flow') {
    const firstYear = new Map<string, Item>();
    for (const item of items) {
      const earlier = firstYear.get(item.key);
      if (!earlier) firstYear.set(item.key, item);
      else if (earlier.year !== item.year) {
        report(item, {
          severity: 'warning',
          code: 'same-item-in-two-years',
          message: `与${earlier.year}年度报告（文件${earlier.file}）第${earlier.row}行是同一项，两个年度各计一次；请核对是否重复填报。`,
        });
      }
    }
  }
  return { contradictory, repeated, problems };
}

type Group = readonly [Item, Item, ...Item[]];

/** Items of one report year that share a key, where there is more than one. */
function groupsWithin(
  items: readonly Item[],
  keyOf: (item: Item) => string | number | boolean | undefined,
): Group[] {
  const groups: [Item, Item, ...Item[]][] = [];
  for (const ofYear of groupBy(items, ({ year }) => year).values()) {
    const single = new Map<string | number | boolean, Item>();
    const several = new Map<string | number | boolean, [Item, Item, ...Item[]]>();
    for (const item of ofYear) {
      const key = keyOf(item);
      if (key === undefined) continue;
      const group = several.get(key);
      const first = single.get(key);
      if (group) group.push(item);
      else if (first) several.set(key, [first, item]);
      else single.set(key, item);
    }
    for (const group of several.values()) groups.push(group);
  }
  return groups;
}

function sameValues(ledger: Ledger, a: Item, b: Item): boolean {
  return Object.keys(ledger.columns).every(
    (id) => (a.values[id] ?? null) === (b.values[id] ?? null),
  );
}

/** The columns in which rows of one item differ. */
function differing(ledger: Ledger, [first, ...others]: Group): string {
  return Object.entries(ledger.columns)
    .filter(([id]) =>
      others.some((other) => (other.values[id] ?? null) !== (first.values[id] ?? null)),
    )
    .map(([, { header }]) => `“${header}”`)
    .join('');
}

/** The other rows of a group, the first few by number. */
function rowList(group: Group, item: Item): string {
  const named: string[] = [];
  for (const other of group) {
    if (other === item) continue;
    if (named.length === 5) return `与${named.join('、')}等`;
    named.push(placeOf(other, item));
  }
  return `与${named.join('、')}`;
}

function placeOf(other: Item, item: Item): string {
  return other.file === item.file ? `第${other.row}行` : `文件${other.file}第${other.row}行`;
}

import type { Evidence, LedgerEvidence } from './evidence.js';
import { groupBy } from './group-by.js';
import type { Item } from './item.js';
import type { CellValue, Ledger } from './ledger.js';

/** Finds rows by what ties them together; each index is built when it is first asked for. */
export class EvidenceIndex {
  private readonly years = new Map<string, ReadonlyMap<number, readonly Item[]>>();
  private readonly children = new Map<string, ReadonlyMap<CellValue, readonly Item[]>>();
  private readonly parents = new Map<string, ReadonlyMap<CellValue, Item>>();
  private readonly listings = new Map<string, ReadonlyMap<CellValue, number>>();

  constructor(private readonly evidence: Evidence) {}

  /** Everything filed for a ledger. Throws for one that the programme does not declare. */
  ledger({ id }: Ledger): LedgerEvidence {
    const found = this.evidence.ledgers.get(id);
    if (!found) throw new Error(`the programme has no ledger ${id}`);
    return found;
  }

  /** The items of a ledger that were reported for a year. */
  itemsOf(ledger: Ledger, year: number): readonly Item[] {
    const index = remember(this.years, ledger.id, () =>
      groupBy(this.ledger(ledger).items, (item) => item.year),
    );
    return index.get(year) ?? [];
  }

  /** Rows of a ledger that belong to an item of the one above. */
  childrenOf(item: Item, child: Ledger): readonly Item[] {
    const { by, parentColumn } = bond(child);
    const index = remember(this.children, child.id, () =>
      groupBy(this.ledger(child).items, ({ values }) => values[by] ?? null),
    );
    return index.get(item.values[parentColumn] ?? null) ?? [];
  }

  /** The item of the ledger above that a row belongs to. */
  parentOf(item: Item, child: Ledger): Item | undefined {
    const { by, parentColumn, ledger } = bond(child);
    const index = remember(
      this.parents,
      child.id,
      () =>
        new Map(this.ledger(ledger).items.map((row) => [row.values[parentColumn] ?? null, row])),
    );
    return index.get(item.values[by] ?? null);
  }

  /** How many rows of a ledger show this value in a column. */
  listingsOf(value: CellValue, ledger: Ledger, column: string): number {
    const index = remember(this.listings, `${ledger.id} ${column}`, () => {
      const counts = new Map<CellValue, number>();
      for (const { values, excluded } of this.ledger(ledger).items) {
        if (excluded !== null) continue;
        const each = values[column] ?? null;
        counts.set(each, (counts.get(each) ?? 0) + 1);
      }
      return counts;
    });
    return index.get(value) ?? 0;
  }
}

function bond(child: Ledger): NonNullable<Ledger['belongsTo']> {
  if (!child.belongsTo) throw new Error(`ledger ${child.id} belongs to no other`);
  return child.belongsTo;
}

function remember<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key);
  if (known !== undefined) return known;
  const made = make();
  store.set(key, made);
  return made;
}

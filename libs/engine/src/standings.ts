import { claimKeys } from './claim-key.js';
import type { DisputedItem } from './disputed-item.js';
import { groupBy } from './group-by.js';
import type { Item } from './item.js';
import type { Ledger } from './ledger.js';
import type { RowFinding } from './row-finding.js';

/** What a finding, or another subject's claim, makes of an item. */
type Standing = Pick<Item, 'excluded' | 'rivals'>;

const unquestioned: Standing = { excluded: null, rivals: [] };

/** Knows how each item stands; built from what was found and claimed up to the assessed year. */
export class Standings {
  /** By ledger and item, a later year's first. */
  private readonly findings: ReadonlyMap<string, readonly RowFinding[]>;
  private readonly claims: ReadonlyMap<string, readonly DisputedItem[]>;
  /** Ledgers that a finding speaks of, and those that a claim does. */
  private readonly foundIn: ReadonlySet<string>;
  private readonly claimedIn: ReadonlySet<string>;

  /** Throws where two findings of a year speak of the same item: only one of them can be current. */
  constructor(findings: readonly RowFinding[], disputed: readonly DisputedItem[]) {
    this.findings = groupBy(
      [...findings].sort((a, b) => b.year - a.year),
      ({ ledger, item }) => `${ledger} ${item}`,
    );
    for (const [on, known] of this.findings) {
      if (new Set(known.map(({ year }) => year)).size < known.length) {
        throw new Error(`two row findings of a year on ${on}`);
      }
    }
    this.claims = groupBy(disputed, ({ ledger, claim }) => `${ledger} ${claim}`);
    this.foundIn = new Set(findings.map(({ ledger }) => ledger));
    this.claimedIn = new Set(disputed.map(({ ledger }) => ledger));
  }

  of(ledger: Ledger, item: Pick<Item, 'key' | 'year' | 'values'>): Standing {
    const found = this.foundIn.has(ledger.id) ? this.finding(ledger, item) : undefined;
    if (found?.outcome === 'excluded') return { excluded: found.reason, rivals: [] };
    if (found || !this.claimedIn.has(ledger.id)) return unquestioned;
    const rivals = new Map<string, DisputedItem>();
    for (const claim of claimKeys(ledger, item.values)) {
      for (const rival of this.claims.get(`${ledger.id} ${claim}`) ?? []) {
        // What tells its own year alone may well be another subject's in another year.
        if (ledger.span === 'annual' && rival.year !== item.year) continue;
        rivals.set(`${rival.by.code} ${rival.file} ${rival.row}`, rival);
      }
    }
    return rivals.size === 0 ? unquestioned : { excluded: null, rivals: [...rivals.values()] };
  }

  private finding({ id, span }: Ledger, item: Pick<Item, 'key' | 'year'>): RowFinding | undefined {
    const known = this.findings.get(`${id} ${item.key}`);
    return known?.find(({ year }) => span === 'stock' || year === item.year);
  }
}

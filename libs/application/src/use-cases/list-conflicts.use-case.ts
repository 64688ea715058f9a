import { itemKey, type Ledger } from '#engine';
import { contestedBy } from '../disputes.js';
import { ok, type Outcome } from '../outcome.js';
import type { ContestedRow } from '../ports/claim-store.port.js';
import type { Page, PageRequest } from '../ports/page.js';
import type { RowFindingRecord } from '../ports/row-finding-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { unreplaced } from '../unreplaced.js';
import { enrolled } from './enrol-subject.use-case.js';

/** A row in dispute, with what was found on it. */
export interface ConflictRow extends Omit<ContestedRow, 'ledger' | 'claim'> {
  /** The subject's. */
  readonly name: string;
  readonly finding: Pick<RowFindingRecord, 'id' | 'outcome' | 'reason'> | null;
}

/** What a subject and others claim as well (跨主体重复): all rows of it, theirs first. */
export interface Conflict {
  readonly ledger: Ledger;
  /** The cells that are the same. */
  readonly values: ContestedRow['values'];
  readonly own: readonly ConflictRow[];
  readonly others: readonly ConflictRow[];
}

/** Of a claim so many rows of others are given; one that more share is a word that says nothing. */
const mostRows = 50;

/** Lists what official rows of a subject claim and those of others as well, settled or not. */
export class ListConflicts {
  constructor(private readonly service: Service) {}

  /** By ledger and claim. @param page `from` is a place in that order */
  async execute(
    key: SubjectKey,
    { limit, from = 0 }: PageRequest,
  ): Promise<Outcome<Page<Conflict>>> {
    const { reports, programmes } = this.service;
    const programme = programmeOf(programmes, key.programme);
    if (!programme.ok) return programme;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const parts = await reports.accepted(key, Infinity, 'submitted');
    const { own, others } = await contestedBy(this.service, key, parts);
    const items: Conflict[] = [];
    const claims = [...grouped(programme.value.ledgers, own)];
    const theirs = grouped(programme.value.ledgers, others);
    const shared = claims.filter(([place]) => theirs.has(place));
    for (const [place, { ledger, rows }] of shared.slice(from, from + limit)) {
      const rivals = theirs.get(place)?.rows.slice(0, mostRows) ?? [];
      items.push({
        ledger,
        values: sharedValues(rows[0]),
        own: await this.withFindings(key.programme, ledger, rows),
        others: await this.withFindings(key.programme, ledger, rivals),
      });
    }
    return ok({ items, next: from + limit < shared.length ? from + limit : null });
  }

  private async withFindings(
    programme: string,
    ledger: Ledger,
    rows: readonly ContestedRow[],
  ): Promise<readonly ConflictRow[]> {
    const shown: ConflictRow[] = [];
    for (const { code, report, file, year, row, values } of rows) {
      const key = { programme, code };
      const item = itemKey(ledger, values);
      const finding = unreplaced(await this.service.rowFindings.all(key))
        .filter((each) => each.ledger === ledger.id && each.item === item)
        .findLast((each) => ledger.span === 'stock' || each.year === year);
      const name = (await this.service.subjects.byKey(key))?.name ?? '';
      shown.push({ ...{ code, name, report, file, year, row, values }, finding: finding ?? null });
    }
    return shown;
  }
}

/** The cells by which a row claims what it does: a claim is named by them. */
function sharedValues({ claim, values }: ContestedRow): ContestedRow['values'] {
  const named: unknown = JSON.parse(claim);
  const columns = typeof named === 'object' && named !== null ? Object.keys(named) : [];
  return Object.fromEntries(columns.map((id) => [id, values[id] ?? null]));
}

interface Claimed {
  readonly ledger: Ledger;
  readonly rows: [ContestedRow, ...ContestedRow[]];
}

/** By what they claim; in a ledger that tells its own year alone, by the year as well. */
function grouped(
  ledgers: readonly Ledger[],
  rows: readonly ContestedRow[],
): ReadonlyMap<string, Claimed> {
  const groups = new Map<string, Claimed>();
  for (const row of rows) {
    const ledger = ledgers.find(({ id }) => id === row.ledger);
    if (!ledger) throw new Error(`no ledger ${row.ledger}`);
    const year = ledger.span === 'annual' ? row.year : null;
    const place = JSON.stringify([row.ledger, row.claim, year]);
    const known = groups.get(place);
    if (known) known.rows.push(row);
    else groups.set(place, { ledger, rows: [row] });
  }
  return groups;
}

import { itemKey, Standings, type DisputedItem, type Ledger, type Programme } from '#engine';
import type { ContestedRow } from './ports/claim-store.port.js';
import type { AcceptedReport } from './ports/report-store.port.js';
import type { Service } from './service.js';
import type { SubjectKey } from './subject.js';
import { unreplaced } from './unreplaced.js';

type Sources = Pick<Service, 'claims' | 'reports' | 'rowFindings' | 'subjects'>;

/** Rows of a subject's reports, and official rows of others, that claim the same. */
export interface Contested {
  readonly own: readonly ContestedRow[];
  readonly others: readonly ContestedRow[];
}

/** What other subjects' official rows claim as well as these reports of a subject. */
export async function contestedBy(
  { claims, reports }: Pick<Sources, 'claims' | 'reports'>,
  { programme, code }: SubjectKey,
  parts: readonly AcceptedReport[],
): Promise<Contested> {
  const rows = await claims.contested(parts.map(({ id }) => id));
  const ids = new Set(parts.map(({ id }) => id));
  const official = new Set<string>();
  const rivals = new Set(rows.map((row) => row.code).filter((each) => each !== code));
  for (const rival of rivals) {
    const submitted = await reports.accepted({ programme, code: rival }, Infinity, 'submitted');
    for (const { id } of submitted) official.add(id);
  }
  return {
    own: rows.filter(({ report }) => ids.has(report)),
    others: rows.filter(({ report }) => official.has(report)),
  };
}

/**
 * The items of a subject's reports that others claim up to a year, but for what a finding has taken
 * from the other: of each other subject, claim and year the first row.
 */
export async function disputedItems(
  sources: Sources,
  { id: programme, ledgers }: Programme,
  code: string,
  year: number,
  parts: readonly AcceptedReport[],
): Promise<readonly DisputedItem[]> {
  const { others } = await contestedBy(sources, { programme, code }, parts);
  const stands = await standingOf(sources, programme, ledgers, year, others);
  const disputed = new Map<string, DisputedItem>();
  for (const row of others) {
    const { ledger, claim, file } = row;
    const place = JSON.stringify([ledger, claim, row.code, row.year]);
    if (row.year > year || disputed.has(place) || !stands(row)) continue;
    const subject = await sources.subjects.byKey({ programme, code: row.code });
    if (!subject) throw new Error(`no subject ${programme} ${row.code}`);
    const by = { code: row.code, name: subject.name };
    disputed.set(place, { ledger, claim, by, year: row.year, file, row: row.row });
  }
  return [...disputed.values()];
}

/** Tells whether a row still stands in an assessed year, as no finding has excluded its item. */
async function standingOf(
  { rowFindings }: Pick<Sources, 'rowFindings'>,
  programme: string,
  ledgers: readonly Ledger[],
  year: number,
  rows: readonly ContestedRow[],
): Promise<(row: ContestedRow) => boolean> {
  const standings = new Map<string, Standings>();
  for (const code of new Set(rows.map((row) => row.code))) {
    const all = unreplaced(await rowFindings.all({ programme, code }));
    const known = all.filter((finding) => finding.year <= year);
    standings.set(code, new Standings(known, []));
  }
  return ({ ledger: id, code, year: of, values }) => {
    const ledger = ledgers.find((each) => each.id === id);
    if (!ledger) throw new Error(`no ledger ${id}`);
    const item = { key: itemKey(ledger, values), year: of, values };
    return standings.get(code)?.of(ledger, item).excluded === null;
  };
}

import type { CellValue, Ledger } from './ledger.js';
import type { ReportContent } from './report-content.js';
import type { Problem } from './problem.js';
import { findConflicts } from './conflicts.js';
import type { Evidence, LedgerEvidence } from './evidence.js';
import { FigureBook } from './figure-book.js';
import { itemKey } from './item-key.js';
import { reportYears, type Programme } from './programme.js';
import { byYearThenFile, type Item } from './item.js';
import type { Standings } from './standings.js';

/**
 * Puts the reports up to `year` together: files of one year are parts of one report, the same item
 * counts once, and what several rows or files contradict each other in is found and left out.
 */
export function assemble(
  programme: Programme,
  reports: readonly ReportContent[],
  year: number,
  standings: Standings,
): Evidence {
  const given = reports.filter((report) => report.year <= year).sort(byYearThenFile);
  const reported = [...new Set(given.map((report) => report.year))];
  const problems: Problem[] = missingYears(programme, given, year);
  const ledgers = new Map<string, LedgerEvidence>();
  const rows = { accepted: 0, rejected: 0, excluded: 0 };
  for (const ledger of programme.ledgers) {
    const parent = ledger.belongsTo && ledgers.get(ledger.belongsTo.ledger.id);
    const assembled = assembleLedger(ledger, given, parent, standings);
    ledgers.set(ledger.id, assembled.evidence);
    for (const problem of assembled.problems) problems.push(problem);
    rows.accepted += assembled.accepted;
    rows.excluded += assembled.excluded;
    for (const count of assembled.evidence.rejected.values()) rows.rejected += count;
  }
  const figures = new FigureBook(programme.figures, given);
  for (const problem of figures.problems) problems.push(problem);
  return { ledgers, figures, reported, rows, problems };
}

function missingYears(
  programme: Programme,
  given: readonly ReportContent[],
  year: number,
): Problem[] {
  const file = given.at(-1)?.file ?? '';
  const absent = reportYears(programme).filter(
    (each) =>
      each !== programme.baseYear && each <= year && !given.some((report) => report.year === each),
  );
  return absent.map((each) => ({
    severity: 'notice',
    code: 'year-without-report',
    file,
    message: `没有收到${each}年度的报告；累计类指标只按已收到的报告计数。`,
  }));
}

interface AssembledLedger {
  readonly evidence: LedgerEvidence;
  readonly accepted: number;
  readonly excluded: number;
  readonly problems: readonly Problem[];
}

function assembleLedger(
  ledger: Ledger,
  reports: readonly ReportContent[],
  parent: LedgerEvidence | undefined,
  standings: Standings,
): AssembledLedger {
  const excludedAbove = reasonsAbove(ledger, parent);
  const rejected = new Map<number, number>();
  const filed = new Set<number>();
  const items: Item[] = [];
  for (const { file, year, ledgers } of reports) {
    const content = ledgers[ledger.id];
    if (!content) continue;
    filed.add(year);
    rejected.set(year, (rejected.get(year) ?? 0) + content.rejected);
    for (const { row, values } of content.rows) {
      const key = itemKey(ledger, values);
      const { excluded, rivals } = standings.of(ledger, { key, year, values });
      const above = ledger.belongsTo && excludedAbove.get(values[ledger.belongsTo.by] ?? null);
      items.push({ key, year, file, row, values, excluded: excluded ?? above ?? null, rivals });
    }
  }
  // A row that a finding leaves out contradicts no other.
  const standing = items.filter(({ excluded }) => excluded === null);
  const { contradictory, repeated, problems } = findConflicts(ledger, standing, parent);
  for (const { year } of contradictory) rejected.set(year, (rejected.get(year) ?? 0) + 1);
  const valid = items.filter((item) => !contradictory.has(item) && !repeated.has(item));
  const kept = ledger.span === 'stock' ? latestOfEach(valid) : valid;
  return {
    evidence: {
      ledger,
      items: kept,
      excluded: kept.filter(({ excluded }) => excluded !== null),
      disputed: kept.filter(({ rivals }) => rivals.length > 0),
      rejected,
      filed,
    },
    accepted: standing.length - contradictory.size,
    excluded: items.length - standing.length,
    problems,
  };
}

/** Why items of the ledger above are left out, by the value that their rows here show. */
function reasonsAbove(
  { belongsTo }: Ledger,
  parent: LedgerEvidence | undefined,
): ReadonlyMap<CellValue, string> {
  const reasons = new Map<CellValue, string>();
  if (!belongsTo || !parent) return reasons;
  for (const { values, excluded } of parent.excluded) {
    if (excluded !== null) reasons.set(values[belongsTo.parentColumn] ?? null, excluded);
  }
  return reasons;
}

/** Across years the later report's row stands. */
function latestOfEach(items: readonly Item[]): Item[] {
  const latest = new Map<string, Item>();
  for (const item of items) latest.set(item.key, item);
  return latest.size === items.length ? [...items] : [...latest.values()].sort(byYearThenFile);
}

import type { Ledger } from './ledger.js';
import type { LedgerRow, ReportContent } from './report-content.js';
import type { Problem } from './problem.js';
import { findConflicts } from './conflicts.js';
import type { Evidence, LedgerEvidence } from './evidence.js';
import { FigureBook } from './figure-book.js';
import { itemKey } from './item-key.js';
import { reportYears, type Programme } from './programme.js';
import { byYearThenFile, type Item } from './item.js';

/**
 * Puts the reports up to `year` together: files of one year are parts of one report, the same item
 * counts once, and what several rows or files contradict each other in is found and left out.
 */
export function assemble(
  programme: Programme,
  reports: readonly ReportContent[],
  year: number,
): Evidence {
  const given = reports.filter((report) => report.year <= year).sort(byYearThenFile);
  const reported = [...new Set(given.map((report) => report.year))];
  const problems: Problem[] = missingYears(programme, given, year);
  const ledgers = new Map<string, LedgerEvidence>();
  let accepted = 0;
  let rejected = 0;
  for (const ledger of programme.ledgers) {
    const parent = ledger.belongsTo && ledgers.get(ledger.belongsTo.ledger.id);
    const assembled = assembleLedger(ledger, given, parent);
    ledgers.set(ledger.id, assembled.evidence);
    for (const problem of assembled.problems) problems.push(problem);
    accepted += assembled.accepted;
    for (const count of assembled.evidence.rejected.values()) rejected += count;
  }
  const figures = new FigureBook(programme.figures, given);
  for (const problem of figures.problems) problems.push(problem);
  return { ledgers, figures, reported, rows: { accepted, rejected }, problems };
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
  readonly problems: readonly Problem[];
}

function assembleLedger(
  ledger: Ledger,
  reports: readonly ReportContent[],
  parent: LedgerEvidence | undefined,
): AssembledLedger {
  const rejected = new Map<number, number>();
  const filed = new Set<number>();
  const items: Item[] = [];
  for (const { file, year, ledgers } of reports) {
    const content = ledgers[ledger.id];
    if (!content) continue;
    filed.add(year);
    rejected.set(year, (rejected.get(year) ?? 0) + content.rejected);
    for (const row of content.rows) items.push(itemOf(ledger, row, file, year));
  }
  const { excluded, repeated, problems } = findConflicts(ledger, items, parent);
  for (const { year } of excluded) rejected.set(year, (rejected.get(year) ?? 0) + 1);
  const valid = items.filter((item) => !excluded.has(item) && !repeated.has(item));
  return {
    evidence: {
      ledger,
      items: ledger.span === 'stock' ? latestOfEach(valid) : valid,
      rejected,
      filed,
    },
    accepted: items.length - excluded.size,
    problems,
  };
}

function itemOf(ledger: Ledger, { row, values }: LedgerRow, file: string, year: number): Item {
  return { key: itemKey(ledger, values), year, file, row, values };
}

/** Across years the later report's row stands. */
function latestOfEach(items: readonly Item[]): Item[] {
  const latest = new Map<string, Item>();
  for (const item of items) latest.set(item.key, item);
  return latest.size === items.length ? [...items] : [...latest.values()].sort(byYearThenFile);
}

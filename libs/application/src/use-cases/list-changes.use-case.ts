import { formatQuantity, itemKey, reportYears, type Ledger, type Programme } from '#engine';
import { figureHeaders, figuresSheet, statementHeaders, statementsSheet } from '#report';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Page, PageRequest } from '../ports/page.js';
import { programmeOf } from '../programme-of.js';
import { changesBetween, type RowChange, type SaidRow } from '../row-changes.js';
import type { Service } from '../service.js';
import { shownCells } from '../shown-cells.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';

/** The ids of the reports of two rounds. */
interface Rounds {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Lists row by row what a round changed against the round before; in the first all is added. */
export class ListChanges {
  constructor(private readonly service: Service) {}

  /** By sheet, in the order of the rows. @param page `from` is a place in that order */
  async execute(
    key: SubjectKey,
    year: number,
    round: number,
    { limit, from = 0 }: PageRequest,
  ): Promise<Outcome<Page<RowChange>>> {
    const programme = programmeOf(this.service.programmes, key.programme);
    if (!programme.ok) return programme;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const years = reportYears(programme.value);
    if (!years.includes(year)) return failed({ kind: 'year-not-reported', year, years });
    const submits = (await this.service.moves.ofYear(key, year)).filter(
      ({ move }) => move === 'submit',
    );
    const after = submits.find((each) => each.round === round)?.parts;
    if (!after) return failed({ kind: 'unknown-round', year, round });
    const before = submits.find((each) => each.round === round - 1)?.parts ?? [];
    const found: RowChange[] = [];
    for await (const changes of this.bySheet(programme.value, { before, after })) {
      for (const change of changes) found.push(change);
      if (found.length > from + limit) break;
    }
    const next = found.length > from + limit ? from + limit : null;
    return ok({ items: found.slice(from, from + limit), next });
  }

  private async *bySheet({ ledgers }: Programme, rounds: Rounds) {
    for (const ledger of ledgers) yield this.ofLedger(ledger, rounds);
    yield this.ofFigures(rounds);
    yield this.ofStatements(rounds);
  }

  /** Only rows that differ are read: usually few of many. */
  private async ofLedger(ledger: Ledger, { before, after }: Rounds): Promise<readonly RowChange[]> {
    const { reports } = this.service;
    const said = async (ids: readonly string[], others: readonly string[]) =>
      (await reports.rowsNotIn(ids, others, ledger.id)).map(({ part, row, values }) => ({
        ...{ part, row, item: itemKey(ledger, values), cells: shownCells(ledger, values) },
      }));
    const rows = [await said(before, after), await said(after, before)] as const;
    return changesBetween({ sheet: ledger.sheet, ledger: ledger.id }, ...rows);
  }

  private async ofFigures({ before, after }: Rounds): Promise<readonly RowChange[]> {
    const said = async (ids: readonly string[]): Promise<readonly SaidRow[]> =>
      (await this.service.reports.stated(ids)).figures.map(({ part, row, code, year, ...of }) => ({
        ...{ part, row, item: `${code} ${year}` },
        cells: {
          [figureHeaders.code]: code,
          [figureHeaders.year]: String(year),
          [figureHeaders.value]: formatQuantity(of.value, of.unit),
        },
      }));
    const sheet = { sheet: figuresSheet, ledger: null };
    return changesBetween(sheet, await said(before), await said(after));
  }

  private async ofStatements({ before, after }: Rounds): Promise<readonly RowChange[]> {
    const said = async (ids: readonly string[]): Promise<readonly SaidRow[]> =>
      (await this.service.reports.stated(ids)).statements.map(({ part, row, target, ...of }) => ({
        ...{ part, row, item: target },
        cells: {
          [statementHeaders.target]: target,
          [statementHeaders.completion]: of.completion,
          [statementHeaders.deviation]: of.deviation,
          [statementHeaders.proof]: of.proof,
        },
      }));
    const sheet = { sheet: statementsSheet, ledger: null };
    return changesBetween(sheet, await said(before), await said(after));
  }
}

import { failed, ok, type Outcome } from '../outcome.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import { shownCells, type ShownCells } from '../shown-cells.js';
import type { SubjectKey } from '../subject.js';
import { FollowReport } from './follow-report.use-case.js';

/** A row of a report, as it stands in the file. */
export interface ReportRow {
  /** The report's id. */
  readonly part: string;
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
  readonly cells: ShownCells;
}

/** Reads a row that a verdict rests on, down to its cells. */
export class ReadRow {
  private readonly followReport: FollowReport;

  constructor(private readonly service: Service) {
    this.followReport = new FollowReport(service);
  }

  /** @param row as a spreadsheet numbers it */
  async execute(
    key: SubjectKey,
    id: string,
    ledgerId: string,
    row: number,
  ): Promise<Outcome<ReportRow>> {
    const programme = programmeOf(this.service.programmes, key.programme);
    if (!programme.ok) return programme;
    const followed = await this.followReport.execute(key, id);
    if (!followed.ok) return followed;
    const { ledgers } = programme.value;
    const ledger = ledgers.find((each) => each.id === ledgerId);
    if (!ledger) {
      const known = ledgers.map((each) => each.id);
      return failed({ kind: 'unknown-ledger', ledger: ledgerId, known });
    }
    const values = await this.service.reports.row(id, ledger.id, row);
    const { sheet } = ledger;
    if (!values) return failed({ kind: 'unknown-row', part: id, sheet, row });
    const { fileName } = followed.value.report;
    return ok({ part: id, fileName, sheet, row, cells: shownCells(ledger, values) });
  }
}

import {
  Overtaken,
  type Accepted,
  type ContentWriter,
  type Instant,
  type Refusal,
  type RestOfContent,
} from '#application';
import type { Figure, Statement } from '#engine';
import type { RowAsJson } from '#report';
import { amountToText } from './amount.mapper.js';
import { ContentDigest } from './audit/content-digest.js';
import type { Cell } from './bulk.js';
import type { Row } from './change-in.js';
import type { Database } from './database.js';
import { ReportEntity } from './entities/report.entity.js';
import { acceptedToRow } from './report.mapper.js';

/** Writes a report's content, its rows in bulk. */
export class ReportContentWriter implements ContentWriter {
  private readonly digest: ContentDigest;
  /** Rows that were written. */
  private read = 0;

  private constructor(
    private readonly database: Database,
    /** The report's number. */
    private readonly report: number,
    /** Which try at it this is. */
    private readonly tries: number,
  ) {
    this.digest = new ContentDigest(database.auditHash);
  }

  static async begin(database: Database, report: number, tries: number) {
    const begun = new ReportContentWriter(database, report, tries);
    // First the report's row, which waits for rows that another try is just writing.
    await begun.advance({ tries: tries - 1 }, { tries, read: 0 });
    await removeContent(database, report);
    return begun;
  }

  async rows(ledger: string, rows: readonly RowAsJson[]): Promise<void> {
    const { tries } = this;
    this.read += rows.length;
    await this.advance({ tries }, { read: this.read });
    await this.write(
      { table: 'ledger_row', ledger },
      'row item',
      rows,
      ({ row, values }, cells) => {
        cells.push(row, values);
      },
    );
  }

  async accept(rest: RestOfContent, accepted: Accepted, at: Instant): Promise<void> {
    const { report: number, tries } = this;
    // First the report's row, so that nothing is written for one that another try has settled.
    await this.advance({ tries }, { ...acceptedToRow(accepted), settledAt: at });
    await this.figures(rest);
    await this.statements(rest);
    await this.problems(rest);
    for (const [ledger, { rejected }] of Object.entries(rest.ledgers)) {
      await this.write(
        { table: 'ledger_content', ledger },
        'rejected',
        [rejected],
        (count, cells) => {
          cells.push(count);
        },
      );
    }
    await this.database.update(ReportEntity, { number }, { content: this.digest.text() });
    this.database.changed(ReportEntity, { number });
  }

  async refuse({ code, message }: Refusal, at: Instant): Promise<void> {
    const { tries } = this;
    await this.advance({ tries }, { state: 'refused', code, message, settledAt: at });
    await removeContent(this.database, this.report);
    this.database.changed(ReportEntity, { number: this.report });
  }

  private async problems({ problems }: RestOfContent): Promise<void> {
    const columns = 'position severity code sheet row column seen expected message';
    const placed = problems.map((problem, index) => ({ position: index + 1, ...problem }));
    await this.write({ table: 'problem' }, columns, placed, (problem, cells) => {
      const { position, severity, code, sheet, row, column, seen, expected, message } = problem;
      cells.push(position, severity, code, sheet ?? null, row ?? null);
      cells.push(column ?? null, seen ?? null, expected ?? null, message);
    });
  }

  private async figures({ figures }: RestOfContent): Promise<void> {
    const columns = 'row code year value unit';
    const write = ({ row, code, year, value, unit }: Figure, cells: Cell[]) => {
      cells.push(row, code, year, amountToText(value), unit);
    };
    await this.write({ table: 'figure' }, columns, byRow(figures), write);
  }

  private async statements({ statements }: RestOfContent): Promise<void> {
    const columns = 'row target completion deviation proof';
    const write = ({ row, target, completion, deviation, proof }: Statement, cells: Cell[]) => {
      cells.push(row, target, completion, deviation, proof);
    };
    await this.write({ table: 'statement' }, columns, byRow(statements), write);
  }

  /** Changes the report's row, which only the last try at an unsettled report may. */
  private async advance(as: { tries: number }, change: Row): Promise<void> {
    const where = { number: this.report, state: 'received', ...as };
    const advanced = await this.database.update(ReportEntity, where, change);
    if (advanced !== 1) throw new Overtaken(`report ${this.report} is another worker's by now`);
  }

  /**
   * Writes rows of a part of the content, and adds them to its digest.
   * @param columns as the entity orders them, without report and ledger
   * @param rows in the order of their keys
   */
  private async write<T>(
    { table, ledger }: { readonly table: string; readonly ledger?: string },
    columns: string,
    rows: readonly T[],
    write: (row: T, cells: Cell[]) => void,
  ): Promise<void> {
    const same = { report: this.report, ...(ledger !== undefined && { ledger }) };
    await this.database.insertAll({ table, columns: columns.split(' '), same }, rows, write);
    this.digest.add(table, ledger, rows, write);
  }
}

function byRow<T extends { readonly row: number }>(items: readonly T[]): readonly T[] {
  return items.toSorted((one, other) => one.row - other.row);
}

/** Removes whatever tries at a report have written of its content. */
export async function removeContent(database: Database, report: number): Promise<void> {
  for (const table of ['ledger_content', 'ledger_row', 'figure', 'statement', 'problem']) {
    await database.change(`DELETE FROM ${table} WHERE report = $1`, [report]);
  }
}

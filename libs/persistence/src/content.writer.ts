import {
  Overtaken,
  type Accepted,
  type ContentWriter,
  type Instant,
  type Refusal,
  type RestOfContent,
} from '#application';
import type { RowAsJson } from '#report';
import type { EntityManager } from 'typeorm';
import { amountToText } from './amount.mapper.js';
import type { Database, Into } from './database.js';
import {
  FigureEntity,
  LedgerContentEntity,
  LedgerRowEntity,
  ProblemEntity,
  StatementEntity,
} from './entities/report-content.entity.js';
import { ReportEntity } from './entities/report.entity.js';
import { acceptedToRow } from './report.mapper.js';

type Advance = Parameters<typeof EntityManager.prototype.update<ReportEntity>>[2];

/** Writes a report's content, its rows in bulk. */
export class ReportContentWriter implements ContentWriter {
  private constructor(
    private readonly database: Database,
    /** The report's number. */
    private readonly report: number,
    /** Which try at it this is. */
    private readonly tries: number,
  ) {}

  static async begin(database: Database, report: number, tries: number) {
    const begun = new ReportContentWriter(database, report, tries);
    // First the report's row, which waits for rows that another try is just writing.
    await begun.advance({ tries: tries - 1 }, { tries, accepted: 0 });
    await removeContent(database.writer, report);
    return begun;
  }

  async rows(ledger: string, rows: readonly RowAsJson[]): Promise<void> {
    const { tries } = this;
    await this.advance({ tries }, { accepted: () => `accepted + ${rows.length}` });
    const into = { table: 'ledger_row', same: { report: this.report, ledger } };
    await this.database.insertAll(
      { ...into, columns: ['row', 'item'] },
      rows,
      ({ row, values }, cells) => {
        cells.push(row, values);
      },
    );
  }

  async accept(rest: RestOfContent, accepted: Accepted, at: Instant): Promise<void> {
    const { report, tries } = this;
    await this.advance({ tries }, { ...acceptedToRow(accepted), settledAt: at });
    await this.figures(rest);
    await this.statements(rest);
    await this.problems(rest);
    const ledgers = Object.entries(rest.ledgers);
    const contents = ledgers.map(([ledger, { rejected }]) => ({ report, ledger, rejected }));
    if (contents.length > 0) await this.database.writer.insert(LedgerContentEntity, contents);
  }

  async refuse({ code, message }: Refusal, at: Instant): Promise<void> {
    const { tries } = this;
    await this.advance({ tries }, { state: 'refused', code, message, settledAt: at, accepted: 0 });
    await removeContent(this.database.writer, this.report);
  }

  private async problems({ problems }: RestOfContent): Promise<void> {
    let position = 0;
    const columns = 'position severity code sheet row column seen expected message';
    await this.database.insertAll(this.into('problem', columns), problems, (problem, cells) => {
      const { severity, code, sheet, row, column, seen, expected, message } = problem;
      cells.push(++position, severity, code, sheet ?? null, row ?? null);
      cells.push(column ?? null, seen ?? null, expected ?? null, message);
    });
  }

  private async figures({ figures }: RestOfContent): Promise<void> {
    const into = this.into('figure', 'row code year value unit');
    await this.database.insertAll(into, figures, ({ row, code, year, value, unit }, cells) => {
      cells.push(row, code, year, amountToText(value), unit);
    });
  }

  private async statements({ statements }: RestOfContent): Promise<void> {
    const into = this.into('statement', 'row target completion deviation proof');
    await this.database.insertAll(
      into,
      statements,
      ({ row, target, completion, deviation, proof }, cells) => {
        cells.push(row, target, completion, deviation, proof);
      },
    );
  }

  /** Changes the report's row, which only the last try at an unsettled report may. */
  private async advance(as: { tries: number }, change: Advance): Promise<void> {
    const where = { number: this.report, state: 'received', ...as };
    const { affected } = await this.database.writer.update(ReportEntity, where, change);
    if (affected !== 1) throw new Overtaken(`report ${this.report} is another worker's by now`);
  }

  private into(table: string, columns: string): Into {
    return { table, columns: columns.split(' '), same: { report: this.report } };
  }
}

/** Removes whatever tries at a report have written of its content. */
export async function removeContent(writer: EntityManager, report: number): Promise<void> {
  const parts = [
    LedgerContentEntity,
    LedgerRowEntity,
    FigureEntity,
    StatementEntity,
    ProblemEntity,
  ];
  for (const part of parts) await writer.delete(part, { report });
}

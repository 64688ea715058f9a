import type { Accepted, ContentWriter, Instant } from '#application';
import type { Figure, LedgerRow, Problem, Statement } from '#engine';
import { amountToText } from './amount.mapper.js';
import type { Database } from './database.js';
import { LedgerContentEntity } from './entities/report-content.entity.js';
import { ReportEntity } from './entities/report.entity.js';
import { acceptedToRow } from './report.mapper.js';

/** Rows in one statement: the fewer statements, the faster, up to about here. */
const rowsPerStatement = 100;

type Cell = string | number | null;

/** Writes a report's content by prepared statements of many rows, past TypeORM's slower insert. */
export class SqliteContentWriter implements ContentWriter {
  private problemsSoFar = 0;

  /** @param report the report's number */
  constructor(
    private readonly database: Database,
    private readonly report: number,
  ) {}

  rows(ledger: string, rows: readonly LedgerRow[]): void {
    this.insert('ledger_row (report, ledger, row, item)', rows, ({ row, values }, cells) => {
      cells.push(this.report, ledger, row, JSON.stringify(values));
    });
  }

  problems(problems: readonly Problem[]): void {
    this.insert(
      'problem (report, position, severity, code, sheet, row, "column", seen, expected, message)',
      problems,
      ({ severity, code, sheet, row, column, seen, expected, message }, cells) => {
        cells.push(this.report, ++this.problemsSoFar, severity, code);
        cells.push(sheet ?? null, row ?? null, column ?? null);
        cells.push(seen ?? null, expected ?? null, message);
      },
    );
  }

  figures(figures: readonly Figure[]): void {
    this.insert(
      'figure (report, row, code, year, value, unit)',
      figures,
      ({ row, code, year, value, unit }, cells) => {
        cells.push(this.report, row, code, year, amountToText(value), unit);
      },
    );
  }

  statements(statements: readonly Statement[]): void {
    this.insert(
      'statement (report, row, target, completion, deviation, proof)',
      statements,
      ({ row, target, completion, deviation, proof }, cells) => {
        cells.push(this.report, row, target, completion, deviation, proof);
      },
    );
  }

  async accept(
    ledgers: Readonly<Record<string, { readonly rejected: number }>>,
    accepted: Accepted,
    at: Instant,
  ): Promise<void> {
    const { writer } = this.database;
    const contents = Object.entries(ledgers).map(([ledger, { rejected }]) => ({
      ...{ report: this.report, ledger, rejected },
    }));
    if (contents.length > 0) await writer.insert(LedgerContentEntity, contents);
    await writer.update(
      ReportEntity,
      { number: this.report },
      { ...acceptedToRow(accepted), settledAt: at },
    );
  }

  private insert<T>(
    into: string,
    items: readonly T[],
    write: (item: T, cells: Cell[]) => void,
  ): void {
    const places = `(${into.replaceAll(/[^,]+/g, '?')})`;
    for (let start = 0; start < items.length; start += rowsPerStatement) {
      const batch = items.slice(start, start + rowsPerStatement);
      const cells: Cell[] = [];
      for (const item of batch) write(item, cells);
      const rows = batch.map(() => places).join();
      this.database.prepared(`INSERT INTO ${into} VALUES ${rows}`).run(cells);
    }
  }
}

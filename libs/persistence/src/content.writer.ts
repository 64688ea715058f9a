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

interface Into {
  readonly table: string;
  /** What all rows have in common; said once a statement, which saves a tenth of the time. */
  readonly same: Readonly<Record<string, Cell>>;
  /** The other columns. */
  readonly columns: string;
}

/** Writes a report's content by prepared statements of many rows, past TypeORM's slower insert. */
export class SqliteContentWriter implements ContentWriter {
  private problemsSoFar = 0;

  /** @param report the report's number */
  constructor(
    private readonly database: Database,
    private readonly report: number,
  ) {}

  rows(ledger: string, rows: readonly LedgerRow[]): void {
    const into = { table: 'ledger_row', same: { report: this.report, ledger } };
    this.insert({ ...into, columns: 'row, item' }, rows, ({ row, values }, cells) => {
      cells.push(row, JSON.stringify(values));
    });
  }

  problems(problems: readonly Problem[]): void {
    const columns = 'position, severity, code, sheet, row, "column", seen, expected, message';
    this.insert(this.into('problem', columns), problems, (problem, cells) => {
      const { severity, code, sheet, row, column, seen, expected, message } = problem;
      cells.push(++this.problemsSoFar, severity, code, sheet ?? null, row ?? null);
      cells.push(column ?? null, seen ?? null, expected ?? null, message);
    });
  }

  figures(figures: readonly Figure[]): void {
    const into = this.into('figure', 'row, code, year, value, unit');
    this.insert(into, figures, ({ row, code, year, value, unit }, cells) => {
      cells.push(row, code, year, amountToText(value), unit);
    });
  }

  statements(statements: readonly Statement[]): void {
    const into = this.into('statement', 'row, target, completion, deviation, proof');
    this.insert(into, statements, ({ row, target, completion, deviation, proof }, cells) => {
      cells.push(row, target, completion, deviation, proof);
    });
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

  private into(table: string, columns: string): Into {
    return { table, columns, same: { report: this.report } };
  }

  private insert<T>(
    { table, same, columns }: Into,
    items: readonly T[],
    write: (item: T, cells: Cell[]) => void,
  ): void {
    const head = `INSERT INTO ${table} (${Object.keys(same).join()}, ${columns})`;
    const places = `(${columns.replaceAll(/[^,]+/g, '?')})`;
    const constants = Object.keys(same).fill('?').join();
    for (let start = 0; start < items.length; start += rowsPerStatement) {
      const batch = items.slice(start, start + rowsPerStatement);
      const cells: Cell[] = Object.values(same);
      for (const item of batch) write(item, cells);
      const rows = batch.map(() => places).join();
      const sql = `${head} SELECT ${constants}, * FROM (VALUES ${rows})`;
      this.database.prepared(sql).run(cells);
    }
  }
}

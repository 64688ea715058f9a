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
import type { Database } from './database.js';
import {
  FigureEntity,
  LedgerContentEntity,
  LedgerRowEntity,
  ProblemEntity,
  StatementEntity,
} from './entities/report-content.entity.js';
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

type Advance = Parameters<typeof EntityManager.prototype.update<ReportEntity>>[2];

/** Writes a report's content by prepared statements of many rows, past TypeORM's slower insert. */
export class SqliteContentWriter implements ContentWriter {
  private constructor(
    private readonly database: Database,
    /** The report's number. */
    private readonly report: number,
    /** Which try at it this is. */
    private readonly tries: number,
  ) {}

  static async begin(database: Database, report: number, tries: number) {
    const begun = new SqliteContentWriter(database, report, tries);
    await removeContent(database.writer, report);
    await begun.advance({ tries: tries - 1 }, { tries, accepted: 0 });
    return begun;
  }

  async rows(ledger: string, rows: readonly RowAsJson[]): Promise<void> {
    const { tries } = this;
    await this.advance({ tries }, { accepted: () => `accepted + ${rows.length}` });
    const into = { table: 'ledger_row', same: { report: this.report, ledger } };
    this.insert({ ...into, columns: 'row, item' }, rows, ({ row, values }, cells) => {
      cells.push(row, values);
    });
  }

  async accept(rest: RestOfContent, accepted: Accepted, at: Instant): Promise<void> {
    const { report, tries } = this;
    await this.advance({ tries }, { ...acceptedToRow(accepted), settledAt: at });
    this.figures(rest);
    this.statements(rest);
    this.problems(rest);
    const ledgers = Object.entries(rest.ledgers);
    const contents = ledgers.map(([ledger, { rejected }]) => ({ report, ledger, rejected }));
    if (contents.length > 0) await this.database.writer.insert(LedgerContentEntity, contents);
  }

  async refuse({ code, message }: Refusal, at: Instant): Promise<void> {
    const { tries } = this;
    await this.advance({ tries }, { state: 'refused', code, message, settledAt: at, accepted: 0 });
    await removeContent(this.database.writer, this.report);
  }

  private problems({ problems }: RestOfContent): void {
    const columns = 'position, severity, code, sheet, row, "column", seen, expected, message';
    let position = 0;
    this.insert(this.into('problem', columns), problems, (problem, cells) => {
      const { severity, code, sheet, row, column, seen, expected, message } = problem;
      cells.push(++position, severity, code, sheet ?? null, row ?? null);
      cells.push(column ?? null, seen ?? null, expected ?? null, message);
    });
  }

  private figures({ figures }: RestOfContent): void {
    const into = this.into('figure', 'row, code, year, value, unit');
    this.insert(into, figures, ({ row, code, year, value, unit }, cells) => {
      cells.push(row, code, year, amountToText(value), unit);
    });
  }

  private statements({ statements }: RestOfContent): void {
    const into = this.into('statement', 'row, target, completion, deviation, proof');
    this.insert(into, statements, ({ row, target, completion, deviation, proof }, cells) => {
      cells.push(row, target, completion, deviation, proof);
    });
  }

  /** Changes the report's row, which only the last try at an unsettled report may. */
  private async advance(as: { tries: number }, change: Advance): Promise<void> {
    const where = { number: this.report, state: 'received', ...as };
    const { affected } = await this.database.writer.update(ReportEntity, where, change);
    if (affected !== 1) throw new Overtaken(`report ${this.report} is another worker's by now`);
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

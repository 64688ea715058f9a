import type {
  AcceptedReport,
  ContentWriter,
  Instant,
  Page,
  PageRequest,
  PlaceInReport,
  ReportRecord,
  ReportStore,
  Standing,
  SubjectKey,
} from '#application';
import type { Problem } from '#engine';
import { figuresSheet, statementsSheet } from '#report';
import { In, LessThan, MoreThan } from 'typeorm';
import { filledIn } from './column.mapper.js';
import { figureFromRow, statementFromRow, itemFromText } from './content.mapper.js';
import { removeContent, ReportContentWriter } from './content.writer.js';
import type { Database } from './database.js';
import {
  FigureEntity,
  LedgerRowEntity,
  ProblemEntity,
  StatementEntity,
} from './entities/report-content.entity.js';
import { ReportMoveEntity } from './entities/report-move.entity.js';
import { ReportEntity } from './entities/report.entity.js';
import { partsFromText } from './move.mapper.js';
import { page } from './page.js';
import { problemFromRow, reportFromRow } from './report.mapper.js';

/** Reports in the database. */
export class ReportRepository implements ReportStore {
  constructor(private readonly database: Database) {}

  async add({ subject, beside, ...report }: Omit<ReportRecord, 'state'>): Promise<void> {
    const of = { programme: subject.programme, subjectCode: subject.code };
    const place = { beside: beside ? 1 : 0, sent: (await this.lastSent(of)) + 1 };
    const row = { ...report, ...of, ...place, state: 'received' };
    await this.database.add(ReportEntity, row);
  }

  async byId(id: string): Promise<ReportRecord | undefined> {
    const row = await this.database.row(ReportEntity, { id });
    return row ? reportFromRow(row) : undefined;
  }

  async byFile({ programme, code }: SubjectKey, file: string): Promise<ReportRecord | undefined> {
    const of = { programme, subjectCode: code, file };
    const row = await this.database.row(ReportEntity, of);
    return row ? reportFromRow(row) : undefined;
  }

  async list(
    { programme, code }: SubjectKey,
    { limit, from }: PageRequest,
  ): Promise<Page<ReportRecord>> {
    const of = { programme, subjectCode: code };
    const rows = await this.database.rows(ReportEntity, {
      where: { ...of, ...(from !== undefined && { number: LessThan(from) }) },
      order: { number: 'DESC' },
      take: limit + 1,
    });
    return page(rows, limit, reportFromRow, ({ number }) => number);
  }

  async write(id: string): Promise<ContentWriter> {
    const row = await this.database.row(ReportEntity, { id });
    if (!row) throw new Error(`there is no report ${id}`);
    return ReportContentWriter.begin(this.database, row.number, row.tries + 1);
  }

  async setAside(id: string, message: string, at: Instant): Promise<void> {
    const { writer } = this.database;
    const { number } = await writer.findOneByOrFail(ReportEntity, { id });
    const row = { state: 'set-aside', message, settledAt: at };
    await writer.update(ReportEntity, { number, state: 'received' }, row);
    await removeContent(this.database, number);
    this.database.changed(ReportEntity, { number });
  }

  async takeAnew(id: string): Promise<void> {
    const { writer } = this.database;
    const { number } = await writer.findOneByOrFail(ReportEntity, { id });
    const settled = { number, state: In(['refused', 'set-aside']) };
    await writer.update(ReportEntity, settled, {
      ...{ state: 'received', settledAt: null, code: null, message: null, read: 0 },
      // A try that goes on unknown to anybody must not write into the next.
      tries: () => 'tries + 1',
    });
    this.database.changed(ReportEntity, { number });
  }

  async problems(id: string, { limit, from = 0 }: PageRequest): Promise<Page<Problem>> {
    const { reader } = this.database;
    const report = await reader.findOneByOrFail(ReportEntity, { id });
    const rows = await reader.find(ProblemEntity, {
      where: { report: report.number, position: MoreThan(from) },
      order: { position: 'ASC' },
      take: limit + 1,
    });
    return page(
      rows,
      limit,
      (row) => problemFromRow(row, report.file),
      ({ position }) => position,
    );
  }

  async sendAgain(id: string, beside: boolean): Promise<boolean> {
    const { writer } = this.database;
    const report = await writer.findOneByOrFail(ReportEntity, { id });
    const of = {
      programme: filledIn(report.programme, 'programme'),
      subjectCode: filledIn(report.subjectCode, 'subject_code'),
    };
    const place = { beside: beside ? 1 : 0, sent: (await this.lastSent(of)) + 1 };
    const all = await writer.find(ReportEntity, { where: of, order: { sent: 'ASC' } });
    const others = all.filter((each) => each.id !== id);
    const { year, state } = report;
    const isSame =
      state === 'accepted' &&
      all.every((each) => each.state !== 'received') &&
      sameMembers(draftOf(all), draftOf([...others, { id, year, state, beside: place.beside }]));
    if (isSame) return false;
    await writer.update(ReportEntity, { id }, place);
    this.database.changed(ReportEntity, { number: report.number });
    return true;
  }

  async unread({ programme, code }: SubjectKey): Promise<string | undefined> {
    const of = { programme, subjectCode: code, state: 'received' };
    return (await this.database.reader.findOneBy(ReportEntity, of))?.id;
  }

  async holds(id: string, { sheet, ledger, row }: PlaceInReport): Promise<boolean> {
    const { reader } = this.database;
    const { number: report } = await reader.findOneByOrFail(ReportEntity, { id });
    return (
      (ledger !== null && (await reader.existsBy(LedgerRowEntity, { report, ledger, row }))) ||
      (sheet === figuresSheet && (await reader.existsBy(FigureEntity, { report, row }))) ||
      (sheet === statementsSheet && (await reader.existsBy(StatementEntity, { report, row }))) ||
      (await reader.existsBy(ProblemEntity, { report, sheet, row }))
    );
  }

  async rowsNotIn(ids: readonly string[], others: readonly string[], ledger: string) {
    const { reader } = this.database;
    const parts = await this.numbers(ids);
    const rows = await reader.query<DifferingRow[]>(
      differing(
        [...parts.keys()],
        [...(await this.numbers(others)).keys()],
        reader.dataSource.driver.createParameter('', 0),
        reader.dataSource.driver.createParameter('', 1),
      ),
      [ledger, ledger],
    );
    return rows.map(({ report, row, item }) => ({
      ...{ part: filledIn(parts.get(report) ?? null, 'report'), row, values: itemFromText(item) },
    }));
  }

  async stated(ids: readonly string[]) {
    const parts = await this.numbers(ids);
    const { reader } = this.database;
    const where = { report: In([...parts.keys()]) };
    const order = { report: 'ASC', row: 'ASC' } as const;
    const partOf = (report: number) => filledIn(parts.get(report) ?? null, 'report');
    const figures = await reader.find(FigureEntity, { where, order });
    const statements = await reader.find(StatementEntity, { where, order });
    return {
      figures: figures.map((row) => ({ ...figureFromRow(row), part: partOf(row.report) })),
      statements: statements.map((row) => ({ ...statementFromRow(row), part: partOf(row.report) })),
    };
  }

  /** The ids of reports by their numbers. */
  private async numbers(ids: readonly string[]): Promise<ReadonlyMap<number, string>> {
    const rows = await this.database.reader.find(ReportEntity, {
      select: { number: true, id: true },
      where: { id: In([...ids]) },
      order: { number: 'ASC' },
    });
    return new Map(rows.map(({ number, id }) => [number, id]));
  }

  async row(id: string, ledger: string, row: number) {
    const { reader } = this.database;
    const report = await reader.findOneBy(ReportEntity, { id });
    if (!report) return undefined;
    const found = await reader.findOneBy(LedgerRowEntity, { report: report.number, ledger, row });
    return found ? itemFromText(found.item) : undefined;
  }

  async years(key: SubjectKey, standing: Standing): Promise<readonly number[]> {
    const found = await this.accepted(key, Infinity, standing);
    return [...new Set(found.map(({ year }) => year))];
  }

  async accepted(
    { programme, code }: SubjectKey,
    upTo: number,
    standing: Standing,
  ): Promise<readonly AcceptedReport[]> {
    const of = { programme, subjectCode: code };
    const rows = await this.database.rows(ReportEntity, {
      where: of,
      order: { sent: 'ASC' },
    });
    const parts = standing === 'draft' ? draftOf(rows) : await this.submitted(of);
    return rows
      .filter(({ id }) => parts.has(id))
      .map(({ id, file, year }) => ({ id, file, year: filledIn(year, 'year') }))
      .filter(({ year }) => year <= upTo)
      .sort((a, b) => a.year - b.year || (a.file < b.file ? -1 : 1));
  }

  /** The ids of what each year's last submit froze. */
  private async submitted(of: OfSubject): Promise<ReadonlySet<string>> {
    const submits = await this.database.rows(ReportMoveEntity, {
      where: { ...of, move: 'submit' },
      order: { sequence: 'ASC' },
    });
    const last = new Map(submits.map(({ year, parts }) => [year, parts]));
    return new Set([...last.values()].flatMap(partsFromText));
  }

  private async lastSent(of: OfSubject): Promise<number> {
    const order = { sent: 'DESC' } as const;
    const [last] = await this.database.rows(ReportEntity, { where: { ...of }, order, take: 1 });
    return last?.sent ?? 0;
  }
}

interface DifferingRow {
  readonly report: number;
  readonly row: number;
  readonly item: string;
}

/** Rows of a ledger that other reports have not as often, whatever their numbers. */
function differing(
  of: readonly number[],
  others: readonly number[],
  ...ledger: readonly [string, string]
): string {
  const rows = (reports: readonly number[], which: string) => `(SELECT report, "row", item,
      ROW_NUMBER() OVER (PARTITION BY item ORDER BY report, "row") AS nth
    FROM ledger_row WHERE ledger = ${which} AND report IN (${reports.join() || 'NULL'}))`;
  return `SELECT one.report AS report, one."row" AS "row", one.item AS item
    FROM ${rows(of, ledger[0])} AS one LEFT JOIN ${rows(others, ledger[1])} AS other
      ON other.item = one.item AND other.nth = one.nth
    WHERE other.item IS NULL ORDER BY one.report, one."row"`;
}

interface OfSubject {
  readonly programme: string;
  readonly subjectCode: string;
}

/**
 * The ids of what is drafted of each year: the last file that replaced what was there, and those sent
 * in beside it since.
 * @param reports in the order sent in
 */
function draftOf(
  reports: readonly Pick<ReportEntity, 'id' | 'year' | 'state' | 'beside'>[],
): ReadonlySet<string> {
  const drafts = new Map<number | null, string[]>();
  for (const { id, year, beside, state } of reports) {
    if (state !== 'accepted') continue;
    const before = beside === 1 ? drafts.get(year) : undefined;
    drafts.set(year, [...(before ?? []), id]);
  }
  return new Set([...drafts.values()].flat());
}

function sameMembers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

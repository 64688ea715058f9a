import type {
  AcceptedReport,
  ContentWriter,
  Instant,
  Page,
  PageRequest,
  ReportRecord,
  ReportStore,
  SubjectKey,
} from '#application';
import type { Problem } from '#engine';
import { In, LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { filledIn } from './column.mapper.js';
import { removeContent, ReportContentWriter } from './content.writer.js';
import type { Database } from './database.js';
import { ProblemEntity } from './entities/report-content.entity.js';
import { ReportEntity } from './entities/report.entity.js';
import { page } from './page.js';
import { problemFromRow, reportFromRow } from './report.mapper.js';

/** Reports in the database. */
export class ReportRepository implements ReportStore {
  constructor(private readonly database: Database) {}

  async add({ subject, ...report }: Omit<ReportRecord, 'state'>): Promise<void> {
    const { programme, code } = subject;
    const row = { ...report, programme, subjectCode: code, state: 'received' };
    await this.database.add(ReportEntity, row);
  }

  async byId(id: string): Promise<ReportRecord | undefined> {
    const row = await this.database.reader.findOneBy(ReportEntity, { id });
    return row ? reportFromRow(row) : undefined;
  }

  async byFile({ programme, code }: SubjectKey, file: string): Promise<ReportRecord | undefined> {
    const of = { programme, subjectCode: code, file };
    const row = await this.database.reader.findOneBy(ReportEntity, of);
    return row ? reportFromRow(row) : undefined;
  }

  async list(
    { programme, code }: SubjectKey,
    { limit, from }: PageRequest,
  ): Promise<Page<ReportRecord>> {
    const of = { programme, subjectCode: code };
    const rows = await this.database.reader.find(ReportEntity, {
      where: { ...of, ...(from !== undefined && { number: LessThan(from) }) },
      order: { number: 'DESC' },
      take: limit + 1,
    });
    return page(rows, limit, reportFromRow, ({ number }) => number);
  }

  async write(id: string): Promise<ContentWriter> {
    const { number, tries } = await this.database.writer.findOneByOrFail(ReportEntity, { id });
    return ReportContentWriter.begin(this.database, number, tries + 1);
  }

  async setAside(id: string, message: string, at: Instant): Promise<void> {
    const { writer } = this.database;
    const { number } = await writer.findOneByOrFail(ReportEntity, { id });
    const row = { state: 'set-aside', message, settledAt: at };
    await writer.update(ReportEntity, { number, state: 'received' }, row);
    await removeContent(writer, number);
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

  async years({ programme, code }: SubjectKey): Promise<readonly number[]> {
    const rows = await this.database.reader
      .createQueryBuilder(ReportEntity, 'report')
      .select('report.year', 'year')
      .where({ programme, subjectCode: code, state: 'accepted' })
      .groupBy('report.year')
      .orderBy('report.year')
      .getRawMany<{ readonly year: number }>();
    return rows.map(({ year }) => year);
  }

  async accepted(
    { programme, code }: SubjectKey,
    upTo: number,
  ): Promise<readonly AcceptedReport[]> {
    const rows = await this.database.reader.find(ReportEntity, {
      where: { programme, subjectCode: code, year: LessThanOrEqual(upTo), state: 'accepted' },
      order: { year: 'ASC', file: 'ASC' },
    });
    return rows.map(({ id, file, year }) => ({ id, file, year: filledIn(year, 'year') }));
  }
}

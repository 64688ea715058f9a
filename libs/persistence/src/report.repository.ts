import type {
  AcceptedReport,
  ContentWriter,
  Instant,
  Page,
  PageRequest,
  ReportingSubject,
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

  async add(report: Omit<ReportRecord, 'state'>): Promise<void> {
    await this.database.writer.insert(ReportEntity, { ...report, state: 'received' });
  }

  async byId(id: string): Promise<ReportRecord | undefined> {
    const row = await this.database.reader.findOneBy(ReportEntity, { id });
    return row ? reportFromRow(row) : undefined;
  }

  async byFile(file: string): Promise<ReportRecord | undefined> {
    const row = await this.database.reader.findOneBy(ReportEntity, { file });
    return row ? reportFromRow(row) : undefined;
  }

  async list({ limit, from }: PageRequest): Promise<Page<ReportRecord>> {
    const rows = await this.database.reader.find(ReportEntity, {
      where: from === undefined ? {} : { number: LessThan(from) },
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
    const row = { state: 'set-aside', message, settledAt: at, accepted: 0 };
    await writer.update(ReportEntity, { number, state: 'received' }, row);
    await removeContent(writer, number);
  }

  async takeAnew(id: string): Promise<void> {
    const settled = { id, state: In(['refused', 'set-aside']) };
    await this.database.writer.update(ReportEntity, settled, {
      ...{ state: 'received', settledAt: null, code: null, message: null },
      // A try that goes on unknown to anybody must not write into the next.
      tries: () => 'tries + 1',
    });
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

  subjects(): Promise<readonly ReportingSubject[]> {
    return this.reporting({});
  }

  async subject({ programme, code }: SubjectKey): Promise<ReportingSubject | undefined> {
    return (await this.reporting({ programme, subjectCode: code }))[0];
  }

  async accepted(
    { programme, code }: SubjectKey,
    upTo: number,
  ): Promise<readonly AcceptedReport[]> {
    const rows = await this.database.reader.find(ReportEntity, {
      where: { programme, subjectCode: code, year: LessThanOrEqual(upTo), state: 'accepted' },
      order: { year: 'ASC', file: 'ASC' },
    });
    return rows.map(({ id, file, year, subjectName }) => ({
      ...{ id, file },
      year: filledIn(year, 'year'),
      subjectName: filledIn(subjectName, 'subject_name'),
    }));
  }

  /** Grouped by the database: subjects are few, and their reports may be many. */
  private async reporting(where: object): Promise<readonly ReportingSubject[]> {
    const rows = await this.database.reader
      .createQueryBuilder(ReportEntity, 'report')
      .select('report.programme', 'programme')
      .addSelect('report.subjectCode', 'code')
      .addSelect('report.year', 'year')
      .addSelect('report.subjectName', 'name')
      .where({ ...where, state: 'accepted' })
      .groupBy('report.programme, report.subjectCode, report.year, report.subjectName')
      .orderBy('report.programme')
      .addOrderBy('report.subjectCode')
      .addOrderBy('report.year')
      .addOrderBy('MAX(report.file)')
      .getRawMany<SubjectKey & { readonly year: number; readonly name: string }>();
    return bySubject(rows);
  }
}

/** @param rows in order of subject and year */
function bySubject(
  rows: readonly (SubjectKey & { readonly year: number; readonly name: string })[],
): readonly ReportingSubject[] {
  const subjects: ReportingSubject[] = [];
  for (const { year, ...subject } of rows) {
    const last = subjects.at(-1);
    const isSame = last?.programme === subject.programme && last.code === subject.code;
    const years = isSame ? [...new Set([...last.years, year])] : [year];
    subjects.splice(isSame ? -1 : subjects.length, 1, { ...subject, years });
  }
  return subjects;
}

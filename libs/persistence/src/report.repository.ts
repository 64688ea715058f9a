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
import type { Problem, ReportContent } from '#engine';
import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { filledIn } from './column.mapper.js';
import { contentFromRows } from './content.mapper.js';
import { removeContent, ReportContentWriter } from './content.writer.js';
import type { Database } from './database.js';
import { ProblemEntity } from './entities/report-content.entity.js';
import { ReportEntity } from './entities/report.entity.js';
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
      take: limit,
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

  async problems(id: string, { limit, from = 0 }: PageRequest): Promise<Page<Problem>> {
    const { reader } = this.database;
    const report = await reader.findOneByOrFail(ReportEntity, { id });
    const rows = await reader.find(ProblemEntity, {
      where: { report: report.number, position: MoreThan(from) },
      order: { position: 'ASC' },
      take: limit,
    });
    return page(
      rows,
      limit,
      (row) => problemFromRow(row, report.file),
      ({ position }) => position,
    );
  }

  async subjects(): Promise<readonly ReportingSubject[]> {
    return bySubject(await this.acceptedRows({}));
  }

  async subject({ programme, code }: SubjectKey): Promise<ReportingSubject | undefined> {
    return bySubject(await this.acceptedRows({ programme, subjectCode: code }))[0];
  }

  async accepted(
    { programme, code }: SubjectKey,
    upTo: number,
  ): Promise<readonly AcceptedReport[]> {
    const where = { programme, subjectCode: code, year: LessThanOrEqual(upTo) };
    const rows = await this.acceptedRows(where);
    return rows.map(({ id, file, year, subjectName }) => ({
      ...{ id, file },
      year: filledIn(year, 'year'),
      subjectName: filledIn(subjectName, 'subject_name'),
    }));
  }

  async content({ id }: AcceptedReport): Promise<ReportContent> {
    const { reader } = this.database;
    return contentFromRows(reader, await reader.findOneByOrFail(ReportEntity, { id }));
  }

  private acceptedRows(where: object): Promise<ReportEntity[]> {
    return this.database.reader.find(ReportEntity, {
      where: { ...where, state: 'accepted' },
      order: { programme: 'ASC', subjectCode: 'ASC', year: 'ASC', file: 'ASC' },
    });
  }
}

/** @param rows in order of subject and year */
function bySubject(rows: readonly ReportEntity[]): readonly ReportingSubject[] {
  const subjects: (ReportingSubject & { years: number[] })[] = [];
  for (const row of rows) {
    const year = filledIn(row.year, 'year');
    const name = filledIn(row.subjectName, 'subject_name');
    const last = subjects.at(-1);
    if (last?.programme === row.programme && last.code === row.subjectCode) {
      const years = last.years.includes(year) ? last.years : [...last.years, year];
      subjects.splice(-1, 1, { ...last, name, years });
    } else {
      const programme = filledIn(row.programme, 'programme');
      const code = filledIn(row.subjectCode, 'subject_code');
      subjects.push({ programme, code, name, years: [year] });
    }
  }
  return subjects;
}

function page<R, T>(
  rows: readonly R[],
  limit: number,
  item: (row: R) => T,
  place: (row: R) => number,
): Page<T> {
  const last = rows.at(-1);
  return { items: rows.map(item), next: last && rows.length === limit ? place(last) : null };
}

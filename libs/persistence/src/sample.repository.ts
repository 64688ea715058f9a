import type { Mark, Sample, SampledRow, SampleStore, SubjectKey } from '#application';
import { oneOf } from './column.mapper.js';
import { itemFromText } from './content.mapper.js';
import type { Database } from './database.js';
import { LedgerRowEntity } from './entities/report-content.entity.js';
import { ReportEntity } from './entities/report.entity.js';
import { SampleEntity, SampleMarkEntity, SampleRowEntity } from './entities/sample.entity.js';

/** Samples in the database. */
export class SampleRepository implements SampleStore {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, { rows, ...sample }: Sample): Promise<void> {
    await this.database.add(SampleEntity, { ...sample, programme, subjectCode: code });
    const number = await this.number(sample.id);
    const { writer } = this.database;
    for (const [index, { report: id, ledger, row }] of rows.entries()) {
      const { number: report } = await writer.findOneByOrFail(ReportEntity, { id });
      const place = { sample: number, position: index + 1 };
      await this.database.add(SampleRowEntity, { ...place, report, ledger, row });
    }
  }

  async ofYear({ programme, code }: SubjectKey, year: number): Promise<readonly Sample[]> {
    const rows = await this.database.reader.find(SampleEntity, {
      where: { programme, subjectCode: code, year },
      order: { number: 'ASC' },
    });
    const samples: Sample[] = [];
    for (const { number, id, seed, population, drawnAt, drawnBy } of rows) {
      const drawn = { id, year, seed, population, drawnAt, drawnBy };
      samples.push({ ...drawn, rows: await this.rows(number) });
    }
    return samples;
  }

  async rowsOf(
    reports: readonly { readonly id: string; readonly file: string }[],
  ): Promise<SampledRow[]> {
    const all: SampledRow[] = [];
    for (const { id, file } of reports) {
      const { number } = await this.database.reader.findOneByOrFail(ReportEntity, { id });
      const rows = await this.database.reader
        .createQueryBuilder(LedgerRowEntity, 'of')
        .select('of.ledger', 'ledger')
        .addSelect('of.row', 'row')
        .where({ report: number })
        .getRawMany<{ ledger: string; row: number }>();
      for (const { ledger, row } of rows) all.push({ report: id, file, ledger, row });
    }
    return all;
  }

  async cells(id: string) {
    const rows = await this.database.reader
      .createQueryBuilder(SampleRowEntity, 'drawn')
      .innerJoin(
        LedgerRowEntity,
        'of',
        'of.report = drawn.report AND of.ledger = drawn.ledger AND of.row = drawn.row',
      )
      .select('of.item', 'item')
      .where('drawn.sample = :sample', { sample: await this.number(id) })
      .orderBy('drawn.position')
      .getRawMany<{ item: string }>();
    return rows.map(({ item }) => itemFromText(item));
  }

  async addMark(id: string, mark: Mark): Promise<void> {
    await this.database.add(SampleMarkEntity, { ...mark, sample: await this.number(id) });
  }

  async marks(id: string): Promise<readonly Mark[]> {
    const rows = await this.database.reader.find(SampleMarkEntity, {
      where: { sample: await this.number(id) },
      order: { number: 'ASC' },
    });
    return rows.map(({ position, outcome, reason, markedAt, markedBy }) => ({
      ...{ position, outcome: oneOf(['confirmed', 'not-confirmed'], outcome) },
      ...{ reason, markedAt, markedBy },
    }));
  }

  private async number(id: string): Promise<number> {
    return (await this.database.reader.findOneByOrFail(SampleEntity, { id })).number;
  }

  private rows(sample: number): Promise<SampledRow[]> {
    return this.database.reader
      .createQueryBuilder(SampleRowEntity, 'drawn')
      .innerJoin(ReportEntity, 'report', 'report.number = drawn.report')
      .select('report.id', 'report')
      .addSelect('report.file', 'file')
      .addSelect('drawn.ledger', 'ledger')
      .addSelect('drawn.row', 'row')
      .where('drawn.sample = :sample', { sample })
      .orderBy('drawn.position')
      .getRawMany<SampledRow>();
  }
}

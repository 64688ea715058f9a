import type {
  FrozenSummary,
  Instant,
  SubjectKey,
  YearlyRun,
  YearlyRunProgress,
  YearlyRunResult,
  YearlyRunStore,
} from '#application';
import type { Database } from './database.js';
import { SubjectEntity } from './entities/subject.entity.js';
import {
  YearlyRunEntity,
  YearlyRunResultEntity,
  YearlyRunSubjectEntity,
  YearlyRunSummaryEntity,
} from './entities/yearly-run.entity.js';

/** Yearly runs in the database. */
export class YearlyRunRepository implements YearlyRunStore {
  constructor(private readonly database: Database) {}

  async begin(run: YearlyRun): Promise<boolean> {
    const { writer } = this.database;
    const { programme, year } = run;
    if (await writer.existsBy(YearlyRunEntity, { programme, year })) return false;
    await this.database.add(YearlyRunEntity, { ...run });
    const { number } = await writer.findOneByOrFail(YearlyRunEntity, { programme, year });
    const subjects = await writer.findBy(SubjectEntity, { programme });
    for (const { code } of subjects) {
      await this.database.add(YearlyRunSubjectEntity, { run: number, code });
    }
    return true;
  }

  async progress(programme: string, year: number): Promise<YearlyRunProgress | undefined> {
    const row = await this.database.reader.findOneBy(YearlyRunEntity, { programme, year });
    return row ? this.progressOf(row) : undefined;
  }

  async list(programme: string): Promise<readonly YearlyRunProgress[]> {
    const order = { year: 'DESC' } as const;
    const rows = await this.database.reader.find(YearlyRunEntity, { where: { programme }, order });
    return Promise.all(rows.map((row) => this.progressOf(row)));
  }

  async waiting(programme: string, year: number): Promise<readonly SubjectKey[]> {
    const run = await this.number(programme, year);
    const rows = await this.database.reader
      .createQueryBuilder(YearlyRunSubjectEntity, 'subject')
      .select('subject.code', 'code')
      .leftJoin(
        YearlyRunResultEntity,
        'result',
        'result.run = subject.run AND result.code = subject.code',
      )
      .where('subject.run = :run AND result.code IS NULL', { run })
      .orderBy('subject.code')
      .getRawMany<{ code: string }>();
    return rows.map(({ code }) => ({ programme, code }));
  }

  async addResult(
    programme: string,
    year: number,
    { code, determination }: YearlyRunResult,
    at: Instant,
  ): Promise<boolean> {
    const { writer } = this.database;
    const of = { run: await this.number(programme, year), code };
    if (await writer.existsBy(YearlyRunResultEntity, of)) return false;
    await this.database.add(YearlyRunResultEntity, { ...of, determination, at });
    return true;
  }

  async results(programme: string, year: number): Promise<readonly YearlyRunResult[]> {
    const run = await this.number(programme, year);
    const rows = await this.database.reader.find(YearlyRunResultEntity, {
      where: { run },
      order: { code: 'ASC' },
    });
    return rows.map(({ code, determination }) => ({ code, determination }));
  }

  async end(programme: string, year: number, summary: FrozenSummary, at: Instant) {
    const { writer } = this.database;
    const run = await this.number(programme, year);
    if (await writer.existsBy(YearlyRunSummaryEntity, { run })) return false;
    await this.database.add(YearlyRunSummaryEntity, { run, ...summary, at });
    return true;
  }

  async summary(programme: string, year: number): Promise<FrozenSummary | undefined> {
    const run = await this.number(programme, year);
    const row = await this.database.reader.findOneBy(YearlyRunSummaryEntity, { run });
    return row ? { hash: row.hash, canonical: row.canonical } : undefined;
  }

  private async number(programme: string, year: number): Promise<number> {
    const of = { programme, year };
    return (await this.database.reader.findOneByOrFail(YearlyRunEntity, of)).number;
  }

  private async progressOf({ number: run, ...row }: YearlyRunEntity): Promise<YearlyRunProgress> {
    const { reader } = this.database;
    const { programme, year, startedAt, startedBy } = row;
    const ended = await reader.findOne(YearlyRunSummaryEntity, {
      select: { at: true },
      where: { run },
    });
    return {
      ...{ programme, year, startedAt, startedBy },
      subjects: await reader.countBy(YearlyRunSubjectEntity, { run }),
      evaluated: await reader.countBy(YearlyRunResultEntity, { run }),
      finishedAt: ended?.at ?? null,
    };
  }
}

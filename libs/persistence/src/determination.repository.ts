import {
  standings,
  type DeterminationStore,
  type EvaluationRecord,
  type FrozenDetermination,
  type Instant,
  type Page,
  type PageRequest,
  type Standing,
  type SubjectKey,
} from '#application';
import { gateStates, oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { DeterminationEntity, EvaluationEntity } from './entities/determination.entity.js';
import { VerdictLinesEntity } from './entities/verdict-lines.entity.js';
import { page } from './page.js';

/** Determinations in the database. */
export class DeterminationRepository implements DeterminationStore {
  constructor(private readonly database: Database) {}

  async add(
    { programme, code }: SubjectKey,
    standing: Standing,
    { hash, canonical, document }: FrozenDetermination,
    at: Instant,
  ): Promise<boolean> {
    const { writer } = this.database;
    const { year, gate, rulebook, engine, targets } = document;
    const of = { programme, subjectCode: code, year, standing };
    const [last] = await writer.find(EvaluationEntity, {
      where: of,
      order: { number: 'DESC' },
      take: 1,
    });
    if (last?.determination === hash) return false;
    if (!(await writer.existsBy(DeterminationEntity, { hash }))) {
      const { quantified, overall } = gate;
      const row = { hash, canonical, quantified, overall, rulebook, engine };
      await this.database.add(DeterminationEntity, row);
      await this.database.add(VerdictLinesEntity, { hash, targets: JSON.stringify(targets) });
    }
    await this.database.add(EvaluationEntity, { ...of, determination: hash, at });
    return true;
  }

  async canonical({ programme, code }: SubjectKey, hash: string): Promise<string | undefined> {
    const { reader } = this.database;
    const of = { programme, subjectCode: code, determination: hash };
    if (!(await reader.existsBy(EvaluationEntity, of))) return undefined;
    return (await reader.findOneBy(DeterminationEntity, { hash }))?.canonical;
  }

  async all({ limit, from = 0 }: PageRequest): Promise<Page<{ key: SubjectKey; hash: string }>> {
    const rows = await this.database.reader
      .createQueryBuilder(EvaluationEntity, 'evaluation')
      .select('evaluation.programme', 'programme')
      .addSelect('evaluation.subjectCode', 'code')
      .addSelect('evaluation.determination', 'hash')
      .addSelect('MIN(evaluation.number)', 'first')
      .groupBy('evaluation.programme, evaluation.subjectCode, evaluation.determination')
      .having('MIN(evaluation.number) > :from', { from })
      .orderBy('MIN(evaluation.number)')
      .limit(limit + 1)
      .getRawMany<SubjectKey & { readonly hash: string; readonly first: number }>();
    return page(
      rows,
      limit,
      ({ programme, code, hash }) => ({ key: { programme, code }, hash }),
      ({ first }) => first,
    );
  }

  async evaluations(
    key: SubjectKey,
    { limit, from }: PageRequest,
  ): Promise<Page<EvaluationRecord>> {
    const query = this.latestFirst(key).limit(limit + 1);
    if (from !== undefined) query.andWhere('evaluation.number < :from', { from });
    const rows = await query.getRawMany<EvaluationRow>();
    return page(rows, limit, evaluationFromRow, ({ number }) => number);
  }

  async current(
    key: SubjectKey,
    year: number,
    standing: Standing,
  ): Promise<EvaluationRecord | undefined> {
    const query = this.latestFirst(key)
      .andWhere('evaluation.year = :year', { year })
      .andWhere('evaluation.standing = :standing', { standing });
    const row = await query.limit(1).getRawOne<EvaluationRow>();
    return row && evaluationFromRow(row);
  }

  /** Evaluations with what a list shows of their determinations, which can be long. */
  private latestFirst(key: SubjectKey) {
    const columns = ['number', 'year', 'standing', 'at'].map((name) => `evaluation.${name}`);
    const shown = ['hash', 'quantified', 'overall', 'rulebook', 'engine'];
    const query = this.database.reader
      .createQueryBuilder()
      .select([])
      .from(EvaluationEntity, 'evaluation')
      .innerJoin(DeterminationEntity, 'frozen', 'frozen.hash = evaluation.determination')
      .where('evaluation.programme = :programme AND evaluation.subjectCode = :code', { ...key })
      .orderBy('evaluation.number', 'DESC');
    for (const column of [...columns, ...shown.map((name) => `frozen.${name}`)]) {
      query.addSelect(column, column.split('.')[1]);
    }
    return query;
  }
}

interface EvaluationRow {
  readonly number: number;
  readonly hash: string;
  readonly year: number;
  readonly standing: string;
  readonly at: string;
  readonly quantified: string;
  readonly overall: string;
  readonly rulebook: string;
  readonly engine: string;
}

function evaluationFromRow({
  quantified,
  overall,
  standing,
  ...row
}: EvaluationRow): EvaluationRecord {
  const { hash, year, at, rulebook, engine } = row;
  return {
    ...{ hash, year, at, rulebook, engine },
    standing: oneOf(standings, standing),
    quantified: oneOf(gateStates, quantified),
    overall: oneOf(gateStates, overall),
  };
}

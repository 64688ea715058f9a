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
    const [row] = await this.database.select<Pick<DeterminationEntity, 'canonical'>>(canonical, [
      ...[programme, code, hash],
    ]);
    return row?.canonical;
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
    const before = from === undefined ? '' : 'AND evaluation.number < $4';
    const rows = await this.database.select<EvaluationRow>(
      `${evaluations} ${before} ${latestFirst} LIMIT $3`,
      [key.programme, key.code, limit + 1, ...(from === undefined ? [] : [from])],
    );
    return page(rows, limit, evaluationFromRow, ({ number }) => number);
  }

  async current(
    key: SubjectKey,
    year: number,
    standing: Standing,
  ): Promise<EvaluationRecord | undefined> {
    const [row] = await this.database.select<EvaluationRow>(
      `${evaluations} AND evaluation.year = $3 AND evaluation.standing = $4 ${latestFirst} LIMIT 1`,
      [key.programme, key.code, year, standing],
    );
    return row && evaluationFromRow(row);
  }
}

/** What is frozen under a hash, where it was once the subject's. */
const canonical = `SELECT canonical FROM determination WHERE hash = $3 AND EXISTS (
    SELECT 1 FROM evaluation
    WHERE programme = $1 AND subject_code = $2 AND determination = $3)`;

/** Evaluations of a subject, with what a list shows of their determinations, which can be long. */
const evaluations = `SELECT evaluation.number AS "number", evaluation.year AS "year",
    evaluation.standing AS "standing", evaluation.at AS "at", frozen.hash AS "hash",
    frozen.quantified AS "quantified", frozen.overall AS "overall", frozen.rulebook AS "rulebook",
    frozen.engine AS "engine"
  FROM evaluation JOIN determination AS frozen ON frozen.hash = evaluation.determination
  WHERE evaluation.programme = $1 AND evaluation.subject_code = $2`;
const latestFirst = 'ORDER BY evaluation.number DESC';

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

import {
  frozenDocument,
  verdictLines,
  yearStates,
  type Area,
  type Matrix,
  type MatrixLine,
  type Page,
  type PageRequest,
  type VerdictLine,
} from '#application';
import { gateStates, oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { DeterminationEntity, EvaluationEntity } from './entities/determination.entity.js';
import { ReportMoveEntity } from './entities/report-move.entity.js';
import { SubjectEntity } from './entities/subject.entity.js';
import { VerdictLinesEntity } from './entities/verdict-lines.entity.js';
import { within } from './within-area.js';

/** All subjects at a glance, a page in one query. */
export class MatrixRepository implements Matrix {
  constructor(private readonly database: Database) {}

  async ofYear(
    programme: string,
    year: number,
    area: Area,
    { limit, from = 0 }: PageRequest,
  ): Promise<Page<MatrixLine>> {
    const query = this.database.reader
      .createQueryBuilder()
      .select([])
      .from(SubjectEntity, 'subject')
      .leftJoin(ReportMoveEntity, 'made', lastOf('made', 'report_move', 'sequence'), { year })
      .leftJoin(
        EvaluationEntity,
        'evaluation',
        lastOf('evaluation', 'evaluation', 'number', `AND other.standing = 'submitted'`),
      )
      .leftJoin(DeterminationEntity, 'frozen', 'frozen.hash = evaluation.determination')
      .leftJoin(VerdictLinesEntity, 'lines', 'lines.hash = evaluation.determination')
      .where({ programme, ...within(area) })
      .orderBy('subject.code')
      .offset(from)
      .limit(limit + 1);
    for (const [column, name] of columns) query.addSelect(column, name);
    const rows = await query.getRawMany<MatrixRow>();
    return {
      items: rows.slice(0, limit).map(lineFromRow),
      next: rows.length > limit ? from + limit : null,
    };
  }
}

/** Joins the last row of a table that is about the subject and the year. */
const lastOf = (alias: string, table: string, order: string, further = '') =>
  `${alias}.programme = subject.programme AND ${alias}.subjectCode = subject.code
   AND ${alias}.year = :year AND ${alias}.${order} = (
     SELECT MAX(other.${order}) FROM ${table} other
     WHERE other.programme = subject.programme AND other.subject_code = subject.code
     AND other.year = :year ${further})`;

const reported = `EXISTS (SELECT 1 FROM report WHERE report.programme = subject.programme
  AND report.subject_code = subject.code AND report.year = :year AND report.state = 'accepted')`;

const columns = [
  ['subject.code', 'code'],
  ['subject.name', 'name'],
  ['subject.underDirectPlanning', 'direct'],
  [`COALESCE(made.to, CASE WHEN ${reported} THEN 'draft' END)`, 'state'],
  ['frozen.hash', 'hash'],
  ['frozen.quantified', 'quantified'],
  ['frozen.overall', 'overall'],
  ['lines.targets', 'targets'],
  // Only of what was frozen before there were lines.
  ['CASE WHEN lines.hash IS NULL THEN frozen.canonical END', 'canonical'],
] as const;

interface MatrixRow {
  readonly code: string;
  readonly name: string;
  readonly direct: number;
  readonly state: string | null;
  readonly hash: string | null;
  readonly quantified: string;
  readonly overall: string;
  readonly targets: string | null;
  readonly canonical: string;
}

function lineFromRow({ code, name, direct, state, hash, ...row }: MatrixRow): MatrixLine {
  return {
    ...{ code, name, underDirectPlanning: direct === 1 },
    state: state === null ? null : oneOf(yearStates, state),
    determination:
      hash === null
        ? null
        : {
            hash,
            quantified: oneOf(gateStates, row.quantified),
            overall: oneOf(gateStates, row.overall),
            targets:
              row.targets === null
                ? verdictLines(frozenDocument(row.canonical))
                : linesFromText(row.targets),
          },
  };
}

function linesFromText(text: string): readonly VerdictLine[] {
  const lines: unknown = JSON.parse(text);
  if (!areLines(lines)) throw new Error('these are no lines of verdicts');
  return lines;
}

/** The store wrote them itself. */
function areLines(value: unknown): value is readonly VerdictLine[] {
  return Array.isArray(value);
}

import {
  frozenDocument,
  verdictLines,
  yearStates,
  type Area,
  type Matrix,
  type MatrixLine,
  type Page,
  type PageRequest,
} from '#application';
import { gateStates, oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { UntilChange } from './until-change.js';
import { within } from './within-area.js';

/** Of up to two megabytes each, with what is answered for them. */
const mostPages = 10;

/** All subjects at a glance, a page in one query; the same page while nothing changes. */
export class MatrixRepository implements Matrix {
  private readonly pages: UntilChange<Page<MatrixLine>>;

  constructor(private readonly database: Database) {
    this.pages = new UntilChange(database, mostPages);
  }

  ofYear(...asked: Parameters<Matrix['ofYear']>): Promise<Page<MatrixLine>> {
    return this.pages.of(JSON.stringify(asked), () => this.read(...asked));
  }

  private async read(
    programme: string,
    year: number,
    area: Area,
    { limit, from = 0 }: PageRequest,
  ): Promise<Page<MatrixLine>> {
    const rows = await this.database.select<MatrixRow>(`${matrix[area.kind]} ${page}`, [
      ...[programme, year, limit + 1, from],
      ...Object.values(within(area)),
    ]);
    return {
      items: rows.slice(0, limit).map(lineFromRow),
      next: rows.length > limit ? from + limit : null,
    };
  }
}

/** The subjects of a programme, $1, with what there is of a year, $2. */
const subjects = `SELECT subject.code AS "code", subject.name AS "name",
    subject.under_direct_planning AS "direct",
    COALESCE(made.to_state, CASE WHEN EXISTS (SELECT 1 FROM report
      WHERE report.programme = subject.programme AND report.subject_code = subject.code
      AND report.year = $2 AND report.state = 'accepted') THEN 'draft' END) AS "state",
    frozen.hash AS "hash", frozen.quantified AS "quantified", frozen.overall AS "overall",
    lines.targets AS "targets",
    -- Only of what was frozen before there were lines.
    CASE WHEN lines.hash IS NULL THEN frozen.canonical END AS "canonical"
  FROM subject
  LEFT JOIN report_move AS made ON made.programme = subject.programme
    AND made.subject_code = subject.code AND made.year = $2 AND made.sequence = (
      SELECT MAX(other.sequence) FROM report_move AS other
      WHERE other.programme = subject.programme AND other.subject_code = subject.code
      AND other.year = $2)
  LEFT JOIN evaluation ON evaluation.programme = subject.programme
    AND evaluation.subject_code = subject.code AND evaluation.year = $2
    AND evaluation.number = (
      SELECT MAX(other.number) FROM evaluation AS other
      WHERE other.programme = subject.programme AND other.subject_code = subject.code
      AND other.year = $2 AND other.standing = 'submitted')
  LEFT JOIN determination AS frozen ON frozen.hash = evaluation.determination
  LEFT JOIN verdict_lines AS lines ON lines.hash = evaluation.determination
  WHERE subject.programme = $1`;

const matrix: Readonly<Record<Area['kind'], string>> = {
  nation: subjects,
  province: `${subjects} AND subject.province = $5`,
  subject: `${subjects} AND subject.code = $5`,
};

const page = 'ORDER BY subject.code LIMIT $3 OFFSET $4';

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
            lines: row.targets ?? JSON.stringify(verdictLines(frozenDocument(row.canonical))),
          },
  };
}

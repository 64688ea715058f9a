import {
  moveNames,
  roles,
  yearStates,
  type Area,
  type CountedPage,
  type MadeMove,
  type MoveRecord,
  type MoveStore,
  type PageRequest,
  type Role,
  type SubjectKey,
  type SubjectState,
  type WaitingIn,
  type WaitingYear,
} from '#application';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { ReportMoveEntity } from './entities/report-move.entity.js';
import { ReportEntity } from './entities/report.entity.js';
import { SubjectEntity } from './entities/subject.entity.js';
import { partsFromText, reasonsFromText } from './move.mapper.js';
import { within } from './within-area.js';

/** The last of a year's moves: there is none after it. */
const isLast = `NOT EXISTS (SELECT 1 FROM report_move AS later
  WHERE later.programme = made.programme AND later.subject_code = made.subject_code
  AND later.year = made.year AND later.sequence > made.sequence)`;

/** The moves of all reports, in the database. */
export class MoveRepository implements MoveStore {
  constructor(private readonly database: Database) {}

  async add({ programme, code }: SubjectKey, move: MoveRecord): Promise<void> {
    const [reasons, parts] = [JSON.stringify(move.reasons), JSON.stringify(move.parts)];
    const row = { ...move, reasons, parts, programme, subjectCode: code };
    await this.database.add(ReportMoveEntity, row);
  }

  async ofYear({ programme, code }: SubjectKey, year: number): Promise<readonly MoveRecord[]> {
    const rows = await this.database.rows(ReportMoveEntity, {
      where: { programme, subjectCode: code, year },
      order: { sequence: 'ASC' },
    });
    return rows.map(moveFromRow);
  }

  async last({ programme, code }: SubjectKey): Promise<readonly MoveRecord[]> {
    const rows = await this.database.rows(ReportMoveEntity, {
      where: { programme, subjectCode: code },
      order: { year: 'ASC', sequence: 'ASC' },
    });
    return rows.filter(({ year }, index) => rows[index + 1]?.year !== year).map(moveFromRow);
  }

  async waiting(
    area: Area,
    states: readonly WaitingIn[],
    { limit, from = 0 }: PageRequest,
  ): Promise<CountedPage<WaitingYear>> {
    if (states.length === 0) return { items: [], next: null, total: 0 };
    const query = this.years()
      .where(within(area))
      .andWhere(
        new Brackets((any) => {
          for (const [index, { state, underDirectPlanning }] of states.entries()) {
            any.orWhere(
              `subject.underDirectPlanning = :direct${index}
               AND COALESCE(made.to, 'draft') = :state${index}`,
              { [`direct${index}`]: underDirectPlanning ? 1 : 0, [`state${index}`]: state },
            );
          }
        }),
      );
    const total = await countOf(query);
    for (const [column, name] of waitingColumns) query.addSelect(column, name);
    const rows = await query
      .orderBy({ 'subject.programme': 'ASC', 'subject.code': 'ASC', 'reported.year': 'ASC' })
      .offset(from)
      .limit(limit)
      .getRawMany<WaitingRow>();
    const items = rows.map(({ state, ...row }) => ({ ...row, state: oneOf(yearStates, state) }));
    return { items, next: from + limit < total ? from + limit : null, total };
  }

  async states(programme: string, year: number): Promise<readonly SubjectState[]> {
    const rows = await this.database.reader
      .createQueryBuilder(SubjectEntity, 'subject')
      .leftJoin(
        ReportMoveEntity,
        'made',
        `made.programme = subject.programme AND made.subjectCode = subject.code
         AND made.year = :year AND ${isLast}`,
        { year },
      )
      .select('subject.code', 'code')
      .addSelect('subject.underDirectPlanning', 'direct')
      .addSelect(`COALESCE(made.to, 'draft')`, 'state')
      .where('subject.programme = :programme', { programme })
      .orderBy('subject.code')
      .getRawMany<{ readonly code: string; readonly direct: number; readonly state: string }>();
    return rows.map(({ code, direct, state }) => ({
      ...{ code, underDirectPlanning: direct === 1, state: oneOf(yearStates, state) },
    }));
  }

  async made(
    area: Area,
    role: Role,
    { limit, from = 0 }: PageRequest,
  ): Promise<CountedPage<MadeMove>> {
    const query = this.database.reader
      .createQueryBuilder(ReportMoveEntity, 'made')
      .innerJoin(
        SubjectEntity,
        'subject',
        'subject.programme = made.programme AND subject.code = made.subjectCode',
      )
      .where('made.role = :role', { role });
    const of = within(area);
    for (const column of Object.keys(of)) query.andWhere(`subject.${column} = :${column}`, of);
    const total = await query.getCount();
    const { entities, raw } = await query
      .addSelect('subject.name', 'name')
      .orderBy('made.number', 'DESC')
      .offset(from)
      .limit(limit)
      .getRawAndEntities<{ readonly name: string }>();
    const items = entities.map((row, index) => ({
      ...{ programme: row.programme, code: row.subjectCode, name: raw[index]?.name ?? '' },
      ...moveFromRow(row),
    }));
    return { items, next: from + limit < total ? from + limit : null, total };
  }

  /** Every year that a subject has drafted, as `reported`, with its last move, as `made`. */
  private years(): SelectQueryBuilder<ObjectLiteral> {
    return this.database.reader
      .createQueryBuilder()
      .select([])
      .from(SubjectEntity, 'subject')
      .innerJoin(
        (reported) =>
          reported
            .select('report.programme', 'programme')
            .addSelect('report.subjectCode', 'code')
            .addSelect('report.year', 'year')
            .distinct(true)
            .from(ReportEntity, 'report')
            .where(`report.state = 'accepted'`),
        'reported',
        'reported.programme = subject.programme AND reported.code = subject.code',
      )
      .leftJoin(
        ReportMoveEntity,
        'made',
        `made.programme = subject.programme AND made.subject_code = subject.code
         AND made.year = reported.year AND ${isLast}`,
      );
  }
}

const waitingColumns = [
  ['subject.programme', 'programme'],
  ['subject.code', 'code'],
  ['subject.name', 'name'],
  ['reported.year', 'year'],
  [`COALESCE(made.to, 'draft')`, 'state'],
  ['COALESCE(made.round, 0)', 'round'],
  ['made.at', 'since'],
] as const;

type WaitingRow = Omit<WaitingYear, 'state'> & { readonly state: string };

async function countOf(query: SelectQueryBuilder<ObjectLiteral>): Promise<number> {
  const row = await query
    .clone()
    .select('COUNT(*)', 'total')
    .getRawOne<{ total: number | string }>();
  return Number(row?.total ?? 0);
}

function moveFromRow(row: ReportMoveEntity): MoveRecord {
  const { id, year, round, sequence, who, at, opinion } = row;
  return {
    ...{ id, year, round, sequence, who, at, opinion },
    move: oneOf(moveNames, row.move),
    from: oneOf(yearStates, row.from),
    to: oneOf(yearStates, row.to),
    role: oneOf(roles, row.role),
    reasons: reasonsFromText(row.reasons),
    parts: partsFromText(row.parts),
  };
}

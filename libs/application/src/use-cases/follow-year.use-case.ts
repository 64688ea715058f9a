import { reportYears } from '#engine';
import { failed, ok, type Outcome } from '../outcome.js';
import type { ReportRecord } from '../ports/report-store.port.js';
import { programmeOf } from '../programme-of.js';
import { movesFrom, type MoveRule, type YearState } from '../report-moves.js';
import type { Service } from '../service.js';
import type { Standing } from '../standing.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';

/** Where a year's report stands. */
export interface YearRecord {
  readonly year: number;
  readonly state: YearState;
  /** 0 before it was first submitted. */
  readonly round: number;
  /** What may be done next, and by whom. */
  readonly next: readonly MoveRule[];
  /** What a submit would freeze. */
  readonly draft: readonly ReportRecord[];
  /** What was last submitted. */
  readonly submitted: readonly ReportRecord[];
}

/** Says how far a year's report has come. */
export class FollowYear {
  constructor(private readonly service: Service) {}

  async execute(key: SubjectKey, year: number): Promise<Outcome<YearRecord>> {
    const { programmes, moves } = this.service;
    const programme = programmeOf(programmes, key.programme);
    if (!programme.ok) return programme;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const years = reportYears(programme.value);
    if (!years.includes(year)) return failed({ kind: 'year-not-reported', year, years });
    const last = (await moves.last(key)).find((each) => each.year === year);
    const state = last?.to ?? 'draft';
    return ok({
      ...{ year, state, round: last?.round ?? 0 },
      next: movesFrom(state, subject.value.underDirectPlanning),
      draft: await this.parts(key, year, 'draft'),
      submitted: await this.parts(key, year, 'submitted'),
    });
  }

  private async parts(key: SubjectKey, year: number, standing: Standing) {
    const { reports } = this.service;
    const accepted = await reports.accepted(key, year, standing);
    const records = accepted.filter((each) => each.year === year).map(({ id }) => reports.byId(id));
    return (await Promise.all(records)).filter((record) => record !== undefined);
  }
}

import type { Instant } from '../instant.js';
import type { Role } from '../people/role.js';
import type { Area } from '../people/area.js';
import type { MoveName, YearState } from '../report-moves.js';
import type { SubjectKey } from '../subject.js';
import type { Page, PageRequest } from './page.js';

/** Why a report is returned, target by target or row by row. */
export type ReturnReason =
  | { readonly target: string; readonly reason: string }
  | {
      /** The part's report id. */
      readonly part: string;
      readonly sheet: string;
      /** As a spreadsheet numbers it. */
      readonly row: number;
      readonly reason: string;
    };

/** One move of a year's report: who did what, when, and why. */
export interface MoveRecord {
  readonly id: string;
  readonly year: number;
  /** How often the year was submitted up to this move. */
  readonly round: number;
  /** 1 is the year's first move. */
  readonly sequence: number;
  readonly move: MoveName;
  readonly from: YearState;
  readonly to: YearState;
  /** The account. */
  readonly who: string;
  readonly role: Role;
  readonly at: Instant;
  readonly opinion: string;
  readonly reasons: readonly ReturnReason[];
  /** What it is about: ids of reports, in order of file. */
  readonly parts: readonly string[];
}

/** A year's report that waits for somebody. */
export interface WaitingYear extends SubjectKey {
  readonly name: string;
  readonly year: number;
  readonly state: YearState;
  /** 0 before it was first submitted. */
  readonly round: number;
  /** When it came into this state; null of a draft. */
  readonly since: Instant | null;
}

/** Where a subject stands with its report of a year. */
export interface SubjectState {
  readonly code: string;
  readonly underDirectPlanning: boolean;
  readonly state: YearState;
}

/** A move with what it was about. */
export interface MadeMove extends SubjectKey, MoveRecord {
  readonly name: string;
}

/** A list of which only a page is given, and how long it is. */
export interface CountedPage<T> extends Page<T> {
  readonly total: number;
}

/** States in which something waits, of subjects under direct planning or of the others. */
export interface WaitingIn {
  readonly state: YearState;
  readonly underDirectPlanning: boolean;
}

/** The moves of all reports, which are only ever added. */
export interface MoveStore {
  /** Within a transaction. @throws where the year has a move with this number in its sequence */
  add(key: SubjectKey, move: MoveRecord): Promise<void>;
  /** A year's moves in order. */
  ofYear(key: SubjectKey, year: number): Promise<readonly MoveRecord[]>;
  /** The last move of each year that has one, in order of year. */
  last(key: SubjectKey): Promise<readonly MoveRecord[]>;
  /** Years with a report in one of these states, by subject and year. @param page `from` is a place */
  waiting(
    area: Area,
    states: readonly WaitingIn[],
    page: PageRequest,
  ): Promise<CountedPage<WaitingYear>>;
  /** Where every subject of a programme stands with its report of a year, by code. */
  states(programme: string, year: number): Promise<readonly SubjectState[]>;
  /** What accounts of a role did about subjects in an area, latest first. */
  made(area: Area, role: Role, page: PageRequest): Promise<CountedPage<MadeMove>>;
}

import type { GateState } from '#engine';
import type { Area } from '../people/area.js';
import type { YearState } from '../report-moves.js';
import type { Page, PageRequest } from './page.js';

/** A subject's line in the matrix of a year: subjects down, targets across. */
export interface MatrixLine {
  readonly code: string;
  readonly name: string;
  readonly underDirectPlanning: boolean;
  /** Null where nothing of the year was reported. */
  readonly state: YearState | null;
  /** The determination in force, on what was submitted; null where there is none. */
  readonly determination: {
    readonly hash: string;
    readonly quantified: GateState;
    readonly overall: GateState;
    /** Its verdict lines, a list in JSON as it was frozen. */
    readonly lines: string;
  } | null;
}

/** All subjects of a programme at a glance. */
export interface Matrix {
  /**
   * Those in an area, by code; while nothing changes, the same object.
   * @param page `from` is the place in that order
   */
  ofYear(programme: string, year: number, area: Area, page: PageRequest): Promise<Page<MatrixLine>>;
}

import type { Instant } from '../instant.js';
import type { Area } from '../people/area.js';
import type { SubjectKey } from '../subject.js';
import type { Page, PageRequest } from './page.js';

/** A subject (填报主体) that takes part in a programme. */
export interface Subject extends SubjectKey {
  readonly name: string;
  /** 计划单列市: its reports go past the province. */
  readonly underDirectPlanning: boolean;
  /** The number of the document that names it. */
  readonly document: string;
  readonly enrolledAt: Instant;
}

/** The subjects of all programmes, which are only ever added. */
export interface SubjectStore {
  /** Within a transaction. */
  add(subject: Subject): Promise<void>;
  byKey(key: SubjectKey): Promise<Subject | undefined>;
  /** Those of a programme in an area, by code. @param page `from` is the place in that order */
  list(programme: string, area: Area, page: PageRequest): Promise<Page<Subject>>;
}

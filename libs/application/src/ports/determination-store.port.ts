import type { DeterminationDocument } from '#engine';
import type { Instant } from '../instant.js';
import type { Standing } from '../standing.js';
import type { SubjectKey } from '../subject.js';
import type { VerdictLine } from '../verdict-lines.js';
import type { Page, PageRequest } from './page.js';

/** A frozen determination (评定结果): its canonical bytes, and the hash that names them. */
export interface FrozenDetermination {
  readonly hash: string;
  readonly canonical: string;
  /** What is kept beside the bytes. */
  readonly document: Pick<DeterminationDocument, 'year' | 'rulebook' | 'engine'> & {
    readonly gate: Pick<DeterminationDocument['gate'], 'quantified' | 'overall'>;
    readonly targets: readonly VerdictLine[];
  };
}

/** One evaluation: which determination it came to, and when. */
export interface EvaluationRecord {
  readonly hash: string;
  readonly year: number;
  readonly standing: Standing;
  readonly at: Instant;
  readonly quantified: DeterminationDocument['gate']['quantified'];
  readonly overall: DeterminationDocument['gate']['overall'];
  readonly rulebook: string;
  readonly engine: string;
}

/** Determinations, which are only ever added. */
export interface DeterminationStore {
  /**
   * Keeps a determination as the outcome of an evaluation, unless the last evaluation of that
   * subject, year and standing came to the same. Within a transaction.
   * @returns false when it changed nothing.
   */
  add(
    key: SubjectKey,
    standing: Standing,
    determination: FrozenDetermination,
    at: Instant,
  ): Promise<boolean>;
  /** The canonical bytes of a subject's determination with this hash. */
  canonical(key: SubjectKey, hash: string): Promise<string | undefined>;
  /** Every determination of every subject, in the order first made. */
  all(page: PageRequest): Promise<Page<{ readonly key: SubjectKey; readonly hash: string }>>;
  /** The evaluations of a subject, latest first. */
  evaluations(key: SubjectKey, page: PageRequest): Promise<Page<EvaluationRecord>>;
  /** The outcome of the last evaluation of a year. */
  current(key: SubjectKey, year: number, standing: Standing): Promise<EvaluationRecord | undefined>;
}

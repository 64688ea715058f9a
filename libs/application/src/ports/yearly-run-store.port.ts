import type { Instant } from '../instant.js';
import type { SubjectKey } from '../subject.js';

/** One yearly run (年度评定): every subject of a programme for one assessed year. */
export interface YearlyRun {
  readonly programme: string;
  readonly year: number;
  readonly startedAt: Instant;
  /** The account that started it, or `system` where the schedule did. */
  readonly startedBy: string;
}

/** How far a run has come. */
export interface YearlyRunProgress extends YearlyRun {
  /** How many subjects it evaluates: those enrolled when it began. */
  readonly subjects: number;
  readonly evaluated: number;
  readonly finishedAt: Instant | null;
}

/** What a run came to for one subject. */
export interface YearlyRunResult {
  readonly code: string;
  /** The determination's hash; null where the subject has reported nothing. */
  readonly determination: string | null;
}

/** A run's summary: its canonical bytes, and the hash that names them. */
export interface FrozenSummary {
  readonly hash: string;
  readonly canonical: string;
}

/** Yearly runs, which are only ever added to. What changes anything needs a transaction around it. */
export interface YearlyRunStore {
  /** Begins a run with all subjects enrolled. @returns false where that year's was begun before */
  begin(run: YearlyRun): Promise<boolean>;
  progress(programme: string, year: number): Promise<YearlyRunProgress | undefined>;
  /** A programme's runs, latest year first. */
  list(programme: string): Promise<readonly YearlyRunProgress[]>;
  /** The subjects of a run that it has no result for yet, by code. */
  waiting(programme: string, year: number): Promise<readonly SubjectKey[]>;
  /** Keeps a subject's result. @returns false where there was one before */
  addResult(
    programme: string,
    year: number,
    result: YearlyRunResult,
    at: Instant,
  ): Promise<boolean>;
  /** By code. */
  results(programme: string, year: number): Promise<readonly YearlyRunResult[]>;
  /** Ends a run. @returns false where it was ended before */
  end(programme: string, year: number, summary: FrozenSummary, at: Instant): Promise<boolean>;
  summary(programme: string, year: number): Promise<FrozenSummary | undefined>;
}

import type { CellValue } from '#engine';
import type { Instant } from '../instant.js';
import type { RowName } from '../samples/draw.js';
import type { SubjectKey } from '../subject.js';

/** A row that can be drawn, with the report that it is in. */
export interface SampledRow extends RowName {
  /** A report's id. */
  readonly report: string;
}

/** A sample of the rows of a subject's official report of a year (抽样核查). */
export interface Sample {
  readonly id: string;
  readonly year: number;
  readonly seed: string;
  /** How many rows it was drawn from. */
  readonly population: number;
  readonly drawnAt: Instant;
  /** An account. */
  readonly drawnBy: string;
  /** In the order drawn. */
  readonly rows: readonly SampledRow[];
}

/** What a reviewer found of a row of a sample. */
export interface Mark {
  /** Where the row stands in the sample, from 1. */
  readonly position: number;
  readonly outcome: 'confirmed' | 'not-confirmed';
  readonly reason: string;
  readonly markedAt: Instant;
  /** An account. */
  readonly markedBy: string;
}

/** Samples and what was found of their rows, which are only ever added. */
export interface SampleStore {
  /** Within a transaction. */
  add(key: SubjectKey, sample: Sample): Promise<void>;
  /** The samples of a subject's year, oldest first. */
  ofYear(key: SubjectKey, year: number): Promise<readonly Sample[]>;
  /** All rows of accepted reports. */
  rowsOf(reports: readonly { readonly id: string; readonly file: string }[]): Promise<SampledRow[]>;
  /** The cells of a sample's rows, by column id, in the order drawn. */
  cells(id: string): Promise<readonly Readonly<Record<string, CellValue>>[]>;
  /** Within a transaction. */
  addMark(id: string, mark: Mark): Promise<void>;
  /** All marks of a sample, oldest first. */
  marks(id: string): Promise<readonly Mark[]>;
}

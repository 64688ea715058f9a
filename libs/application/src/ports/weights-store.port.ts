import type { Instant } from '../instant.js';

/** How many points each target is worth on paper (分值), as the finance ministry set it for a year. */
export interface WeightsRecord {
  readonly id: string;
  readonly programme: string;
  readonly year: number;
  /** The number of the document that sets them (文号). */
  readonly document: string;
  /** By target id, in hundredths of a point. */
  readonly points: Readonly<Record<string, number>>;
  /** The weights that these correct. */
  readonly replaces: string | null;
  readonly recordedAt: Instant;
  /** An account. */
  readonly recordedBy: string;
}

/** Weights, which are only ever added. */
export interface WeightsStore {
  /** Within a transaction. */
  add(weights: WeightsRecord): Promise<void>;
  /** A programme's, oldest first, replaced ones included. */
  all(programme: string): Promise<readonly WeightsRecord[]>;
}

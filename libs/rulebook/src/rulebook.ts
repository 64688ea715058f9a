import type { Programme } from '#engine';
import type { Wording } from './wording.js';

/** A programme with what a reader of the law wants beside it. */
export interface Rulebook {
  readonly programme: Programme;
  /** The section that sets the targets, piece by piece. */
  readonly wording: readonly Wording[];
  /** Oldest first; the last one's version is the programme's. */
  readonly changes: readonly [Change, ...Change[]];
}

/** One version of a programme's rules (规则变更). */
export interface Change {
  readonly version: string;
  /** What changed, with the assessed years and the targets that it touches (中文). */
  readonly years: string;
  readonly targets: string;
  readonly what: string;
}

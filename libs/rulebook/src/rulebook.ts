import type { Programme } from '#engine';
import type { Wording } from './wording.js';

/** A programme with what a reader of the law wants beside it. */
export interface Rulebook {
  readonly programme: Programme;
  /** The section that sets the targets, piece by piece. */
  readonly wording: readonly Wording[];
}

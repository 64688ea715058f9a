import type { Programme } from '#engine';
import { failed, ok, type Outcome } from './outcome.js';

/** The programme with an id. */
export function programmeOf(programmes: readonly Programme[], id: string): Outcome<Programme> {
  const programme = programmes.find((each) => each.id === id);
  return programme ? ok(programme) : failed({ kind: 'unknown-programme', programme: id });
}

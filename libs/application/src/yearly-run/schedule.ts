import type { Programme } from '#engine';
import type { Instant } from '../instant.js';

/** When the yearly run of the year before begins: month, day and time in Beijing, `03-31T02:00`. */
export type Schedule = string;

/**
 * The assessed years whose run is due at a moment, by programme. A run that was missed is due until
 * the calendar year ends; in a year without a 29 February one set for it is due on 1 March.
 */
export function dueRuns(
  programmes: readonly Pick<Programme, 'id' | 'years'>[],
  schedule: Schedule,
  now: Instant,
): readonly { readonly programme: string; readonly year: number }[] {
  const [calendarYear = ''] = now.split('-');
  // Moments of one offset compare as their texts do.
  if (now < `${calendarYear}-${schedule}`) return [];
  const year = Number(calendarYear) - 1;
  return programmes
    .filter(({ years }) => years.includes(year))
    .map(({ id }) => ({ programme: id, year }));
}

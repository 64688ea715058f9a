import type { Day } from '#engine';

/**
 * A moment in Beijing time, `2026-11-21T12:05:07.123+08:00`. The offset never varies, so moments
 * compare as their texts do.
 */
export type Instant = string;

const beijingOffset = 8 * 60 * 60 * 1000;

/** Writes milliseconds since 1970 (UTC) as a moment. */
export function instant(milliseconds: number): Instant {
  return new Date(milliseconds + beijingOffset).toISOString().replace('Z', '+08:00');
}

/** The day in Beijing that a moment is on. */
export function dayOf(moment: Instant): Day {
  return moment.slice(0, 10);
}

/** The moment so many milliseconds later. */
export function after(moment: Instant, milliseconds: number): Instant {
  return instant(Date.parse(moment) + milliseconds);
}

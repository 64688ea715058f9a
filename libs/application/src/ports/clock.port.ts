import type { Instant } from '../instant.js';

/** The only source of time. */
export interface Clock {
  now(): Instant;
}

import { randomUUID } from 'node:crypto';
import { instant } from './instant.js';
import type { Clock } from './ports/clock.port.js';
import type { IdGenerator } from './ports/id-generator.port.js';

/** The machine's clock, told in Beijing time. */
export const systemClock: Clock = { now: () => instant(Date.now()) };

/** Random UUIDs. */
export const randomIds: IdGenerator = { next: () => randomUUID() };

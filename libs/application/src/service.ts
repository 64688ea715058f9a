import type { Programme } from '#engine';
import type { GuardedReader } from '#report';
import type { Clock } from './ports/clock.port.js';
import type { Evaluator } from './ports/evaluator.port.js';
import type { IdGenerator } from './ports/id-generator.port.js';
import type { JobQueue } from './ports/job-queue.port.js';
import type { Mailer } from './ports/mailer.port.js';
import type { Stores } from './stores.js';

/** What the use cases work with. */
export interface Service extends Stores {
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly queue: Pick<JobQueue, 'wake'>;
  readonly reader: Pick<GuardedReader, 'read'>;
  readonly evaluator: Evaluator;
  /** Undefined where no mail server is set. */
  readonly mailer?: Mailer;
  readonly programmes: readonly Programme[];
  /** A folder for files that live no longer than a job. */
  readonly scratch: string;
}

import type { Instant } from '../instant.js';
import type { SubjectKey } from '../subject.js';
import type { Page, PageRequest } from './page.js';

/** What an account is reminded of at once (提醒): a deadline that is near, or over, for some subjects. */
export interface Reminder {
  readonly id: string;
  readonly deadline: string;
  readonly kind: 'near' | 'overdue';
  readonly account: string;
  readonly at: Instant;
  readonly programme: string;
  /** The subjects' codes. */
  readonly codes: readonly string[];
}

/** One try at sending a reminder by e-mail. */
export interface Delivery {
  readonly outcome: 'sent' | 'failed';
  /** Why it failed. */
  readonly reason: string | null;
  readonly at: Instant;
}

/** A reminder about one subject. */
export interface SubjectReminder extends Omit<Reminder, 'programme' | 'codes'> {
  /** The last try; null where none was made. */
  readonly delivery: Delivery | null;
}

/** Reminders, and the tries at sending them, which are only ever added. */
export interface ReminderStore {
  /** Within a transaction. @throws where the account was reminded of any of it before */
  add(reminder: Reminder): Promise<void>;
  byId(id: string): Promise<Reminder | undefined>;
  /** Who was reminded of which subjects. */
  reminded(
    deadline: string,
    kind: Reminder['kind'],
  ): Promise<readonly { readonly account: string; readonly code: string }[]>;
  /** The reminders about a subject, latest first. */
  about(key: SubjectKey, page: PageRequest): Promise<Page<SubjectReminder>>;
  /** Within a transaction. */
  addDelivery(reminder: string, delivery: Delivery): Promise<void>;
  wasSent(reminder: string): Promise<boolean>;
}

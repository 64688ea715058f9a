import type { Actor } from '../../people/actor.js';
import type { People } from '../../people/people.js';

/** What somebody was refused who is known. */
export interface Refusal {
  /** Method and address, as it was asked for. */
  readonly request: string;
  /** The kind of failure that it was answered with. */
  readonly failure: string;
}

/** Tells the audit log of an access that was refused. */
export class RecordRefusal {
  constructor(private readonly people: Pick<People, 'transactions' | 'audit' | 'clock'>) {}

  execute({ account: who }: Actor, { request, failure }: Refusal): Promise<void> {
    const { transactions, audit, clock } = this.people;
    const about = { request, failure };
    return transactions.run(() =>
      audit.add({ at: clock.now(), who, what: 'access-refused', about }),
    );
  }
}

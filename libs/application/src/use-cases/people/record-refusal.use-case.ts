import { system, type Actor } from '../../people/actor.js';
import type { People } from '../../people/people.js';

/** What somebody was refused. */
export interface Refusal {
  /** Where it is not for whoever asks, an access; else what was asked for. */
  readonly what: 'access-refused' | 'refused';
  /** Method and address, as it was asked for. */
  readonly request: string;
  /** The kind of failure that it was answered with. */
  readonly failure: string;
}

/** Somebody unknown, by the address that the request came from. */
export interface Stranger {
  readonly from: string;
  /** Whose secret it was that opens nothing any more. */
  readonly account?: string;
}

/** Tells the audit log of a refusal that left everything as it was, before it is answered. */
export class RecordRefusal {
  constructor(private readonly people: Pick<People, 'transactions' | 'audit' | 'clock'>) {}

  execute(by: Actor | Stranger, { what, request, failure }: Refusal): Promise<void> {
    const { transactions, audit, clock } = this.people;
    const isStranger = 'from' in by;
    const who = isStranger ? system.account : by.account;
    const about = { request, failure, ...(isStranger && by) };
    return transactions.run(() => audit.add({ at: clock.now(), who, what, about }));
  }
}

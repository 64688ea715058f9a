import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { ConclusionRecord } from '../ports/conclusion-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { unreplaced } from '../unreplaced.js';
import { enrolled } from './enrol-subject.use-case.js';

export type NewConclusion = Omit<ConclusionRecord, 'id' | 'recordedAt'>;

/** Records what the two ministries concluded about a year (考核结论). */
export class RecordConclusion {
  constructor(private readonly service: Service) {}

  execute(
    actor: Actor,
    key: SubjectKey,
    conclusion: NewConclusion,
  ): Promise<Outcome<ConclusionRecord>> {
    return this.service.transactions.run(() => this.record(actor, key, conclusion));
  }

  private async record(
    actor: Actor,
    key: SubjectKey,
    conclusion: NewConclusion,
  ): Promise<Outcome<ConclusionRecord>> {
    const { programmes, conclusions, audit, ids, clock } = this.service;
    const programme = programmeOf(programmes, key.programme);
    if (!programme.ok) return programme;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const { year, date, replaces, document, result } = conclusion;
    const { years } = programme.value;
    if (!years.includes(year)) return failed({ kind: 'year-not-assessed', year, years });
    const at = clock.now();
    if (date > at.slice(0, 10)) return failed({ kind: 'date-to-come', date });
    const current = unreplaced(await conclusions.all(key)).find((each) => each.year === year);
    if (replaces !== null && current?.id !== replaces) {
      return failed({ kind: 'not-the-current-conclusion', replaces });
    }
    if (replaces === null && current) return failed({ kind: 'conclusion-exists', id: current.id });
    const recorded = { ...conclusion, id: ids.next(), recordedAt: at };
    await conclusions.add(key, recorded);
    const about = { conclusion: recorded.id, ...key, year, document, result };
    await audit.add({ at, who: actor.account, what: 'conclusion-recorded', about });
    return ok(recorded);
  }
}

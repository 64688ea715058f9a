import { isSubjectCode } from '#report';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { Subject } from '../ports/subject-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';

export type NewSubject = Omit<Subject, 'enrolledAt'>;

/** Enrols a subject in a programme: from then on it can report and be awarded money. */
export class EnrolSubject {
  constructor(private readonly service: Service) {}

  /** The same again is the subject that there is. */
  async execute(
    actor: Actor,
    subject: NewSubject,
  ): Promise<Outcome<{ readonly subject: Subject; readonly isNew: boolean }>> {
    const { transactions, programmes } = this.service;
    const programme = programmeOf(programmes, subject.programme);
    if (!programme.ok) return programme;
    const kind = programme.value.subject;
    if (!isSubjectCode(subject.code, kind)) {
      return failed({ kind: 'unfit-code', code: subject.code, subject: kind });
    }
    return transactions.run(() => this.enrol(actor, subject));
  }

  private async enrol(actor: Actor, subject: NewSubject) {
    const { subjects, audit, clock } = this.service;
    const known = await subjects.byKey(subject);
    if (known) {
      const same =
        known.name === subject.name &&
        known.document === subject.document &&
        known.underDirectPlanning === subject.underDirectPlanning;
      return same
        ? ok({ subject: known, isNew: false })
        : failed({ kind: 'subject-exists', known });
    }
    const enrolled = { ...subject, enrolledAt: clock.now() };
    await subjects.add(enrolled);
    const { programme, code, document } = subject;
    const about = { programme, code, document };
    await audit.add({
      ...{ at: enrolled.enrolledAt, who: actor.account, what: 'subject-enrolled', about },
    });
    return ok({ subject: enrolled, isNew: true });
  }
}

/** The subject with a key, where it takes part. */
export async function enrolled(
  { subjects, programmes }: Pick<Service, 'subjects' | 'programmes'>,
  key: SubjectKey,
): Promise<Outcome<Subject>> {
  const programme = programmeOf(programmes, key.programme);
  if (!programme.ok) return programme;
  const { programme: id, code } = key;
  const subject = await subjects.byKey(key);
  return subject ? ok(subject) : failed({ kind: 'unknown-subject', programme: id, code });
}

import { actorOfStep, type Step } from '../deadlines/step.js';
import { dayOf, type Instant } from '../instant.js';
import { ok, type Outcome } from '../outcome.js';
import type { Deadline } from '../ports/deadline-store.port.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';
import { currentDeadlines } from './record-deadline.use-case.js';

/** How a subject's report stands to a deadline. */
export interface KeptDeadline extends Pick<Deadline, 'year' | 'due'> {
  readonly step: Step;
  /** When the step was first done. */
  readonly doneAt: Instant | null;
  readonly state: 'open' | 'overdue' | 'in-time' | 'late';
}

/** Says which deadlines are kept for a subject, and which are not. */
export class FollowDeadlines {
  constructor(private readonly service: Service) {}

  /** A step is done when its role first moved the year's report on, or back. */
  async execute(key: SubjectKey): Promise<Outcome<readonly KeptDeadline[]>> {
    const { deadlines, moves, clock } = this.service;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const today = dayOf(clock.now());
    const kept: KeptDeadline[] = [];
    for (const { year, step, due } of currentDeadlines(await deadlines.all(key.programme))) {
      if (step === 'forward' && subject.value.underDirectPlanning) continue;
      const made = await moves.ofYear(key, year);
      const doneAt = made.find(({ role }) => role === actorOfStep[step])?.at ?? null;
      const isLate = (doneAt === null ? today : dayOf(doneAt)) > due;
      const state = doneAt === null ? (isLate ? 'overdue' : 'open') : isLate ? 'late' : 'in-time';
      kept.push({ year, step, due, doneAt, state });
    }
    return ok(kept);
  }
}

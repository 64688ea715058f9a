import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { Mark, Sample } from '../ports/sample-store.port.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';

export type NewMark = Pick<Mark, 'position' | 'outcome' | 'reason'>;

/** Records what a reviewer found of rows of a sample; of two marks of one row the later holds. */
export class MarkSample {
  constructor(private readonly service: Service) {}

  execute(
    actor: Actor,
    key: SubjectKey,
    { id, year }: Pick<Sample, 'id' | 'year'>,
    marks: readonly NewMark[],
  ): Promise<Outcome<Sample>> {
    return this.service.transactions.run(async () => {
      const { samples, audit, clock } = this.service;
      const sample = (await samples.ofYear(key, year)).find((each) => each.id === id);
      if (!sample) return failed({ kind: 'unknown-sample', id });
      const { length } = sample.rows;
      const outside = marks.find(({ position }) => position > length);
      if (outside) {
        return failed({ kind: 'unknown-sample-row', position: outside.position, most: length });
      }
      const at = clock.now();
      const { account } = actor;
      for (const mark of marks) {
        await samples.addMark(id, { ...mark, markedAt: at, markedBy: account });
      }
      const about = { sample: id, marks: marks.length };
      await audit.add({ at, who: account, what: 'sample-marked', about });
      return ok(sample);
    });
  }
}

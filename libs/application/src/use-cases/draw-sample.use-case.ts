import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { Sample } from '../ports/sample-store.port.js';
import { drawSample } from '../samples/draw.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';

/** Draws a sample of what a subject submitted for a year (抽样核查). Every draw is kept. */
export class DrawSample {
  constructor(private readonly service: Service) {}

  /** @param seed made up where there is none; the same again draws the same rows */
  async execute(
    actor: Actor,
    key: SubjectKey,
    year: number,
    { size, seed }: { readonly size: number; readonly seed?: string },
  ): Promise<Outcome<Sample>> {
    return this.service.transactions.run(async () => {
      const { reports, samples, audit, ids, clock } = this.service;
      const subject = await enrolled(this.service, key);
      if (!subject.ok) return subject;
      const official = await reports.accepted(key, year, 'submitted');
      const parts = official.filter((each) => each.year === year);
      const rows = await samples.rowsOf(parts);
      const least = new Set(rows.map(({ ledger }) => ledger)).size;
      if (rows.length === 0) return failed({ kind: 'nothing-to-sample', year });
      if (size < least || size > rows.length) {
        return failed({ kind: 'sample-out-of-bounds', size, least, most: rows.length });
      }
      const drawnAt = clock.now();
      const sown = seed ?? ids.next();
      const sample = {
        ...{ id: ids.next(), year, seed: sown, population: rows.length },
        ...{ drawnAt, drawnBy: actor.account, rows: drawSample(rows, size, sown) },
      };
      await samples.add(key, sample);
      const { programme, code } = key;
      const about = { sample: sample.id, programme, code, year, seed: sown, size };
      await audit.add({ at: drawnAt, who: actor.account, what: 'sample-drawn', about });
      return ok(sample);
    });
  }
}

import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { MatrixLine } from '../ports/matrix.port.js';
import type { Page, PageRequest } from '../ports/page.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';

/** Shows how the subjects in an account's area stand in a year, target by target. */
export class ReadMatrix {
  constructor(private readonly service: Pick<Service, 'programmes' | 'matrix'>) {}

  async execute(
    { area }: Actor,
    id: string,
    year: number,
    page: PageRequest,
  ): Promise<Outcome<Page<MatrixLine>>> {
    const programme = programmeOf(this.service.programmes, id);
    if (!programme.ok) return programme;
    const { years } = programme.value;
    if (!years.includes(year)) return failed({ kind: 'year-not-assessed', year, years });
    return ok(await this.service.matrix.ofYear(id, year, area, page));
  }
}

import type { Actor } from '../people/actor.js';
import type { CountedPage, MadeMove, WaitingYear } from '../ports/move-store.port.js';
import type { PageRequest } from '../ports/page.js';
import { movesFrom, yearStates } from '../report-moves.js';
import type { Service } from '../service.js';

/** Lists what waits for an account's role in its area (待办), and what was done there (已办). */
export class ReadInbox {
  constructor(private readonly service: Pick<Service, 'moves'>) {}

  /** What can be moved on by the role, by subject and year. A way back alone is nothing to do. */
  async waiting({ role, area }: Actor, page: PageRequest): Promise<CountedPage<WaitingYear>> {
    const states = [true, false].flatMap((underDirectPlanning) =>
      yearStates
        .filter((state) =>
          movesFrom(state, underDirectPlanning).some(
            ({ by, move }) => by === role && move !== 'return',
          ),
        )
        .map((state) => ({ state, underDirectPlanning })),
    );
    return this.service.moves.waiting(area, states, page);
  }

  /** What accounts of the role did in the area, latest first. */
  async done({ role, area }: Actor, page: PageRequest): Promise<CountedPage<MadeMove>> {
    if (role === 'system') return { items: [], next: null, total: 0 };
    return this.service.moves.made(area, role, page);
  }
}

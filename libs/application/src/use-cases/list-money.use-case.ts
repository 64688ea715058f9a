import { openStates } from '../money/release-moves.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { Page, PageRequest } from '../ports/page.js';
import type { Release } from '../ports/release-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import { ReadGate, type Gate } from './read-gate.use-case.js';

/** A subject's line on the money desk. */
export interface MoneyLine {
  readonly code: string;
  readonly name: string;
  readonly gate: Gate;
  /** The release that is under way, if any. */
  readonly open: Release | null;
}

/** Shows where the money of the subjects in an account's area stands. */
export class ListMoney {
  private readonly readGate: ReadGate;

  constructor(private readonly service: Service) {
    this.readGate = new ReadGate(service);
  }

  /** @param year the assessed year; without one, each subject's latest that was reported */
  async execute(
    { area }: Actor,
    id: string,
    year: number | undefined,
    page: PageRequest,
  ): Promise<Outcome<Page<MoneyLine>>> {
    const programme = programmeOf(this.service.programmes, id);
    if (!programme.ok) return programme;
    const { years } = programme.value;
    if (year !== undefined && !years.includes(year)) {
      return failed({ kind: 'year-not-assessed', year, years });
    }
    const { items, next } = await this.service.subjects.list(id, area, page);
    const lines: MoneyLine[] = [];
    for (const { programme, code, name } of items) {
      const gate = await this.readGate.execute({ programme, code }, year);
      if (!gate.ok) return gate;
      const releases = await this.service.releases.all({ programme, code });
      const open = releases.find(({ state }) => openStates.some((each) => each === state));
      lines.push({ code, name, gate: gate.value, open: open ?? null });
    }
    return ok({ items: lines, next });
  }
}

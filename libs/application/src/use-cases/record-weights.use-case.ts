import type { Programme } from '#engine';
import { pointsOfTargets } from '#papers';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { WeightsRecord } from '../ports/weights-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import { unreplaced } from '../unreplaced.js';

export type NewWeights = Omit<WeightsRecord, 'id' | 'recordedAt' | 'recordedBy'>;

/** Records what each target is worth on paper in a year (分值), by the finance ministry's document. */
export class RecordWeights {
  constructor(private readonly service: Service) {}

  async execute(actor: Actor, weights: NewWeights): Promise<Outcome<WeightsRecord>> {
    const programme = programmeOf(this.service.programmes, weights.programme);
    if (!programme.ok) return programme;
    const { year, points } = weights;
    const { years } = programme.value;
    if (!years.includes(year)) return failed({ kind: 'year-not-assessed', year, years });
    const faults = faultsOf(programme.value, points);
    if (faults.length > 0) return failed({ kind: 'unfit-weights', faults });
    return this.service.transactions.run(() => this.record(actor, weights));
  }

  private async record(actor: Actor, given: NewWeights): Promise<Outcome<WeightsRecord>> {
    const { weights, audit, ids, clock } = this.service;
    const { programme, year, document, replaces } = given;
    const current = await weightsOf(this.service, programme, year);
    if (replaces !== null && current?.id !== replaces) {
      return failed({ kind: 'not-the-current-weights', replaces });
    }
    if (replaces === null && current) return failed({ kind: 'weights-exist', id: current.id });
    const at = clock.now();
    const recorded = { ...given, id: ids.next(), recordedAt: at, recordedBy: actor.account };
    await weights.add(recorded);
    const about = { weights: recorded.id, programme, year, document };
    await audit.add({ at, who: actor.account, what: 'weights-recorded', about });
    return ok(recorded);
  }
}

/** The weights in force for a year of a programme, where any were recorded. */
export async function weightsOf(
  { weights }: Pick<Service, 'weights'>,
  programme: string,
  year: number,
): Promise<WeightsRecord | undefined> {
  return unreplaced(await weights.all(programme)).find((each) => each.year === year);
}

function faultsOf({ targets }: Programme, points: Readonly<Record<string, number>>): string[] {
  const missing = targets.filter(({ id }) => !Object.hasOwn(points, id));
  const unknown = Object.keys(points).filter((id) => !targets.some((each) => each.id === id));
  const total = Object.values(points).reduce((sum, each) => sum + each, 0);
  return [
    ...missing.map(({ name }) => `“${name}”没有分值`),
    ...unknown.map((id) => `没有绩效目标 ${id}`),
    ...(total === pointsOfTargets
      ? []
      : [`各项绩效目标的分值合计应为${pointsOfTargets / 100}分，现为${total / 100}分`]),
  ];
}

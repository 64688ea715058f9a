import type { GateState } from '#engine';
import { failed, ok, type Outcome } from '../outcome.js';
import { remainderOf } from '../remainder.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';

/** Why no money can go out. */
export type Obstacle =
  | 'no-determination'
  | 'not-eligible'
  | 'undetermined'
  | 'no-award'
  | 'nothing-remains'
  /** The two ministries assess; until their 考核结论 is recorded nothing is released. */
  | 'no-official-conclusion';

export interface Gate {
  readonly year: number;
  /** The determination that it rests on, by its hash. */
  readonly determination: string | null;
  readonly basis: 'evidence';
  readonly quantified: GateState;
  readonly overall: GateState;
  readonly opensMoney: boolean;
  readonly why: readonly Obstacle[];
  /** In 分. */
  readonly money: {
    readonly award: bigint | null;
    readonly paid: bigint;
    readonly remaining: bigint | null;
  };
}

/** Says whether the remaining money may go out, and why not. */
export class ReadGate {
  constructor(private readonly service: Service) {}

  /** @param year the assessed year; without one, the latest that was reported */
  async execute(key: SubjectKey, year?: number): Promise<Outcome<Gate>> {
    const { programmes, reports, determinations, money } = this.service;
    const programme = programmes.find(({ id }) => id === key.programme);
    if (!programme) return failed({ kind: 'unknown-programme', programme: key.programme });
    const subject = await reports.subject(key);
    if (!subject) return failed({ kind: 'unknown-subject', ...key });
    const { years } = programme;
    const asked = year ?? subject.years.findLast((each) => years.includes(each)) ?? years[0];
    if (!years.includes(asked)) return failed({ kind: 'year-not-assessed', year: asked, years });
    const current = await determinations.current(key, asked);
    const { award, paid, remaining } = remainderOf(await money.entries(key));
    const why = obstacles(current?.overall, remaining);
    return ok({
      year: asked,
      determination: current?.hash ?? null,
      basis: 'evidence',
      quantified: current?.quantified ?? 'undetermined',
      overall: current?.overall ?? 'undetermined',
      opensMoney: why.length === 0,
      why,
      money: { award: award && award.fen, paid, remaining },
    });
  }
}

function obstacles(overall: GateState | undefined, remaining: bigint | null): readonly Obstacle[] {
  const found: Obstacle[] = [];
  if (overall === undefined) found.push('no-determination');
  if (overall === 'ineligible') found.push('not-eligible');
  if (overall === 'undetermined') found.push('undetermined');
  if (remaining === null) found.push('no-award');
  if (remaining === 0n) found.push('nothing-remains');
  return [...found, 'no-official-conclusion'];
}

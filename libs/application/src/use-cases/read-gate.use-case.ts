import type { GateState } from '#engine';
import { failed, ok, type Outcome } from '../outcome.js';
import type { JobRecord } from '../ports/job-store.port.js';
import { remainderOf } from '../remainder.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { programmeOf } from '../programme-of.js';
import { enrolled } from './enrol-subject.use-case.js';

/** Why no money can go out. */
export type Obstacle =
  | 'no-determination'
  /** A report or finding is not evaluated yet, so that the determination may be out of date. */
  | 'evaluation-unfinished'
  /** The last try to evaluate it failed. */
  | 'evaluation-failed'
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
    const { programmes, reports, determinations, jobs, money } = this.service;
    const programme = programmeOf(programmes, key.programme);
    if (!programme.ok) return programme;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const reported = await reports.years(key);
    const { years } = programme.value;
    const asked = year ?? reported.findLast((each) => years.includes(each)) ?? years[0];
    if (!years.includes(asked)) return failed({ kind: 'year-not-assessed', year: asked, years });
    // Before the determination: what succeeded by now is in it.
    const evaluation = await jobs.last({ kind: 'evaluate-subject', ...key, year: asked });
    const current = await determinations.current(key, asked);
    const { award, paid, remaining } = remainderOf(await money.entries(key));
    const why = [
      ...evaluationObstacles(evaluation),
      ...obstacles(current?.overall, remaining),
      'no-official-conclusion' as const,
    ];
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
  return found;
}

function evaluationObstacles(evaluation: JobRecord | undefined): readonly Obstacle[] {
  if (!evaluation || evaluation.state === 'succeeded') return [];
  return [
    'evaluation-unfinished',
    ...(evaluation.reason === null ? [] : ['evaluation-failed' as const]),
  ];
}

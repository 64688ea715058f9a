import type { DeterminationDocument, GateState, Programme } from '#engine';
import { frozenDocument } from '../frozen-document.js';
import { positionOf, releasableOf, type MoneyPosition } from '../money/position.js';
import { openStates } from '../money/release-moves.js';
import type { Obstacle } from '../obstacle.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { ConclusionRecord } from '../ports/conclusion-store.port.js';
import type { JobRecord } from '../ports/job-store.port.js';
import type { Release } from '../ports/release-store.port.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { programmeOf } from '../programme-of.js';
import { unreplaced } from '../unreplaced.js';
import { enrolled } from './enrol-subject.use-case.js';

export interface Gate {
  readonly year: number;
  /** The determination that it rests on, by its hash. */
  readonly determination: string | null;
  readonly basis: 'evidence';
  readonly quantified: GateState;
  readonly overall: GateState;
  /** What a reviewer still has to confirm. */
  readonly awaiting: readonly { readonly target: string; readonly on: string }[];
  /** The official conclusion in force. */
  readonly conclusion: ConclusionRecord | null;
  readonly opensMoney: boolean;
  readonly why: readonly Obstacle[];
  /** In 分; `releasable` is what the policy lets out on the determination, whatever else is in the way. */
  readonly money: MoneyPosition & { readonly releasable: bigint };
}

/** What a gate takes from a determination. */
interface Grounds {
  /** Whole percent of the remainder that it lets out (拨付规则). */
  readonly share: number;
  readonly awaiting: Gate['awaiting'];
}

const nothing: Grounds = { share: 0, awaiting: [] };

/** A nation's of several years, at some 200 bytes each. */
const mostGrounds = 5000;

/** Says whether the remaining money may go out, and why not. */
export class ReadGate {
  /** By the hash of the determination, which never changes; to read one anew takes most of the time. */
  private readonly known = new Map<string, Grounds>();

  constructor(private readonly service: Service) {}

  /**
   * @param year the assessed year; without one, the latest that was reported
   * @param without a release by its id, to see the gate as if there were none such
   */
  async execute(key: SubjectKey, year?: number, without?: string): Promise<Outcome<Gate>> {
    const { programmes, reports, determinations, moves, conclusions, jobs, money } = this.service;
    const programme = programmeOf(programmes, key.programme);
    if (!programme.ok) return programme;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const { years } = programme.value;
    const reported = year === undefined ? await reports.years(key, 'draft') : [];
    const asked = year ?? reported.findLast((each) => years.includes(each)) ?? years[0];
    if (!years.includes(asked)) return failed({ kind: 'year-not-assessed', year: asked, years });
    // Before the determination: what succeeded by now is in it.
    const evaluation = await jobs.last({
      ...{ kind: 'evaluate-subject', programme: key.programme, code: key.code },
      ...{ year: asked, standing: 'submitted' },
    });
    const current = await determinations.current(key, asked, 'submitted');
    const official = (await moves.last(key)).filter((each) => each.year <= asked);
    const { share, awaiting } = current ? await this.grounds(key, current.hash) : nothing;
    const conclusion = unreplaced(await conclusions.all(key)).find((each) => each.year === asked);
    const releases = (await this.service.releases.all(key)).filter(({ id }) => id !== without);
    const position = positionOf(await money.entries(key), releases);
    const releasable = releasableOf(position, releases, asked, share);
    const why = [
      ...evaluationObstacles(evaluation),
      ...(official.some(({ to }) => to !== 'verified') ? ['not-verified' as const] : []),
      ...verdictObstacles(current?.overall),
      ...moneyObstacles(programme.value, position, releasable, share),
      ...(releases.some(isOpen) ? ['release-open' as const] : []),
      ...conclusionObstacles(conclusion, current?.overall),
    ];
    return ok({
      year: asked,
      determination: current?.hash ?? null,
      basis: 'evidence',
      quantified: current?.quantified ?? 'undetermined',
      overall: current?.overall ?? 'undetermined',
      awaiting,
      conclusion: conclusion ?? null,
      opensMoney: why.length === 0,
      why,
      money: { ...position, releasable },
    });
  }

  private async grounds(key: SubjectKey, hash: string): Promise<Grounds> {
    const known = this.known.get(hash);
    if (known) return known;
    const canonical = await this.service.determinations.canonical(key, hash);
    if (canonical === undefined) throw new Error(`no determination ${hash}`);
    const document = frozenDocument(canonical);
    if (document.basis !== 'evidence' || document.whatIf) {
      throw new Error(`the determination ${hash} can release nothing`);
    }
    const awaiting = document.targets.flatMap(({ id: target, awaiting: waits }) =>
      waits.map(({ on }) => ({ target, on })),
    );
    const grounds = { share: shareOf(document), awaiting };
    if (this.known.size === mostGrounds) this.known.clear();
    this.known.set(hash, grounds);
    return grounds;
  }
}

function shareOf({ gate: { overall, score } }: DeterminationDocument): number {
  if (overall !== 'eligible') return 0;
  return score ? (score.sharePercent ?? 0) : 100;
}

function evaluationObstacles(evaluation: JobRecord | undefined): readonly Obstacle[] {
  if (!evaluation || evaluation.state === 'succeeded') return [];
  // Once set aside it does not come by waiting.
  if (evaluation.state === 'failed') return ['evaluation-failed'];
  return [
    'evaluation-unfinished',
    ...(evaluation.reason === null ? [] : ['evaluation-failed' as const]),
  ];
}

function verdictObstacles(overall: GateState | undefined): readonly Obstacle[] {
  if (overall === undefined) return ['no-determination'];
  if (overall === 'ineligible') return ['not-eligible'];
  return overall === 'undetermined' ? ['undetermined'] : [];
}

function moneyObstacles(
  { money }: Programme,
  { paid, remaining }: MoneyPosition,
  releasable: bigint,
  share: number,
): readonly Obstacle[] {
  if (money.firstPayment === null) return ['all-paid-at-start'];
  if (remaining === null) return ['no-award'];
  if (paid === 0n) return ['no-first-payment'];
  if (remaining === 0n) return ['nothing-remains'];
  return share > 0 && releasable === 0n ? ['share-released'] : [];
}

function conclusionObstacles(
  conclusion: ConclusionRecord | undefined,
  overall: GateState | undefined,
): readonly Obstacle[] {
  if (!conclusion) return ['no-official-conclusion'];
  const disagrees = overall === (conclusion.result === 'passed' ? 'ineligible' : 'eligible');
  return [
    ...(conclusion.result === 'failed' ? ['conclusion-failed' as const] : []),
    ...(disagrees ? ['conclusion-disagrees' as const] : []),
  ];
}

function isOpen({ state }: Release): boolean {
  return openStates.some((each) => each === state);
}

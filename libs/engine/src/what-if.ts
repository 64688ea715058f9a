import { conclude, confirmed } from './conclude.js';
import type {
  DeterminationDocument,
  GateDocument,
  Outcome,
  VerdictDocument,
} from './determination-document.js';
import { formatQuantity, parseQuantity, singleValue } from './exact.js';
import { decideGate } from './gate.js';
import { judge, type Judgement } from './judge.js';
import type { Programme } from './programme.js';
import { showJudgement } from './show.js';
import type { MeasuredTarget, Threshold } from './target.js';
import { factsIn, tracesIn, type Move, type TracedFigure } from './trace-facts.js';
import type { Unit } from './unit.js';

/** A figure that a what-if may move. */
export interface MovableFigure {
  /** Unique within the determination. */
  readonly id: string;
  /** The year of a flow; null where the figure is the assessed year's own. */
  readonly year: number | null;
  readonly unit: Unit;
  /** An exact decimal; null where it is not one number. */
  readonly value: string | null;
  /** The smallest value that passes, all others as they are; null where none can be told. */
  readonly passes: string | null;
}

/** A target as it would be. */
export interface SupposedVerdict extends VerdictDocument {
  readonly figures: readonly MovableFigure[];
}

/** What is supposed, beside what the determination says. */
export interface Supposition {
  /** Exact values in the smallest step of the figure's unit, by figure. */
  readonly figures?: ReadonlyMap<string, bigint>;
  /** Outcomes of qualitative targets, by target. */
  readonly findings?: ReadonlyMap<string, Outcome>;
  /** That a reviewer confirms whatever awaits it. */
  readonly confirmed?: boolean;
}

/**
 * The verdicts and the gate as they would be (试算), from a determination and other figures, without
 * its rows. Supposing nothing gives what the determination says.
 * @throws where the determination is none of this programme's
 */
export function whatIf(
  programme: Programme,
  determination: DeterminationDocument,
  supposition: Supposition,
): { readonly targets: readonly SupposedVerdict[]; readonly gate: GateDocument } {
  const policy = programme.gatePolicies.find(({ id }) => id === determination.gate.policy);
  if (!policy) throw new Error(`${programme.id} has no gate policy ${determination.gate.policy}`);
  const targets = determination.targets.map((verdict): SupposedVerdict => {
    const target = programme.targets.find(({ id }) => id === verdict.id);
    if (!target) throw new Error(`${programme.id} has no target ${verdict.id}`);
    if (target.kind === 'measured') return measured(target, verdict, determination, supposition);
    const found = supposition.findings?.get(verdict.id);
    return { ...verdict, ...(found && { outcome: found, overall: found }), figures: [] };
  });
  return { targets, gate: decideGate(policy, targets) };
}

function measured(
  target: MeasuredTarget,
  verdict: VerdictDocument,
  { findings }: DeterminationDocument,
  { figures: supposed, confirmed: all = false }: Supposition,
): SupposedVerdict {
  const seen: TracedFigure[] = [];
  const move: Move = (figure) => {
    seen.push(figure);
    return supposed?.get(figure.id);
  };
  const judgements = judgedBy(target, verdict, move);
  const passing = new Map(judgements.flatMap((each, n) => passingIn(each, `${target.id}.${n}`)));
  const figures = seen.map((figure) => movable(figure, supposed?.get(figure.id), passing));
  const isMoved = seen.some(({ id }) => supposed?.has(id));
  if (verdict.outcome === 'not_applicable' || (!isMoved && !all)) return { ...verdict, figures };
  const awaiting = all ? [] : verdict.awaiting;
  const own = findings.filter((each) => each.target === target.id);
  const overallOf = (outcome: Outcome) => confirmed(outcome, target.confirmations, awaiting, own);
  if (!isMoved) return { ...verdict, awaiting, overall: overallOf(verdict.outcome), figures };
  const { outcome, decisive } = conclude(target, judgements);
  const { range, needed, shortfall, ...kept } = verdict;
  return {
    ...{ ...kept, ...showJudgement(decisive), outcome, overall: overallOf(outcome) },
    ...{ awaiting, figures },
  };
}

/** Each test judged again from its trace; what a plan asks is asked by the first. */
function judgedBy(
  { id, tests: [first, ...others] }: MeasuredTarget,
  { trace, ...verdict }: VerdictDocument,
  move: Move,
): readonly [Judgement, ...Judgement[]] {
  const traces = tracesIn(trace);
  const again = (threshold: Threshold, index: number) =>
    judge(factsIn(traces[index] ?? {}, threshold.unit, `${id}.${index}`, move), threshold);
  const { unit } = first.threshold;
  const asked = verdict.unit === unit ? parseQuantity(verdict.threshold ?? '', unit) : undefined;
  return [
    again({ unit, value: asked ?? first.threshold.value }, 0),
    ...others.map(({ threshold }, index) => again(threshold, index + 1)),
  ];
}

function movable(
  { id, year, unit, range }: TracedFigure,
  supposed: bigint | undefined,
  passing: ReadonlyMap<string, bigint>,
): MovableFigure {
  const value = supposed ?? (range && singleValue(range));
  const passes = passing.get(id);
  return {
    ...{ id, year, unit, value: value === undefined ? null : formatQuantity(value, unit) },
    passes: passes === undefined ? null : formatQuantity(passes, unit),
  };
}

/** What the decisive figure of a judgement has to reach, by figure. */
function passingIn(judgement: Judgement, id: string): readonly (readonly [string, bigint])[] {
  switch (judgement.kind) {
    case 'quantity':
      return [[id, judgement.threshold.value]];
    case 'each':
      return judgement.parts.flatMap((part, index) => passingIn(part, `${id}.${index}`));
    case 'growth': {
      const { facts, comparison } = judgement;
      const year = facts.after.at(-1)?.year ?? facts.baseYear;
      const { substitute } = facts;
      const absolute = substitute?.kind === 'absolute' ? substitute.value : undefined;
      const needed = comparison?.needed ?? absolute;
      return needed === undefined ? [] : [[`${id}.${year}`, needed]];
    }
  }
}

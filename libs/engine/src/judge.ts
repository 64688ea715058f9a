import type { Range } from './exact.js';
import { singleValue } from './exact.js';
import type { Absence, BaseSource, Facts, GrowthFacts, Quantity } from './facts.js';
import { growthBar, reachesBar, smallestFinal, type Bar, type Series } from './growth.js';
import type { Threshold } from './target.js';
import { reaches } from './truth.js';

/** Why facts cannot be judged. */
export type Cause =
  | Absence
  | { readonly kind: 'undecided-rows' }
  | { readonly kind: 'base-absent' }
  | { readonly kind: 'bases-differ'; readonly sources: readonly BaseSource[] }
  | { readonly kind: 'base-zero' }
  | { readonly kind: 'year-unclear'; readonly year: number };

/** A measured outcome with the comparison behind it, all of it data. */
export type Judgement = QuantityJudgement | GrowthJudgement | EachJudgement;

interface Judged {
  readonly outcome: 'met' | 'not_met' | 'undetermined';
  readonly threshold: Threshold;
}

export interface QuantityJudgement extends Judged {
  readonly kind: 'quantity';
  readonly quantity: Quantity;
  readonly causes: readonly Cause[];
}

export interface GrowthJudgement extends Judged {
  readonly kind: 'growth';
  readonly facts: GrowthFacts;
  readonly causes: readonly Cause[];
  /** The comparison made, where there was one: `final ≥ bar`. */
  readonly comparison: GrowthComparison | null;
}

export interface GrowthComparison {
  /** The year that growth is counted from. */
  readonly fromYear: number;
  /** From the base to the assessed year, where each value is one number. */
  readonly series: Series | null;
  readonly bar: Bar;
  /** The smallest final value that passes. */
  readonly needed: bigint;
  readonly final: Range;
}

export interface EachJudgement extends Judged {
  readonly kind: 'each';
  readonly parts: readonly Judgement[];
}

/** Judges facts against a threshold: met, not met or cannot be judged, never by a rounded number. */
export function judge(facts: Facts, threshold: Threshold): Judgement {
  switch (facts.kind) {
    case 'quantity':
      return judgeQuantity(facts.quantity, threshold);
    case 'growth':
      return judgeGrowth(facts, threshold);
    case 'each': {
      const parts = facts.parts.map((part) => judge(part, threshold));
      const outcomes = parts.map(({ outcome }) => outcome);
      const outcome = outcomes.includes('not_met')
        ? 'not_met'
        : outcomes.every((each) => each === 'met')
          ? 'met'
          : 'undetermined';
      return { kind: 'each', outcome, threshold, parts };
    }
  }
}

/**
 * The judgement that speaks for the whole: of several that must each pass, the first that comes out
 * as they do together.
 */
export function leadingOf(judgement: Judgement): Exclude<Judgement, EachJudgement> {
  if (judgement.kind !== 'each') return judgement;
  const leading = judgement.parts.find(({ outcome }) => outcome === judgement.outcome);
  if (!leading) throw new Error('nothing to judge each of');
  return leadingOf(leading);
}

function judgeQuantity(quantity: Quantity, threshold: Threshold): QuantityJudgement {
  const outcome = outcomeOf[reaches(quantity.range, threshold.value)];
  return {
    kind: 'quantity',
    outcome,
    threshold,
    causes: outcome === 'undetermined' ? causesOf(quantity) : [],
    quantity,
  };
}

const outcomeOf = { yes: 'met', no: 'not_met', unknown: 'undetermined' } as const;

function causesOf({ absences }: Quantity): Cause[] {
  return absences.length > 0 ? [...absences] : [{ kind: 'undecided-rows' }];
}

function isDisputed({ rows }: Quantity): boolean {
  return rows.some(({ disputed }) => disputed.length > 0);
}

function judgeGrowth(facts: GrowthFacts, threshold: Threshold): GrowthJudgement {
  const judged = (
    outcome: Judged['outcome'],
    causes: readonly Cause[],
    comparison: GrowthComparison | null = null,
  ): GrowthJudgement => ({ kind: 'growth', outcome, threshold, causes, facts, comparison });

  const { base, after, substitute } = facts;
  const final = after.at(-1)?.quantity;
  if (!final) throw new Error('growth needs a year after the base');
  if (base.kind === 'absent') {
    const contradicted = base.absences.some(({ kind }) => kind === 'figures-contradict');
    const none: Cause[] = contradicted ? [] : [{ kind: 'base-absent' }];
    return judged('undetermined', [...none, ...base.absences]);
  }
  if (base.kind === 'differ') {
    return judged('undetermined', [{ kind: 'bases-differ', sources: base.sources }]);
  }
  const { range } = base.quantity;
  if (base.sources.length > 1 && range.lower !== range.upper && isDisputed(base.quantity)) {
    // However the dispute ends, another source differs from the ledger in one of its outcomes.
    return judged('undetermined', [{ kind: 'undecided-rows' }]);
  }
  if (range.lower > 0n) return compare(facts, facts.baseYear, range, after, threshold, judged);
  if (range.upper !== 0n) return judged('undetermined', [{ kind: 'undecided-rows' }]);
  if (!substitute) return judged('undetermined', [{ kind: 'base-zero' }]);
  if (substitute.kind === 'absolute') {
    const outcome = outcomeOf[reaches(final.range, substitute.value)];
    return judged(outcome, outcome === 'undetermined' ? causesOf(final) : []);
  }
  const from = after.findIndex(({ quantity }) => singleValue(quantity.range) !== 0n);
  const start = after[from];
  if (!start || start.quantity.range.lower <= 0n || from === after.length - 1) {
    return judged('undetermined', [{ kind: 'base-zero' }]);
  }
  return compare(facts, start.year, start.quantity.range, after.slice(from + 1), threshold, judged);
}

function compare(
  facts: GrowthFacts,
  fromYear: number,
  base: Range,
  after: GrowthFacts['after'],
  threshold: Threshold,
  judged: (
    outcome: Judged['outcome'],
    causes: readonly Cause[],
    comparison?: GrowthComparison | null,
  ) => GrowthJudgement,
): GrowthJudgement {
  const final = after.at(-1)?.quantity;
  if (!final) throw new Error('growth needs a year after the base');
  const single = [base, ...after.map(({ quantity }) => quantity.range)].map(singleValue);
  if (facts.method === 'arithmetic') {
    const unclear = single.slice(0, -1).findIndex((value) => value === undefined || value <= 0n);
    if (unclear > -1) {
      const { year = fromYear, quantity } = after[unclear - 1] ?? {};
      return judged('undetermined', [
        { kind: 'year-unclear', year },
        ...(quantity?.absences ?? []),
      ]);
    }
  }
  // Only the arithmetic mean looks at the years between; the others may lack them.
  const seriesFrom = (first: bigint): Series =>
    [first, ...single.slice(1).map((value) => value ?? 0n)] as const;
  const easiest = growthBar(facts.method, seriesFrom(base.lower), threshold.value);
  const hardest =
    base.upper === null || base.upper === base.lower
      ? easiest
      : growthBar(facts.method, seriesFrom(base.upper), threshold.value);
  const whole = single[0] !== undefined && single.at(-1) !== undefined;
  const comparison: GrowthComparison = {
    fromYear,
    series: whole ? seriesFrom(base.lower) : null,
    bar: hardest,
    needed: smallestFinal(hardest),
    final: final.range,
  };
  if (base.upper !== null && reachesBar(final.range.lower, hardest)) {
    return judged('met', [], comparison);
  }
  if (final.range.upper !== null && !reachesBar(final.range.upper, easiest)) {
    return judged('not_met', [], comparison);
  }
  return judged('undetermined', causesOf(final), comparison);
}

import type {
  GateDocument,
  GateState,
  Outcome,
  VerdictDocument,
} from './determination-document.js';
import type { GatePolicy, ScorePolicy } from './programme.js';

/**
 * Decides the gate (拨付) twice: over what is measured, and over everything with its findings. A pass
 * mark is of the whole: what awaits findings is open in the quantified gate under `score`.
 */
export function decideGate(policy: GatePolicy, verdicts: readonly VerdictDocument[]): GateDocument {
  const measured = verdicts.filter(({ kind }) => kind === 'measured');
  const counted = policy.kind === 'quantified-only' ? measured : verdicts;
  const quantified =
    policy.kind === 'score'
      ? decide(policy, verdicts, withoutFindings)
      : decide(policy, measured, ({ outcome }) => outcome);
  const overall = decide(policy, counted, ({ overall: outcome }) => outcome);
  return {
    policy: policy.id,
    clause: policy.clause,
    quantified: quantified.state,
    overall: overall.state,
    blocking: { quantified: quantified.blocking, overall: overall.blocking },
    ...(overall.score && { score: overall.score }),
  };
}

function withoutFindings({ kind, outcome }: VerdictDocument): Outcome {
  return kind === 'measured' || outcome === 'not_applicable' ? outcome : 'undetermined';
}

interface Decision {
  readonly state: GateState;
  readonly blocking: readonly string[];
  readonly score?: NonNullable<GateDocument['score']>;
}

type OutcomeOf = (verdict: VerdictDocument) => Outcome;

function decide(
  policy: GatePolicy,
  verdicts: readonly VerdictDocument[],
  outcomeOf: OutcomeOf,
): Decision {
  const applying = verdicts.filter((verdict) => outcomeOf(verdict) !== 'not_applicable');
  if (applying.length === 0) return { state: 'undetermined', blocking: [] };
  if (policy.kind === 'score') return decideByScore(policy, applying, outcomeOf);
  const failed = applying.filter((each) => each.due && outcomeOf(each) === 'not_met');
  if (failed.length > 0) return { state: 'ineligible', blocking: idsOf(failed) };
  const open = applying.filter((each) => outcomeOf(each) !== 'met');
  return { state: open.length > 0 ? 'undetermined' : 'eligible', blocking: idsOf(open) };
}

/** Sums the points of the targets that are met; what cannot be judged may count or not. */
function decideByScore(
  { weights, passMark, tiers }: ScorePolicy,
  verdicts: readonly VerdictDocument[],
  outcomeOf: OutcomeOf,
): Decision {
  const points = (outcomes: readonly Outcome[]) =>
    verdicts
      .filter((each) => outcomes.includes(outcomeOf(each)))
      .reduce((sum, { id }) => sum + (weights[id] ?? 0), 0);
  const lower = points(['met']);
  const upper = points(['met', 'undetermined']);
  const shareOf = (score: number) => tiers.find(({ from }) => score >= from)?.sharePercent ?? 0;
  const state = lower >= passMark ? 'eligible' : upper < passMark ? 'ineligible' : 'undetermined';
  const settled = shareOf(lower) === shareOf(upper);
  return {
    state: state === 'eligible' && !settled ? 'undetermined' : state,
    blocking: idsOf(verdicts.filter((each) => outcomeOf(each) !== 'met' && weights[each.id])),
    score: { lower, upper, sharePercent: settled ? shareOf(lower) : null },
  };
}

function idsOf(verdicts: readonly VerdictDocument[]): string[] {
  return verdicts.map(({ id }) => id);
}

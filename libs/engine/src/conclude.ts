import type { Outcome } from './determination-document.js';
import type { Finding } from './finding.js';
import type { Judgement } from './judge.js';
import type { Confirmation, MeasuredTarget } from './target.js';

/** What the tests of a target come to. */
export interface TargetJudgement {
  readonly outcome: 'met' | 'not_met' | 'undetermined';
  /** The test that the outcome is shown by. */
  readonly decisive: Judgement;
  readonly all: readonly Judgement[];
}

/** A target with several tests is met if one is, and not met only if none can be. */
export function conclude(
  { shortfall }: MeasuredTarget,
  [first, ...others]: readonly [Judgement, ...Judgement[]],
): TargetJudgement {
  const all = [first, ...others];
  const met = all.find(({ outcome }) => outcome === 'met');
  const open = all.find(({ outcome }) => outcome === 'undetermined');
  const decisive = met ?? open ?? first;
  const excusable = decisive.outcome === 'not_met' && shortfall === 'undetermined';
  return { outcome: excusable ? 'undetermined' : decisive.outcome, decisive, all };
}

/** The outcome once what no ledger proves is confirmed or refused. */
export function confirmed(
  outcome: Outcome,
  confirmations: readonly Confirmation[],
  awaiting: readonly unknown[],
  findings: readonly Finding[],
): Outcome {
  const refused = confirmations.some(({ id }) =>
    findings.some(({ on, outcome: found }) => on === id && found === 'not_met'),
  );
  if (outcome === 'not_met' || refused) return 'not_met';
  return outcome === 'met' && awaiting.length > 0 ? 'undetermined' : outcome;
}

import { conditionsUnder, decideItems, tally } from './decide.js';
import type { Outcome, VerdictDocument } from './determination-document.js';
import { explainQualitative, type Missing } from './explain.js';
import type { Finding } from './finding.js';
import type { Judging } from './judging.js';
import type { Scope } from './scope.js';
import { setAside } from './set-aside.js';
import { headOf, type QualitativeTarget } from './target.js';
import { isDue } from './threshold.js';
import { rowsTrace } from './trace.js';

/** Judges a target that findings decide, and shows the rows that speak for it. */
export function qualitativeVerdict(
  target: QualitativeTarget,
  { scope }: Judging,
  findings: readonly Finding[],
): VerdictDocument {
  const answers = target.aspects.map(({ id }) => {
    const finding = findings.findLast(({ on }) => on === id);
    return finding?.outcome === 'not_applicable' && finding.document === undefined
      ? undefined
      : finding?.outcome;
  });
  const shown = evidenceRows(target, scope);
  const missing: Missing = {
    aspects: target.aspects.filter((_, index) => answers[index] === undefined),
    evidence: target.evidence?.needed === true && shown !== null && shown.counted === 0,
  };
  const outcome: Outcome = answers.includes('not_met')
    ? 'not_met'
    : answers.every((answer) => answer === 'met' || answer === 'not_applicable') &&
        !missing.evidence
      ? 'met'
      : 'undetermined';
  const draft = {
    ...headOf(target),
    kind: 'qualitative' as const,
    outcome,
    overall: outcome,
    due: isDue(scope.programme, target, scope.year),
    value: null,
    threshold: null,
    thresholdFrom: null,
    unit: null,
    margin: null,
    readingSensitive: [],
    declared: null,
    derived: null,
    difference: null,
    rejectedRows: shown?.rejected ?? 0,
    correctionCouldChange: missing.evidence && (shown?.rejected ?? 0) > 0,
    excludedRows: shown?.aside.excluded.length ?? 0,
    disputedRows: shown?.aside.disputed.length ?? 0,
    awaiting: missing.aspects.map(({ id, what }) => ({ on: id, what })),
    trace: {
      kind: 'finding',
      findings: findings.map(({ on, outcome: found, reason, document }) => ({
        on,
        outcome: found,
        reason,
        document: document ?? null,
      })),
      evidence: shown?.trace ?? null,
    },
  };
  return {
    ...draft,
    ...explainQualitative(target, outcome, findings, missing, shown?.aside.excluded ?? []),
  };
}

function evidenceRows(target: QualitativeTarget, scope: Scope) {
  if (!target.evidence) return null;
  const { ledger } = target.evidence;
  const { items, rejected } = scope.index.ledger(ledger);
  const conditions = conditionsUnder(target.evidence.conditions, scope);
  const given = ledger.span === 'stock' ? items : items.filter(({ year }) => year === scope.year);
  const decided = decideItems(ledger, given, conditions, scope);
  const aside = setAside(ledger, conditions, decided, scope, scope.year);
  return {
    counted: tally(decided).lower,
    rejected: [...rejected.values()].reduce((sum, count) => sum + count, 0),
    aside,
    trace: rowsTrace({ ledger, conditions, decided, apartBy: null, ...aside }),
  };
}

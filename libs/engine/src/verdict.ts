import type { Outcome, VerdictDocument } from './determination-document.js';
import { decideItems, conditionsUnder, tally } from './decide.js';
import { formatQuantity, singleValue, type Range } from './exact.js';
import { explainMeasured, explainQualitative, type Missing } from './explain.js';
import type { Facts, Quantity } from './facts.js';
import type { Finding } from './finding.js';
import { gather, type Gathering } from './gather.js';
import { judge, type Judgement } from './judge.js';
import type { PlannedTarget } from './plan.js';
import { readingsIn } from './readings-in.js';
import type { Scope } from './scope.js';
import { showJudgement } from './show.js';
import type { Confirmation, MeasuredTarget, QualitativeTarget, Target } from './target.js';
import { isDue, thresholdInForce, type ThresholdInForce } from './threshold.js';
import { rowsTrace, traceOf } from './trace.js';

/** What a target is judged with. */
export interface Judging extends Omit<Gathering, 'code' | 'planned'> {
  readonly findings: readonly Finding[];
}

/** Judges one target and says why. */
export function verdictOf(target: Target, judging: Judging): VerdictDocument {
  const { scope, plan, findings } = judging;
  const planned = plan?.targets[target.id];
  const own = findings.filter((each) => each.target === target.id && each.year === scope.year);
  const verdict =
    target.kind === 'measured'
      ? measuredVerdict(target, judging, planned, own)
      : qualitativeVerdict(target, judging, own);
  const waived = exemption(planned, own);
  return waived
    ? {
        ...verdict,
        outcome: 'not_applicable',
        overall: 'not_applicable',
        awaiting: [],
        reason: `不适用：${waived.reason}（${waived.document}）。`,
        reasonEn: `Not applicable (${waived.document}).`,
      }
    : verdict;
}

/** A cited reason why the target does not apply; one without a document is none. */
function exemption(
  planned: PlannedTarget | undefined,
  findings: readonly Finding[],
): { reason: string; document: string } | undefined {
  if (planned?.notApplicable) return planned.notApplicable;
  const finding = findings.find(({ outcome }) => outcome === 'not_applicable');
  return finding?.document ? { reason: finding.reason, document: finding.document } : undefined;
}

function measuredVerdict(
  target: MeasuredTarget,
  judging: Judging,
  planned: PlannedTarget | undefined,
  findings: readonly Finding[],
): VerdictDocument {
  const { scope } = judging;
  const inForce = thresholdInForce(scope.programme, target, planned, scope.year);
  const judged = judgeTarget(target, judging, planned, inForce);
  const { decisive, outcome } = judged;
  const awaiting = awaitedFor(target, judged, findings);
  const shown = showJudgement(decisive);
  const compared = compareBases(target, judging, planned);
  const rejected = judged.all.reduce((sum, each) => sum + rejectedIn(each), 0);
  const draft = {
    ...headOf(target),
    kind: 'measured' as const,
    outcome,
    overall: confirmed(outcome, target.confirmations, awaiting, findings),
    due: inForce.due,
    ...shown,
    thresholdFrom: inForce.from,
    readingSensitive: sensitivity(target, judging, planned, inForce, outcome),
    ...compared,
    rejectedRows: rejected,
    correctionCouldChange: rejected > 0 && judged.all.some(couldChange),
    awaiting,
    trace:
      judged.all.length === 1
        ? traceOf(decisive)
        : { kind: 'either', tests: judged.all.map(traceOf) },
  };
  return { ...draft, ...explainMeasured(draft, decisive, inForce, scope.programme) };
}

interface TargetJudgement {
  readonly outcome: 'met' | 'not_met' | 'undetermined';
  /** The test that the outcome is shown by. */
  readonly decisive: Judgement;
  readonly all: readonly Judgement[];
}

/** A target with several tests is met if one is, and not met only if none can be. */
function judgeTarget(
  target: MeasuredTarget,
  judging: Judging,
  planned: PlannedTarget | undefined,
  { threshold }: ThresholdInForce,
): TargetJudgement {
  const gathering = { ...judging, planned, code: target.id };
  const [first, ...others] = target.tests;
  const decisiveFirst = judge(gather(first.measure, gathering), threshold);
  const all = [
    decisiveFirst,
    ...others.map((test) => judge(gather(test.measure, gathering), test.threshold)),
  ];
  const met = all.find(({ outcome }) => outcome === 'met');
  const open = all.find(({ outcome }) => outcome === 'undetermined');
  const decisive = met ?? open ?? decisiveFirst;
  const excusable = decisive.outcome === 'not_met' && target.shortfall === 'undetermined';
  return { outcome: excusable ? 'undetermined' : decisive.outcome, decisive, all };
}

/** The outcome under every other value of the readings that the target depends on. */
function sensitivity(
  target: MeasuredTarget,
  judging: Judging,
  planned: PlannedTarget | undefined,
  inForce: ThresholdInForce,
  outcome: Outcome,
): VerdictDocument['readingSensitive'] {
  const { scope } = judging;
  const ids = new Set(target.tests.flatMap(({ measure }) => [...readingsIn(measure)]));
  return scope.programme.readings
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, values }) =>
      Object.keys(values)
        .filter((value) => value !== scope.readings[id])
        .map((value) => {
          const other = { ...judging, scope: scope.reading(id, value) };
          return {
            reading: id,
            value,
            outcome: judgeTarget(target, other, planned, inForce).outcome,
          };
        }),
    )
    .filter((other) => other.outcome !== outcome);
}

const baseConfirmation: Confirmation = { id: 'base', what: '申报材料所列基期数据属实' };

/** What a reviewer has not yet confirmed. */
function awaitedFor(
  target: MeasuredTarget,
  { all }: TargetJudgement,
  findings: readonly Finding[],
): { on: string; what: string }[] {
  const fromApplication = all.some(usesApplicationBase);
  return [...target.confirmations, ...(fromApplication ? [baseConfirmation] : [])]
    .filter(({ id }) => !findings.some(({ on }) => on === id))
    .map(({ id, what }) => ({ on: id, what }));
}

function usesApplicationBase(judgement: Judgement): boolean {
  if (judgement.kind === 'each') return judgement.parts.some(usesApplicationBase);
  if (judgement.kind !== 'growth') return false;
  const { base } = judgement.facts;
  return base.kind === 'known' && base.origin === 'application';
}

function confirmed(
  outcome: Outcome,
  confirmations: readonly Confirmation[],
  awaiting: readonly unknown[],
  findings: readonly Finding[],
): Outcome {
  const asked = [...confirmations, baseConfirmation].map(({ id }) => id);
  const refused = findings.some(
    ({ on, outcome: found }) => found === 'not_met' && asked.includes(on),
  );
  if (outcome === 'not_met' || refused) return 'not_met';
  return outcome === 'met' && awaiting.length > 0 ? 'undetermined' : outcome;
}

function rejectedIn(judgement: Judgement): number {
  return quantitiesIn(judgement).reduce((sum, { rejected }) => sum + rejected, 0);
}

/** The quantities that a judgement compared: the base and the assessed year of growth. */
function quantitiesIn(judgement: Judgement): Quantity[] {
  switch (judgement.kind) {
    case 'quantity':
      return [judgement.quantity];
    case 'each':
      return judgement.parts.flatMap(quantitiesIn);
    case 'growth': {
      const { base, after } = judgement.facts;
      const final = after.at(-1);
      return [
        ...(base.kind === 'known' ? [base.quantity] : []),
        ...(final ? [final.quantity] : []),
      ];
    }
  }
}

/**
 * Whether correcting the rows that failed could change the outcome. A corrected row adds one item
 * at the most, or takes a patent from one portfolio; an amount may be of any size.
 */
function couldChange(judgement: Judgement): boolean {
  if (judgement.kind === 'each') return judgement.parts.some(couldChange);
  if (judgement.kind === 'growth') {
    const { base } = judgement.facts;
    const inBase = base.kind === 'known' && base.quantity.rejected > 0;
    return judgement.outcome === 'met' ? inBase : rejectedIn(judgement) > 0;
  }
  const { quantity, threshold } = judgement;
  const { range, rejected, rows } = quantity;
  if (threshold.unit === '万元') return judgement.outcome !== 'met' && rejected > 0;
  if (judgement.outcome !== 'met') {
    return range.upper === null || range.upper + BigInt(rejected) >= threshold.value;
  }
  const others = rows.some(({ conditions }) => conditions.some((each) => 'ledger' in each));
  return others && range.lower - BigInt(rejected) < threshold.value;
}

/** The declared value beside the derived one, of the flow itself where the target is its growth. */
function compareBases(
  target: MeasuredTarget,
  judging: Judging,
  planned: PlannedTarget | undefined,
): Pick<VerdictDocument, 'declared' | 'derived' | 'difference'> {
  const [{ measure, threshold }] = target.tests;
  const valueOn = (basis: Judging['basis']) => {
    const facts = gather(measure, { ...judging, basis, planned, code: target.id });
    return { unit: facts.kind === 'growth' ? facts.unit : threshold.unit, value: lastValue(facts) };
  };
  const declared = valueOn('declared');
  const derived = valueOn('evidence');
  const show = ({ unit, value }: typeof declared) =>
    value === undefined ? null : formatQuantity(value, unit);
  return {
    declared: show(declared),
    derived: show(derived),
    difference:
      declared.value === undefined || derived.value === undefined
        ? null
        : differenceOf(declared.value, derived.value),
  };
}

function lastValue(facts: Facts): bigint | undefined {
  if (facts.kind === 'each') return undefined;
  const quantity = facts.kind === 'growth' ? facts.after.at(-1)?.quantity : facts.quantity;
  return quantity && quantity.absences.length === 0 ? singleValue(quantity.range) : undefined;
}

/** |declared − derived| as a share of derived; where derived is zero: more, unless both are. */
function differenceOf(declared: bigint, derived: bigint): 'within-5' | 'within-10' | 'more' {
  const gap = declared > derived ? declared - derived : derived - declared;
  if (gap === 0n) return 'within-5';
  if (derived === 0n) return 'more';
  if (gap * 100n <= derived * 5n) return 'within-5';
  return gap * 100n <= derived * 10n ? 'within-10' : 'more';
}

function qualitativeVerdict(
  target: QualitativeTarget,
  { scope }: Judging,
  findings: readonly Finding[],
): VerdictDocument {
  const answers = target.aspects.map(({ id }) => findings.findLast(({ on }) => on === id)?.outcome);
  const shown = evidenceRows(target, scope);
  const missing: Missing = {
    aspects: target.aspects.filter((_, index) => answers[index] === undefined),
    evidence: target.evidence?.needed === true && shown !== null && shown.counted.lower === 0n,
  };
  const outcome: Outcome = answers.includes('not_met')
    ? 'not_met'
    : answers.every((answer) => answer === 'met') && !missing.evidence
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
  return { ...draft, ...explainQualitative(target, outcome, findings, missing) };
}

function evidenceRows(target: QualitativeTarget, scope: Scope) {
  if (!target.evidence) return null;
  const { ledger } = target.evidence;
  const { items, rejected } = scope.index.ledger(ledger);
  const conditions = conditionsUnder(target.evidence.conditions, scope);
  const given = ledger.span === 'stock' ? items : items.filter(({ year }) => year === scope.year);
  const decided = decideItems(ledger, given, conditions, scope);
  const { lower, upper } = tally(decided);
  const counted: Range = { lower: BigInt(lower), upper: BigInt(upper) };
  return {
    counted,
    rejected: [...rejected.values()].reduce((sum, count) => sum + count, 0),
    trace: rowsTrace({ ledger, conditions, decided, apartBy: null }),
  };
}

function headOf({ id, name, nameEn, clause }: Target) {
  return { id, name, nameEn, clause };
}

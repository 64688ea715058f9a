import { compareBases } from './compare-bases.js';
import { conclude, confirmed, type TargetJudgement } from './conclude.js';
import { couldChange, rejectedIn } from './correction.js';
import type { Outcome, VerdictDocument } from './determination-document.js';
import { formatQuantity } from './exact.js';
import { explainMeasured } from './explain.js';
import type { Finding } from './finding.js';
import { gather } from './gather.js';
import { judge, type Judgement } from './judge.js';
import type { Judging } from './judging.js';
import type { PlannedTarget } from './plan.js';
import { qualitativeVerdict } from './qualitative-verdict.js';
import type { Reading } from './reading.js';
import { readingsIn } from './readings-in.js';
import { setAsideIn } from './set-aside.js';
import { showJudgement } from './show.js';
import { headOf, type Confirmation, type MeasuredTarget, type Target } from './target.js';
import { thresholdInForce, type ThresholdInForce } from './threshold.js';
import { traceOf } from './trace.js';

/** Judges one target and says why. */
export function verdictOf(target: Target, judging: Judging): VerdictDocument {
  const { plan, findings } = judging;
  const planned = plan?.targets[target.id];
  const own = findings.filter((each) => each.target === target.id);
  const verdict =
    target.kind === 'measured'
      ? measuredVerdict(target, judging, planned, own)
      : qualitativeVerdict(target, judging, own);
  const waived = exemption(target, planned, own);
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
  target: Target,
  planned: PlannedTarget | undefined,
  findings: readonly Finding[],
): { reason: string; document: string } | undefined {
  if (planned?.notApplicable) return planned.notApplicable;
  const parts = target.kind === 'qualitative' ? target.aspects.map(({ id }) => id) : [];
  const cited = findings.filter(
    ({ outcome, document }) => outcome === 'not_applicable' && document !== undefined,
  );
  const everyPart = parts.length > 0 && parts.every((id) => cited.some(({ on }) => on === id));
  const finding = everyPart ? cited[0] : cited.find(({ on }) => on === target.id);
  return finding?.document ? { reason: finding.reason, document: finding.document } : undefined;
}

function measuredVerdict(
  target: MeasuredTarget,
  judging: Judging,
  planned: PlannedTarget | undefined,
  findings: readonly Finding[],
): VerdictDocument {
  const { scope } = judging;
  const inForce = thresholdInForce(scope.programme, target, judging.plan, scope.year);
  const judged = judgeTarget(target, judging, planned, inForce);
  const { decisive, outcome } = judged;
  const others = otherReadings(target, judging, planned, inForce);
  const awaiting = awaitedFor(target, judged, findings);
  const shown = showJudgement(decisive);
  const compared = compareBases(target, judging, planned);
  const { excluded, disputed } = setAsideIn(judged.all);
  const rejected = Math.max(...judged.all.map(rejectedIn));
  const draft = {
    ...headOf(target),
    kind: 'measured' as const,
    outcome,
    overall: confirmed(outcome, target.confirmations, awaiting, findings),
    due: inForce.due,
    ...shown,
    thresholdFrom: inForce.from,
    ...planShown(inForce),
    ...besideShown(others),
    readingSensitive: sensitivity(others, outcome),
    ...compared,
    rejectedRows: rejected,
    correctionCouldChange: rejected > 0 && judged.all.some(couldChange),
    excludedRows: excluded.length,
    disputedRows: disputed.length,
    awaiting,
    trace:
      judged.all.length === 1
        ? traceOf(decisive)
        : { kind: 'either', tests: judged.all.map(traceOf) },
  };
  return { ...draft, ...explainMeasured(draft, decisive, inForce, excluded, scope.programme) };
}

function judgeTarget(
  target: MeasuredTarget,
  judging: Judging,
  planned: PlannedTarget | undefined,
  { threshold }: ThresholdInForce,
): TargetJudgement {
  const gathering = { ...judging, planned, code: target.id };
  const [first, ...others] = target.tests;
  return conclude(target, [
    judge(gather(first.measure, gathering), threshold),
    ...others.map((test) => judge(gather(test.measure, gathering), test.threshold)),
  ]);
}

interface OtherReading {
  readonly reading: Reading;
  readonly value: string;
  readonly judged: TargetJudgement;
}

/** The target under every other value of the readings that it depends on. */
function otherReadings(
  target: MeasuredTarget,
  judging: Judging,
  planned: PlannedTarget | undefined,
  inForce: ThresholdInForce,
): readonly OtherReading[] {
  const { scope } = judging;
  const ids = new Set(target.tests.flatMap(({ measure }) => [...readingsIn(measure)]));
  return scope.programme.readings
    .filter(({ id }) => ids.has(id))
    .flatMap((reading) =>
      Object.keys(reading.values)
        .filter((value) => value !== scope.readings[reading.id])
        .map((value) => {
          const other = { ...judging, scope: scope.reading(reading.id, value) };
          return { reading, value, judged: judgeTarget(target, other, planned, inForce) };
        }),
    );
}

function sensitivity(
  others: readonly OtherReading[],
  outcome: Outcome,
): VerdictDocument['readingSensitive'] {
  return others
    .map(({ reading, value, judged }) => ({ reading: reading.id, value, outcome: judged.outcome }))
    .filter((other) => other.outcome !== outcome);
}

function besideShown(others: readonly OtherReading[]): Pick<VerdictDocument, 'beside'> {
  const asked = others.filter(({ reading, value }) => reading.beside === value);
  if (asked.length === 0) return {};
  return {
    beside: asked.map(({ reading, value, judged }) => {
      const { value: figure, range } = showJudgement(judged.decisive);
      return { reading: reading.id, value, figure: figure ?? range ?? null };
    }),
  };
}

function planShown({
  notice,
  earlier,
  approval,
  threshold: { unit },
}: ThresholdInForce): Pick<VerdictDocument, 'noticeThreshold' | 'earlierThreshold' | 'approval'> {
  return {
    ...(notice !== null && { noticeThreshold: formatQuantity(notice, unit) }),
    ...(earlier && {
      earlierThreshold: { ...earlier, value: formatQuantity(earlier.value, unit) },
    }),
    ...(approval !== null && { approval }),
  };
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
    .filter(({ id }) => !findings.some((finding) => finding.on === id && settles(finding)))
    .map(({ id, what }) => ({ on: id, what }));
}

function usesApplicationBase(judgement: Judgement): boolean {
  if (judgement.kind === 'each') return judgement.parts.some(usesApplicationBase);
  if (judgement.kind !== 'growth') return false;
  const { base } = judgement.facts;
  return base.kind === 'known' && base.origin === 'application';
}

/** A refused base leaves growth open, as another base may be found; it is still awaited. */
function settles({ on, outcome, document }: Finding): boolean {
  if (outcome === 'not_applicable') return document !== undefined;
  return outcome === 'met' || on !== baseConfirmation.id;
}

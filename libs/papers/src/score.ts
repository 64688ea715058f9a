import {
  isUnit,
  parseQuantity,
  type ExecutionDocument,
  type Outcome,
  type VerdictDocument,
} from '#engine';

/** Of 100 points, in hundredths: what budget execution and all targets together are worth. */
export const pointsOfExecution = 1_000;
export const pointsOfTargets = 9_000;

/** How points are given, as a paper says it. */
export const scoring = {
  document: '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
  rule:
    '比例计分：预算执行率分值10分，得分＝10×执行率（不超过100%）；定量指标完成的得满分，未完成的得分＝分值×实际完成值÷指标值' +
    '（低于零按零计，不得满分）；定性指标按核查结论，达标的得满分，未达标的不得分；四舍五入到两位小数',
} as const;

/**
 * What a target scores, in hundredths of a point; null where that cannot be said.
 * @param points what it is worth
 */
export function scoreOf(verdict: VerdictDocument, points: number): number | null {
  switch (outcomeOf(verdict)) {
    case 'met':
      return points;
    case 'not_met':
      return verdict.kind === 'measured' ? scoreOfPart(verdict, points) : 0;
    case 'undetermined':
    case 'not_applicable':
      return null;
  }
}

/** What counts: what a reviewer settled, else what the figures say. */
export function outcomeOf({ outcome, overall }: VerdictDocument): Outcome {
  return overall === 'undetermined' ? outcome : overall;
}

function scoreOfPart({ outcome, value, threshold, unit }: VerdictDocument, points: number) {
  // It was reached, but a reviewer did not confirm what it rests on.
  if (outcome === 'met') return 0;
  if (value === null || threshold === null || unit === null || !isUnit(unit)) return null;
  const [reached, asked] = [parseQuantity(value, unit), parseQuantity(threshold, unit)];
  if (reached === undefined || asked === undefined || asked <= 0n) return null;
  return Math.min(share(points, reached < 0n ? 0n : reached, asked), points - 1);
}

/** What budget execution scores, in hundredths of a point; null where its rate is not known. */
export function scoreOfExecution(execution: ExecutionDocument | undefined): number | null {
  if (!execution || execution.budget === null || execution.spent === null) return null;
  const budget = parseQuantity(execution.budget, '万元');
  const spent = parseQuantity(execution.spent, '万元');
  if (budget === undefined || spent === undefined || budget === 0n) return null;
  return Math.min(share(pointsOfExecution, spent, budget), pointsOfExecution);
}

/** Rounded half up. */
function share(points: number, part: bigint, whole: bigint): number {
  return Number((BigInt(points) * part * 2n + whole) / (whole * 2n));
}

/** All scores together; null as long as one is missing. */
export function totalOf(scores: readonly (number | null)[]): number | null {
  return scores.reduce<number | null>(
    (total, each) => (total === null || each === null ? null : total + each),
    0,
  );
}

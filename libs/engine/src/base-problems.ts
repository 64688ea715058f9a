import { formatQuantity, type Range } from './exact.js';
import type { GrowthMeasure, Measure } from './measure.js';
import type { Problem } from './problem.js';
import { flowUnit, quantify } from './quantify.js';
import type { Scope } from './scope.js';

/** Says where a base that a report states is not the one that the base year's ledgers give. */
export function baseProblems(scope: Scope): readonly Problem[] {
  const measures = scope.programme.targets.flatMap((target) =>
    target.kind === 'measured'
      ? target.tests.flatMap(({ measure }) => growthIn(measure, scope))
      : [],
  );
  const problems = new Map<string, Problem>();
  for (const measure of measures) {
    const [code, another] = measure.figures;
    if (code === undefined || another !== undefined) continue;
    const problem = baseProblem(measure, code, scope);
    if (problem) problems.set(code, problem);
  }
  return [...problems.values()];
}

function growthIn(measure: Measure, scope: Scope): readonly GrowthMeasure[] {
  switch (measure.kind) {
    case 'growth':
      return [measure];
    case 'by-reading':
      return growthIn(scope.choose(measure), scope);
    case 'each':
      return measure.of.flatMap((part) => growthIn(part, scope));
    default:
      return [];
  }
}

function baseProblem(measure: GrowthMeasure, code: string, scope: Scope): Problem | undefined {
  const { baseYear, figures } = scope.programme;
  if (baseYear === null) return undefined;
  const stated = scope.evidence.figures.stated(code, baseYear);
  if (stated.kind !== 'stated') return undefined;
  const { range, absences } = quantify(measure.of, scope, baseYear);
  if (absences.length > 0 || holds(range, stated.value)) return undefined;
  const unit = flowUnit(measure.of, scope);
  const seen = formatQuantity(stated.value, unit);
  const expected = formatQuantity(range.lower, unit);
  const name = figures.find((figure) => figure.code === code)?.name ?? code;
  return {
    ...{ severity: 'error', code: 'figures-differ', file: stated.file, sheet: '年度数据' },
    ...{ row: stated.row, column: '数值', seen, expected },
    message:
      `“年度数据”表第${stated.row}行：${baseYear}年的“${name}”为${seen}${unit}，` +
      `${baseYear}年度报告的台账却为${expected}${unit}，无法判定以哪个为准；请改成一致。`,
  };
}

function holds({ lower, upper }: Range, value: bigint): boolean {
  return value >= lower && (upper === null || value <= upper);
}

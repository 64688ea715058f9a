import { thresholdOf, type Measure, type Programme, type Unit } from '#engine';

/** A code that 年度数据 may give a figure for. */
export interface DeclarableFigure {
  readonly code: string;
  readonly name: string;
  readonly unit: Unit;
  readonly mayBeNegative: boolean;
  /** True where growth starts from it, so that the base year's value is asked for too. */
  readonly base: boolean;
}

/**
 * What a subject may state in 年度数据: the programme's figures, and under the id of each counted
 * target the value that a check on the declared basis (申报口径) compares.
 */
export function declarableFigures({ figures, targets }: Programme): readonly DeclarableFigure[] {
  const measures = targets.flatMap((target) =>
    target.kind === 'measured' ? target.tests.map(({ measure }) => measure) : [],
  );
  const bases = new Set(measures.flatMap(baseCodes));
  const counted = targets.flatMap((target) => {
    const threshold = thresholdOf(target);
    if (target.kind !== 'measured' || !threshold || threshold.unit === '%') return [];
    if (target.tests.some(({ measure }) => measure.kind === 'figure')) return [];
    const { id, name } = target;
    return [{ code: id, name, unit: threshold.unit, mayBeNegative: false, base: false }];
  });
  return [
    ...figures.map(({ code, name, unit, mayBeNegative = false }) => ({
      ...{ code, name, unit, mayBeNegative },
      base: bases.has(code),
    })),
    ...counted,
  ];
}

/** The codes of the figures whose growth a measure asks for, under any reading. */
function baseCodes(measure: Measure): readonly string[] {
  switch (measure.kind) {
    case 'growth':
      return measure.figures;
    case 'each':
      return measure.of.flatMap(baseCodes);
    case 'by-reading':
      return Object.values(measure.choices).flatMap(baseCodes);
    default:
      return [];
  }
}

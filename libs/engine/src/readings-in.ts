import type { Condition } from './condition.js';
import type { Measure } from './measure.js';

/** The ids of all readings that a measure depends on, whichever of them hold. */
export function readingsIn(measure: Measure): ReadonlySet<string> {
  return new Set(idsInMeasure(measure));
}

function idsInMeasure(measure: Measure): string[] {
  switch (measure.kind) {
    case 'by-reading':
      return [measure.reading, ...Object.values(measure.choices).flatMap(idsInMeasure)];
    case 'each':
    case 'total':
      return measure.of.flatMap(idsInMeasure);
    case 'growth':
      return [measure.methodReading, ...idsInMeasure(measure.of)];
    case 'count':
    case 'sum':
      return measure.conditions.flatMap(idsInCondition);
    case 'figure':
      return [];
  }
}

function idsInCondition(condition: Condition<string>): string[] {
  if (condition.kind === 'by-reading') {
    return [condition.reading, ...Object.values(condition.choices).flat().flatMap(idsInCondition)];
  }
  return 'conditions' in condition ? condition.conditions.flatMap(idsInCondition) : [];
}

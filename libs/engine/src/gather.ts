import type { Base, BaseSource, Facts, GrowthFacts, Quantity } from './facts.js';
import { isGrowthMethod } from './growth.js';
import type { GrowthMeasure, Measure } from './measure.js';
import type { Plan, PlannedTarget } from './plan.js';
import { addQuantities, flowUnit, known, quantify, quantifyFigure } from './quantify.js';
import type { Scope } from './scope.js';
import type { Basis } from './determination-document.js';

/** What facts are gathered by. */
export interface Gathering {
  readonly scope: Scope;
  readonly basis: Basis;
  readonly plan: Plan | undefined;
  readonly planned: PlannedTarget | undefined;
  /** Code under which the subject states the target's own value. */
  readonly code: string;
}

/** Gathers the figures that a measure needs, from the ledgers or from what is declared. */
export function gather(measure: Measure, gathering: Gathering): Facts {
  const { scope, basis, code } = gathering;
  switch (measure.kind) {
    case 'by-reading':
      return gather(scope.choose(measure), gathering);
    case 'each':
      return { kind: 'each', parts: measure.of.map((part) => gather(part, gathering)) };
    case 'growth':
      return gatherGrowth(measure, gathering);
    case 'figure':
      return { kind: 'quantity', quantity: quantifyFigure(scope, measure.code, scope.year) };
    case 'count':
    case 'sum':
    case 'total':
      return {
        kind: 'quantity',
        quantity:
          basis === 'declared'
            ? quantifyFigure(scope, code, scope.year)
            : quantify(measure, scope, scope.year),
      };
  }
}

function gatherGrowth(measure: GrowthMeasure, gathering: Gathering): GrowthFacts {
  const { scope, planned } = gathering;
  const { baseYear } = scope.programme;
  if (baseYear === null) throw new Error(`programme ${scope.programme.id} has no base year`);
  const method = scope.readings[measure.methodReading];
  if (!isGrowthMethod(method)) throw new Error(`'${String(method)}' is no way to average growth`);
  const years = Array.from({ length: scope.year - baseYear }, (_, index) => baseYear + index + 1);
  return {
    kind: 'growth',
    method,
    unit: flowUnit(measure.of, scope),
    baseYear,
    base: baseOf(measure, gathering, baseYear),
    after: years.map((year) => ({ year, quantity: flowOf(measure, gathering, year) })),
    substitute: planned?.substitute ?? null,
  };
}

/** The flow of a year: from its ledgers, and for the years between from the figures where needed. */
function flowOf(measure: GrowthMeasure, { scope, basis }: Gathering, year: number): Quantity {
  if (basis === 'declared') return figuresOf(measure, scope, year);
  const counted = quantify(measure.of, scope, year);
  if (year === scope.year || counted.absences.length === 0) return counted;
  const stated = figuresOf(measure, scope, year);
  return stated.absences.length === 0 ? stated : counted;
}

function figuresOf({ figures }: GrowthMeasure, scope: Scope, year: number): Quantity {
  const [first, ...others] = figures.map((code) => quantifyFigure(scope, code, year));
  if (!first) return quantifyFigure(scope, '', year);
  return others.reduce(addQuantities, first);
}

/**
 * The base: counted from the base year's ledgers, else the filed plan's figure, else the figure of
 * the application (四（一）3). Sources that differ leave it open.
 */
function baseOf(measure: GrowthMeasure, gathering: Gathering, baseYear: number): Base {
  const { scope, basis, plan } = gathering;
  const sources: (BaseSource & { quantity: Quantity })[] = [];
  const add = (origin: BaseSource['origin'], quantity: Quantity) => {
    if (quantity.absences.length === 0) sources.push({ origin, range: quantity.range, quantity });
  };
  if (basis === 'evidence') add('ledger', quantify(measure.of, scope, baseYear));
  const planned = measure.figures.map((code) => plan?.bases[code]);
  if (planned.length > 0 && planned.every((value) => value !== undefined)) {
    add('plan', known(planned.reduce((sum, value) => sum + value, 0n)));
  }
  const stated = figuresOf(measure, scope, baseYear);
  add('application', stated);
  const contradicted = stated.absences.filter(({ kind }) => kind === 'figures-contradict');
  if (contradicted.length > 0) return { kind: 'absent', absences: contradicted };
  const [first] = sources;
  if (!first) return { kind: 'absent', absences: stated.absences };
  return sources.every((one) => sources.every((other) => agree(one, other)))
    ? { kind: 'known', origin: first.origin, quantity: first.quantity, sources: sources.map(plain) }
    : { kind: 'differ', sources: sources.map(plain) };
}

/** Whether two sources can both be right. */
function agree({ range: a }: BaseSource, { range: b }: BaseSource): boolean {
  return (b.upper === null || a.lower <= b.upper) && (a.upper === null || b.lower <= a.upper);
}

function plain({ origin, range }: BaseSource): BaseSource {
  return { origin, range };
}

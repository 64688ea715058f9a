import type { Trace, TraceValue } from './determination-document.js';
import { exactly, parseQuantity, type Range } from './exact.js';
import type { Base, Facts, GrowthFacts, Quantity } from './facts.js';
import { isGrowthMethod } from './growth.js';
import { isUnit, type Unit } from './unit.js';

/** A figure behind a judgement, and what is known of it. */
export interface TracedFigure {
  /** Its place in the trace, such as `0` or `0.2021`. */
  readonly id: string;
  /** The year of a flow; null where the figure is the assessed year's own. */
  readonly year: number | null;
  readonly unit: Unit;
  /** Undefined where nothing is known. */
  readonly range: Range | undefined;
}

/** Puts another value in a figure's place, or undefined to leave it. */
export type Move = (figure: TracedFigure) => bigint | undefined;

/**
 * The facts that a trace tells of, each figure offered to `move` first. What made a figure uncertain
 * is not repeated: its bounds alone decide.
 * @param unit of the target's threshold
 */
export function factsIn(trace: Trace, unit: Unit, id: string, move: Move): Facts {
  switch (trace['kind']) {
    case 'each':
      return {
        kind: 'each',
        parts: listOf(trace['parts']).map((part, index) =>
          factsIn(part, unit, `${id}.${index}`, move),
        ),
      };
    case 'growth':
      return growthIn(trace, id, move);
    default: {
      const figure = { id, year: null, unit, range: valueIn(trace['quantity'], unit) };
      return { kind: 'quantity', quantity: moved(figure, move) };
    }
  }
}

/** The traces of a target's tests, one each. */
export function tracesIn(trace: Trace): readonly Trace[] {
  return trace['kind'] === 'either' ? listOf(trace['tests']) : [trace];
}

function growthIn(trace: Trace, id: string, move: Move): GrowthFacts {
  const { method, unit, baseYear, base } = trace;
  if (typeof method !== 'string' || !isGrowthMethod(method)) throw new Error('no way to average');
  if (typeof unit !== 'string' || !isUnit(unit)) throw new Error('growth of no unit');
  if (typeof baseYear !== 'number') throw new Error('growth from no year');
  const figureOf = (year: number, range: Range | undefined): TracedFigure => ({
    ...{ id: `${id}.${year}`, year, unit, range },
  });
  return {
    kind: 'growth',
    ...{ method, unit, baseYear },
    base: baseIn(objectOf(base), (range) => figureOf(baseYear, range), unit, move),
    after: listOf(trace['after']).map(({ year, quantity }) => {
      if (typeof year !== 'number') throw new Error('a flow of no year');
      return { year, quantity: moved(figureOf(year, valueIn(quantity, unit)), move) };
    }),
    substitute: substituteIn(objectOf(trace['substitute']), unit),
  };
}

function baseIn(
  base: Trace,
  figureOf: (range: Range | undefined) => TracedFigure,
  unit: Unit,
  move: Move,
): Base {
  const isKnown = base['kind'] === 'known';
  const range = isKnown ? valueIn(base['quantity'], unit) : undefined;
  const other = move(figureOf(range));
  if (other === undefined && !isKnown) return { kind: 'absent', absences: [] };
  const quantity = quantityOf(other === undefined ? range : exactly(other));
  return { kind: 'known', origin: 'ledger', quantity, sources: [] };
}

function substituteIn(substitute: Trace, unit: Unit): GrowthFacts['substitute'] {
  const { kind, document, value } = substitute;
  if (typeof document !== 'string') return null;
  if (kind === 'first-year-above-zero') return { kind, document };
  const steps = typeof value === 'string' ? parseQuantity(value, unit) : undefined;
  return steps === undefined ? null : { kind: 'absolute', document, value: steps, unit };
}

function moved(figure: TracedFigure, move: Move): Quantity {
  const other = move(figure);
  return quantityOf(other === undefined ? figure.range : exactly(other));
}

function quantityOf(range: Range = { lower: 0n, upper: null }): Quantity {
  return { range, absences: [], rejected: 0, rows: [] };
}

/** Bounds where rows were counted; nothing where there were none to count. */
function valueIn(quantity: TraceValue | undefined, unit: Unit): Range | undefined {
  const { value, ledgers } = objectOf(quantity);
  const exact = stepsIn(value, unit);
  if (exact !== undefined) return exactly(exact);
  if (!isList(value)) return undefined;
  const lower = stepsIn(value[0], unit);
  const upper = stepsIn(value[1], unit);
  const nothing = upper === undefined && lower === 0n && isList(ledgers) && ledgers.length === 0;
  return lower === undefined || nothing ? undefined : { lower, upper: upper ?? null };
}

function stepsIn(value: TraceValue | undefined, unit: Unit): bigint | undefined {
  return typeof value === 'string' ? parseQuantity(value, unit) : undefined;
}

const isList = (value: TraceValue | undefined): value is readonly TraceValue[] =>
  Array.isArray(value);

const isTrace = (value: TraceValue | undefined): value is Trace =>
  typeof value === 'object' && value !== null && !isList(value);

const objectOf = (value: TraceValue | undefined): Trace => (isTrace(value) ? value : {});

const listOf = (value: TraceValue | undefined): readonly Trace[] =>
  isList(value) ? value.filter(isTrace) : [];

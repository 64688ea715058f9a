import type { DeterminationDocument, VerdictDocument } from './determination-document.js';
import { exactly, parseQuantity, singleValue } from './exact.js';
import type { Facts, GrowthFacts, Quantity } from './facts.js';
import { judge, type Judgement } from './judge.js';
import type { Programme } from './programme.js';
import { showJudgement } from './show.js';
import { factsIn, tracesIn } from './trace-facts.js';
import { isUnit, type Unit } from './unit.js';

/** Where a target would stand at the end of the period, were it to go on in a straight line. */
export interface Pace {
  /** The year from which the line is drawn through the assessed one. */
  readonly from: number;
  /** The last year, which the line is drawn to. */
  readonly to: number;
  /** In the target's unit. */
  readonly value: string | null;
  readonly outcome: Judgement['outcome'];
}

/**
 * The pace of every measured target for which a line can be drawn (进度推算), by target: growth from
 * its base, whatever is counted from an earlier determination. None in the programme's last year.
 * @param earlier the determination of a year before, where there is one
 */
export function paceOf(
  programme: Programme,
  determination: DeterminationDocument,
  earlier: DeterminationDocument | undefined,
): ReadonlyMap<string, Pace> {
  const { year } = determination;
  const to = programme.years.at(-1) ?? year;
  const paces = new Map<string, Pace>();
  if (year === to) return paces;
  for (const verdict of determination.targets) {
    const before = earlier?.targets.find(({ id }) => id === verdict.id);
    const line = lineOf(verdict, year, to, before && earlier && { ...before, year: earlier.year });
    if (line) paces.set(verdict.id, { to, ...line });
  }
  return paces;
}

function lineOf(
  verdict: VerdictDocument,
  year: number,
  to: number,
  before: (VerdictDocument & { readonly year: number }) | undefined,
): Omit<Pace, 'to'> | undefined {
  const unit = verdict.unit ?? '';
  const [trace, another] = tracesIn(verdict.trace);
  if (!isUnit(unit) || !trace || another) return;
  const value = parseQuantity(verdict.threshold ?? '', unit);
  const facts = factsIn(trace, unit, verdict.id, () => undefined);
  const drawn = drawnOut(facts, year, to, pointOf(before, unit));
  if (value === undefined || !drawn) return;
  const judgement = judge(drawn.facts, { value, unit });
  return {
    ...{ from: drawn.from, outcome: judgement.outcome },
    value: showJudgement(judgement).value,
  };
}

interface Point {
  readonly year: number;
  readonly value: bigint;
}

interface Drawn {
  readonly from: number;
  readonly facts: Facts;
}

function pointOf(
  before: (VerdictDocument & { readonly year: number }) | undefined,
  unit: Unit,
): Point | undefined {
  const value = before?.unit === unit ? parseQuantity(before.value ?? '', unit) : undefined;
  return before && value !== undefined ? { year: before.year, value } : undefined;
}

function drawnOut(
  facts: Facts,
  year: number,
  to: number,
  before: Point | undefined,
): Drawn | undefined {
  if (facts.kind === 'growth') return growthDrawnOut(facts, year, to);
  const value = facts.kind === 'quantity' ? singleValue(facts.quantity.range) : undefined;
  if (value === undefined || !before) return undefined;
  const quantity = sure(onLine(before, { year, value }, to));
  return { from: before.year, facts: { kind: 'quantity', quantity } };
}

function growthDrawnOut(facts: GrowthFacts, year: number, to: number): Drawn | undefined {
  const { base, baseYear, after } = facts;
  const first = base.kind === 'known' ? singleValue(base.quantity.range) : undefined;
  const last = singleValue(after.at(-1)?.quantity.range ?? { lower: 0n, upper: null });
  if (first === undefined || last === undefined) return undefined;
  const [start, end] = [
    { year: baseYear, value: first },
    { year, value: last },
  ];
  const coming = Array.from({ length: to - year }, (_, index) => year + index + 1);
  const drawn = coming.map((each) => ({ year: each, quantity: sure(onLine(start, end, each)) }));
  return { from: baseYear, facts: { ...facts, after: [...after, ...drawn] } };
}

/** The value of a year on the line through two points, rounded towards the later, never below zero. */
function onLine(start: Point, end: Point, year: number): bigint {
  const rise = (end.value - start.value) * BigInt(year - end.year);
  const value = end.value + rise / BigInt(end.year - start.year);
  return value < 0n ? 0n : value;
}

function sure(value: bigint): Quantity {
  return { range: exactly(value), absences: [], rejected: 0, rows: [] };
}

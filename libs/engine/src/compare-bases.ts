import type { VerdictDocument } from './determination-document.js';
import { formatQuantity, singleValue } from './exact.js';
import type { Facts } from './facts.js';
import { gather } from './gather.js';
import type { Judging } from './judging.js';
import type { PlannedTarget } from './plan.js';
import type { MeasuredTarget } from './target.js';
import { tracesIn } from './trace-facts.js';

/** The declared value beside the derived one, of the flow itself where the target is its growth. */
export function compareBases(
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

/** What a verdict's declared and derived values are given in: the flow's unit where it grows. */
export function comparedUnit({ trace, unit }: VerdictDocument): string | null {
  const [first] = tracesIn(trace);
  const own = first?.['kind'] === 'growth' ? first['unit'] : unit;
  return typeof own === 'string' ? own : null;
}

function lastValue(facts: Facts): bigint | undefined {
  if (facts.kind === 'each') return undefined;
  const quantity = facts.kind === 'growth' ? facts.after.at(-1)?.quantity : facts.quantity;
  return quantity && singleValue(quantity.range);
}

/** |declared − derived| as a share of derived; where derived is zero: more, unless both are. */
function differenceOf(declared: bigint, derived: bigint): 'within-5' | 'within-10' | 'more' {
  const gap = declared > derived ? declared - derived : derived - declared;
  if (gap * 100n <= derived * 5n) return 'within-5';
  return gap * 100n <= derived * 10n ? 'within-10' : 'more';
}

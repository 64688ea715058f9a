import type { VerdictDocument } from './determination-document.js';
import { formatQuantity, singleValue, twoDecimals } from './exact.js';
import { displayedRate } from './growth.js';
import { leadingOf, type GrowthJudgement, type Judgement } from './judge.js';
import { decimalsOf } from './unit.js';

type Shown = Pick<VerdictDocument, 'value' | 'threshold' | 'unit' | 'margin'> &
  Partial<Pick<VerdictDocument, 'range' | 'needed' | 'shortfall'>>;

/** What a judgement shows: value or bounds, threshold, margin, and for growth what was needed. */
export function showJudgement(judgement: Judgement): Shown {
  const leading = leadingOf(judgement);
  return leading.kind === 'growth' ? showGrowth(leading) : showQuantity(leading);
}

function showQuantity({
  quantity: { range, rows },
  threshold: { value: threshold, unit },
}: Extract<Judgement, { kind: 'quantity' }>): Shown {
  const value = singleValue(range);
  const common = { threshold: formatQuantity(threshold, unit), unit };
  if (value !== undefined) {
    return {
      value: formatQuantity(value, unit),
      ...common,
      margin: formatQuantity(value - threshold, unit),
    };
  }
  return {
    value: null,
    ...(rows.length > 0 && {
      range: [
        formatQuantity(range.lower, unit),
        range.upper === null ? null : formatQuantity(range.upper, unit),
      ],
    }),
    ...common,
    margin: null,
  };
}

function showGrowth({ outcome, comparison, facts, threshold }: GrowthJudgement): Shown {
  const common = { threshold: formatQuantity(threshold.value, '%'), unit: '%' };
  if (!comparison) return { value: null, ...common, margin: null };
  const { series, needed, final } = comparison;
  const rate = series && displayedRate(facts.method, series);
  const short = outcome === 'not_met' && final.upper === final.lower;
  return {
    value: rate === null ? null : twoDecimals(rate),
    ...common,
    margin: rate === null ? null : marginOf(rate, threshold.value),
    needed: { value: formatQuantity(needed, facts.unit), unit: facts.unit },
    ...(short && { shortfall: formatQuantity(needed - final.lower, facts.unit) }),
  };
}

/** Percentage points between a rate in hundredths of a percent and a threshold. */
function marginOf(rate: bigint, threshold: bigint): string {
  const hundredth = 10n ** BigInt(decimalsOf['%'] - 2);
  const margin = rate * hundredth - threshold;
  return margin % hundredth === 0n ? twoDecimals(margin / hundredth) : formatQuantity(margin, '%');
}

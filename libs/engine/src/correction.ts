import type { Judgement } from './judge.js';

/** How many rows that a judgement would have looked at failed a check. */
export function rejectedIn(judgement: Judgement): number {
  switch (judgement.kind) {
    case 'quantity':
      return judgement.quantity.rejected;
    case 'each':
      // The parts look at the same ledgers, each with conditions of its own.
      return Math.max(...judgement.parts.map(rejectedIn));
    case 'growth': {
      const { base, after } = judgement.facts;
      const inBase = base.kind === 'known' ? base.quantity.rejected : 0;
      return inBase + (after.at(-1)?.quantity.rejected ?? 0);
    }
  }
}

/**
 * Whether correcting the rows that failed could change the outcome. A corrected row adds one item at
 * the most, or takes one away, as it may replace or contradict another row or share its patent; an
 * amount may be of any size.
 */
export function couldChange(judgement: Judgement): boolean {
  if (judgement.kind === 'each') return judgement.parts.some(couldChange);
  const rejected = rejectedIn(judgement);
  if (judgement.kind === 'growth' || judgement.threshold.unit === '万元') return rejected > 0;
  const { range } = judgement.quantity;
  const { value } = judgement.threshold;
  if (judgement.outcome === 'met') return range.lower - BigInt(rejected) < value;
  return range.upper === null || range.upper + BigInt(rejected) >= value;
}

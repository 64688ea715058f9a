import type { Quantity } from './facts.js';
import type { Judgement } from './judge.js';

/** How many rows that a judgement would have looked at failed a check. */
export function rejectedIn(judgement: Judgement): number {
  return quantitiesIn(judgement).reduce((sum, { rejected }) => sum + rejected, 0);
}

/** The quantities that a judgement compared: the base and the assessed year of growth. */
function quantitiesIn(judgement: Judgement): Quantity[] {
  switch (judgement.kind) {
    case 'quantity':
      return [judgement.quantity];
    case 'each':
      return judgement.parts.flatMap(quantitiesIn);
    case 'growth': {
      const { base, after } = judgement.facts;
      const final = after.at(-1);
      return [
        ...(base.kind === 'known' ? [base.quantity] : []),
        ...(final ? [final.quantity] : []),
      ];
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

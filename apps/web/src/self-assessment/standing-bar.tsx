import type { VerdictDocument } from '#engine';
import { outcomeWords } from '#wording';

/** Where the threshold stands on the bar, in percent. */
const thresholdAt = 66;

/** Value against threshold at a glance; the figures beside it say the same. */
export function StandingBar({ verdict }: { readonly verdict: VerdictDocument }) {
  const { value, range, threshold, outcome } = verdict;
  if (threshold === null) return null;
  // For the eye alone: nothing is decided by it.
  const share = Number(value ?? range?.[0] ?? 0) / Number(threshold);
  const width = Math.max(0, Math.min(100, share * thresholdAt));
  return (
    <div className="standing-bar" aria-hidden>
      <span data-tone={outcomeWords[outcome].tone} style={{ width: `${width}%` }} />
      <i style={{ left: `${thresholdAt}%` }} />
    </div>
  );
}

import type { VerdictDocument } from '#engine';
import { outcomeWords } from '#wording';
import { useSay } from '../language/language.js';
import { OutcomeMark } from '../look/status-mark.js';

const outcomes = ['met', 'not_met', 'undetermined', 'not_applicable'] as const;

/** How many targets came to which outcome, in large figures. */
export function OutcomeCounts({ targets }: { readonly targets: readonly VerdictDocument[] }) {
  const say = useSay();
  const counted = outcomes
    .map((outcome) => ({ outcome, of: targets.filter((each) => each.outcome === outcome).length }))
    .filter(({ outcome, of }) => of > 0 || outcome !== 'not_applicable');
  return (
    <ul className="outcome-counts">
      {counted.map(({ outcome, of }) => (
        <li key={outcome} aria-label={`${say(outcomeWords[outcome])} ${of}`}>
          <strong className="figures">{of}</strong>
          <OutcomeMark outcome={outcome} />
        </li>
      ))}
    </ul>
  );
}

import { FailureNotice } from '../api/failure-notice.js';
import { useSay } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { roleWords } from '../session/words.js';
import type { Place } from './place.js';
import { useMoves } from './queries.js';
import { minuteOf } from './report-files.js';
import { deskWords as words, moveWords, stateWords } from './words.js';

/** The rounds of a year's report with what was said in each, the latest first. */
export function History({ place }: { readonly place: Place }) {
  const say = useSay();
  const { data: moves, error } = useMoves(place);
  return (
    <section className="sheet">
      <h2>{say(words.history)}</h2>
      <FailureNotice error={error} />
      {moves?.length === 0 && <p className="quiet">{say(words.noHistory)}</p>}
      <ol className="history" reversed>
        {moves?.toReversed().map(({ id, move, to, round, role, at, opinion, reasons }) => (
          <li key={id}>
            <Mark tone={stateWords[to].tone}>{say(moveWords[move])}</Mark>{' '}
            <span className="quiet">{say(words.round)(round)}</span>
            <p className="quiet">
              {minuteOf(at)} · {say(roleWords[role])}
            </p>
            <p>{opinion}</p>
            {reasons.length > 0 && (
              <ul aria-label={say(words.reasons)}>
                {reasons.map((each) => (
                  <li key={JSON.stringify(each)}>
                    {'target' in each
                      ? nameOf(place, each.target)
                      : say(words.row)(each.sheet, each.row)}
                    ：{each.reason}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function nameOf({ programme }: Place, target: string): string {
  const known = programme.targets.find(({ id }) => id === target);
  return known?.name ?? target;
}

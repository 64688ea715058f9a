import type { YearView } from '#contracts';
import { roleWords } from '#wording';
import { colon, useSay } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import type { Place } from './place.js';
import { deskWords as words, moveWords, stateWords } from './words.js';

/** Where the report of a year stands, and who does what next. */
export function StateLine({
  place,
  standing: { state, round, next },
}: {
  readonly place: Place;
  readonly standing: YearView;
}) {
  const say = useSay();
  const { tone, ...said } = stateWords[state];
  const forwards = next.find(({ move }) => move !== 'return');
  return (
    <section className="sheet state-line" aria-label={`${place.year}`}>
      <h2>{say({ zh: `${place.year} 年度报告`, en: `Report of ${place.year}` })}</h2>
      <Mark tone={tone}>{say(said)}</Mark>
      <span className="quiet">{say(words.round)(round)}</span>
      <span>
        <span className="quiet">
          {say(words.next)}
          {say(colon)}
        </span>
        {forwards
          ? `${say(roleWords[forwards.by])} · ${say(moveWords[forwards.move])}`
          : say(words.nothingNext)}
      </span>
    </section>
  );
}

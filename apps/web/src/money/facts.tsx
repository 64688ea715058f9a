import type { GateView } from '#contracts';
import { Link } from 'react-router';
import type { Place } from '../desk/place.js';
import type { Say } from '../language/language.js';
import { GateMark } from '../look/status-mark.js';
import { Amount } from './amount.js';
import type { Fact } from '../checking/checked-change.js';
import { formWords as words, moneyWords } from './words.js';

/** What a release rests on, line by line: the determination, the conclusion and the money. */
export function basisOf(place: Place, gate: GateView, say: Say): readonly Fact[] {
  const { determination, overall, conclusion, money } = gate;
  return [
    {
      label: words.determination,
      value: (
        <>
          {place.year} <GateMark state={overall} />{' '}
          <Link to={`/review/${place.programme.id}/${place.code}/${place.year}`}>
            {say(moneyWords.open)}
          </Link>
        </>
      ),
    },
    { label: words.hash, value: <span className="hash">{determination ?? '—'}</span> },
    {
      label: words.conclusion,
      value: conclusion
        ? `${conclusion.document} · ${conclusion.date} · ${say(moneyWords.results[conclusion.result])}`
        : say(words.noConclusion),
    },
    ...(money.award === null
      ? []
      : [{ label: moneyWords.award, value: <Amount of={money.award} /> }]),
    { label: moneyWords.paid, value: <Amount of={money.paid} /> },
    { label: moneyWords.released, value: <Amount of={money.released} /> },
    ...(money.remaining === null
      ? []
      : [{ label: words.remainingNow, value: <Amount of={money.remaining} /> }]),
  ];
}

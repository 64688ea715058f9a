import { Alert } from 'antd';
import { PageHead } from '../frame/page-head.js';
import { colon, useSay } from '../language/language.js';
import { FailureNotice } from '../api/failure-notice.js';
import { History } from '../desk/history.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { usePlace, type Place } from '../desk/place.js';
import { pendingIn, useDetermination, useGate, useSubject, useYear } from '../desk/queries.js';
import { DueDates } from '../desk/due-dates.js';
import { StateLine } from '../desk/state-line.js';
import { Papers } from '../papers/papers.js';
import { MoneyLines } from '../self-assessment/money-lines.js';
import { Verdicts } from '../self-assessment/verdicts.js';
import { useRole } from '../session/session.js';
import { Evidence } from './evidence.js';
import { ReviewMove } from './review-move.js';
import { reviewWords as words } from './words.js';
import '../desk/desk.css';
import './evidence.css';
import '../self-assessment/assessment.css';

/** A subject's year as a reviewer sees it: every verdict down to its cells, the files, the decision. */
export default function ReviewPage() {
  const place = usePlace();
  return place ? <Review place={place} /> : <NoSuchPlace />;
}

function Review({ place }: { readonly place: Place }) {
  const say = useSay();
  const { data: subject, error: unknown } = useSubject(place);
  const { data: standing, error } = useYear(place);
  const { data: determination, error: undetermined } = useDetermination(place, 'submitted');
  const { data: gate, error: ungated } = useGate(place);
  const role = useRole();
  const mine = standing?.next.filter(({ by }) => by === role) ?? [];
  return (
    <>
      <PageHead
        title={`${say(words.review)}${subject ? `${say(colon)}${subject.name}` : ''} ${place.year}`}
        lead={say({ zh: place.programme.name, en: place.programme.nameEn })}
      />
      <FailureNotice error={error ?? unknown ?? undetermined ?? ungated} />
      {standing && <StateLine place={place} standing={standing} />}
      {determination === null && (
        <Alert type="info" showIcon title={say(words.notEvaluated)} style={{ marginBottom: 16 }} />
      )}
      {gate &&
        pendingIn(gate).map(({ code, message, messageEn }) => (
          <Alert
            key={code}
            type={code === 'evaluation-failed' ? 'warning' : 'info'}
            showIcon
            title={say({ zh: message, en: messageEn })}
            style={{ marginBottom: 16 }}
          />
        ))}
      {determination && (
        <Verdicts place={place} determination={determination} standing="submitted" />
      )}
      <div className="desk">
        <div>
          {standing && <Evidence place={place} standing={standing} determination={determination} />}
          {mine.length > 0 && <ReviewMove place={place} moves={mine} />}
          {standing && mine.length === 0 && <p className="quiet">{say(words.notYours)}</p>}
        </div>
        <div>
          {gate && determination && (
            <section className="sheet">
              <h2>{say(words.money)}</h2>
              <MoneyLines money={gate.money} gate={determination.gate} />
              {gate.why.length > 0 && (
                <ul>
                  {gate.why.map(({ code, message, messageEn }) => (
                    <li key={code}>{say({ zh: message, en: messageEn })}</li>
                  ))}
                </ul>
              )}
            </section>
          )}
          <Papers place={place} standing={determination ? 'submitted' : undefined} />
          <DueDates place={place} />
          <History place={place} />
        </div>
      </div>
    </>
  );
}

import { Button, Space } from 'antd';
import { useNavigate } from 'react-router';
import { FailureNotice } from '../api/failure-notice.js';
import { deskAddress, type Place } from '../desk/place.js';
import { useDetermination } from '../desk/queries.js';
import { deskWords as words } from '../desk/words.js';
import { useSay } from '../language/language.js';
import { GateLines } from './gate-lines.js';
import { OutcomeCounts } from './outcome-counts.js';
import './assessment.css';

/** The self-assessment in ten seconds, and the way to all of it. */
export function AssessmentSummary({ place }: { readonly place: Place }) {
  const say = useSay();
  const go = useNavigate();
  const { data: determination, error } = useDetermination(place);
  const isAssessed = place.programme.years.includes(place.year);
  return (
    <section className="sheet">
      <h2>{say(words.assess)}</h2>
      <FailureNotice error={error} />
      {!isAssessed && <p className="quiet">{say(words.baseOnly)}</p>}
      {isAssessed && determination === null && <p className="quiet">{say(words.notEvaluated)}</p>}
      {determination && (
        <>
          <OutcomeCounts targets={determination.targets} />
          <GateLines gate={determination.gate} targets={determination.targets} />
          <Space wrap>
            <Button type="primary" onClick={() => void go(deskAddress(place, 'assessment'))}>
              {say(words.open)}
            </Button>
            <Button onClick={() => void go(deskAddress(place, 'what-if'))}>
              {say(words.whatIf)}
            </Button>
          </Space>
        </>
      )}
    </section>
  );
}

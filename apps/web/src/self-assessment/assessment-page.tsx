import { Button, Empty, Space, Spin } from 'antd';
import { useNavigate } from 'react-router';
import { FailureNotice } from '../api/failure-notice.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { deskAddress, usePlace, type Place } from '../desk/place.js';
import { useDetermination } from '../desk/queries.js';
import { deskWords } from '../desk/words.js';
import { useSay } from '../language/language.js';
import { Verdicts } from './verdicts.js';
import { assessmentWords as words } from './words.js';
import './assessment.css';

/** Every target with value, threshold, distance and pace; each opens to its rows. */
export default function AssessmentPage() {
  const place = usePlace();
  return place ? <Assessment place={place} /> : <NoSuchPlace />;
}

function Assessment({ place }: { readonly place: Place }) {
  const say = useSay();
  const go = useNavigate();
  const { data: determination, error } = useDetermination(place);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            {say(words.title)}
            {determination && `：${determination.subject.name}`} {place.year}
          </h1>
          <p>{say(words.lead)}</p>
        </div>
        <Space wrap>
          <Button onClick={() => void go(deskAddress(place))}>{say(words.back)}</Button>
          {determination && (
            <Button type="primary" onClick={() => void go(deskAddress(place, 'what-if'))}>
              {say(words.whatIf)}
            </Button>
          )}
        </Space>
      </div>
      <FailureNotice error={error} />
      {determination === undefined && !error && <Spin />}
      {determination === null && <Empty description={say(deskWords.notEvaluated)} />}
      {determination && <Verdicts place={place} determination={determination} standing="draft" />}
    </>
  );
}

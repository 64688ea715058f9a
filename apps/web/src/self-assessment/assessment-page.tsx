import { Button, Space } from 'antd';
import { useNavigate } from 'react-router';
import { deskAddress } from '../desk/place.js';
import { useSay } from '../language/language.js';
import { AssessedPage } from './assessed-page.js';
import { Verdicts } from './verdicts.js';
import { assessmentWords as words } from './words.js';

/** Every target with value, threshold, distance and pace; each opens to its rows. */
export default function AssessmentPage() {
  const say = useSay();
  const go = useNavigate();
  return (
    <AssessedPage
      title={words.title}
      lead={words.lead}
      actions={(place, isEvaluated) => (
        <Space wrap>
          <Button onClick={() => void go(deskAddress(place))}>{say(words.back)}</Button>
          {isEvaluated && (
            <Button type="primary" onClick={() => void go(deskAddress(place, 'what-if'))}>
              {say(words.whatIf)}
            </Button>
          )}
        </Space>
      )}
    >
      {(place, determination) => (
        <Verdicts place={place} determination={determination} standing="draft" />
      )}
    </AssessedPage>
  );
}

import { Button, Form, Input, Radio, Spin } from 'antd';
import { conclusionView, type ConclusionView } from '#contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { subjectParts, type Place } from '../desk/place.js';
import { useSubject } from '../desk/queries.js';
import { useSay } from '../language/language.js';
import { CheckedChange } from '../checking/checked-change.js';
import { checkWords } from '../checking/words.js';
import { TextField } from './fields.js';
import { MoneyFrame } from './money-frame.js';
import { moneyAddress, useMoneyPlace } from './place.js';
import { isInForce, useConclusions, useReadMoneyAgain } from './queries.js';
import { formWords, moneyWords as words } from './words.js';

type Given = Pick<ConclusionView, 'document' | 'date' | 'result'>;

/** Records what the two ministries concluded on a year, or corrects it. */
export default function ConclusionPage() {
  const place = useMoneyPlace();
  return place ? <Opening place={place} /> : <NoSuchPlace />;
}

function Opening({ place }: { readonly place: Place }) {
  const say = useSay();
  const { data, error } = useConclusions(place);
  // Those that there were when the page was opened: what is recorded here is none to be corrected.
  const [all, keep] = useState<readonly ConclusionView[]>();
  if (data && !all) keep(data);
  const former = all?.find((each) => each.year === place.year && isInForce(all, each));
  const title = say(former ? words.correctConclusion : words.recordConclusion);
  return (
    <MoneyFrame place={place} title={title}>
      <FailureNotice error={error} />
      {all ? <Conclusion place={place} former={former} title={title} /> : !error && <Spin />}
    </MoneyFrame>
  );
}

function Conclusion({
  place,
  former,
  title,
}: {
  readonly place: Place;
  readonly former: ConclusionView | undefined;
  readonly title: string;
}) {
  const say = useSay();
  const { data: subject } = useSubject(place);
  const settled = useReadMoneyAgain(place);
  const needed = [{ required: true, message: say(formWords.needed) }];
  return (
    <CheckedChange<Given, typeof conclusionView>
      title={title}
      schema={conclusionView}
      settled={settled}
      form={(before, check) => (
        <Form<Given>
          layout="vertical"
          requiredMark={false}
          initialValues={before ?? {}}
          onFinish={check}
        >
          <Form.Item name="result" label={say(words.result)} rules={needed}>
            <Radio.Group
              options={(['passed', 'failed'] as const).map((value) => ({
                ...{ value, label: say(words.results[value]) },
              }))}
            />
          </Form.Item>
          <TextField name="document" label={say(words.document)} />
          <Form.Item name="date" label={say(words.date)} rules={needed}>
            <Input type="date" style={{ maxWidth: 240 }} />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large">
            {say(checkWords.next)}
          </Button>
        </Form>
      )}
      checked={({ document, date, result }) => ({
        what: former ? words.correctConclusion : words.recordConclusion,
        final: formWords.conclusionFinal,
        facts: [
          { label: words.subject, value: `${subject?.name ?? ''}（${place.code}）` },
          { label: words.year, value: place.year },
          { label: words.result, value: say(words.results[result]) },
          { label: words.document, value: document },
          { label: words.date, value: date },
          ...(former
            ? [
                {
                  label: formWords.replaces,
                  value: `${former.document} · ${former.date} · ${say(words.results[former.result])}`,
                },
              ]
            : []),
        ],
        asked: {
          method: 'POST',
          url: address([...subjectParts(place), 'conclusions']),
          body: {
            ...{ year: place.year, document, date, result },
            ...(former && { replaces: former.id }),
          },
        },
      })}
      next={() => <Link to={moneyAddress(place)}>{say(words.back)}</Link>}
    />
  );
}

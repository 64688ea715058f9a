import { Button, Form, Radio } from 'antd';
import { moneyEntryView, type NewMoneyEntryBody } from '#contracts';
import { Link } from 'react-router';
import { address } from '../api/client.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { subjectParts, type Place } from '../desk/place.js';
import { useSubject } from '../desk/queries.js';
import { useSay } from '../language/language.js';
import { Amount } from './amount.js';
import { CheckedChange } from '../checking/checked-change.js';
import { checkWords } from '../checking/words.js';
import { AmountField, TextField } from './fields.js';
import { MoneyFrame } from './money-frame.js';
import { moneyAddress, useMoneyPlace } from './place.js';
import { useReadMoneyAgain } from './queries.js';
import { formWords, moneyWords as words } from './words.js';

/** Records what was awarded, or paid before any assessment. */
export default function EntryPage() {
  const place = useMoneyPlace();
  return place ? <Entry place={place} /> : <NoSuchPlace />;
}

function Entry({ place }: { readonly place: Place }) {
  const say = useSay();
  const { data: subject } = useSubject(place);
  const settled = useReadMoneyAgain(place);
  return (
    <MoneyFrame place={place} title={say(words.recordEntry)}>
      <CheckedChange<NewMoneyEntryBody, typeof moneyEntryView>
        title={say(words.recordEntry)}
        schema={moneyEntryView}
        settled={settled}
        form={(before, check) => (
          <Form<NewMoneyEntryBody>
            layout="vertical"
            requiredMark={false}
            initialValues={before ?? {}}
            onFinish={check}
          >
            <Form.Item
              name="kind"
              label={say(words.kind)}
              rules={[{ required: true, message: say(formWords.choose) }]}
            >
              <Radio.Group
                options={(['award', 'payment'] as const).map((value) => ({
                  ...{ value, label: say(words.kinds[value]) },
                }))}
              />
            </Form.Item>
            <AmountField label={say(words.amountWan)} />
            <TextField name="document" label={say(words.document)} />
            <Button type="primary" htmlType="submit" size="large">
              {say(checkWords.next)}
            </Button>
          </Form>
        )}
        checked={({ kind, amount, document }) => ({
          what: { zh: `记录${words.kinds[kind].zh}`, en: `record: ${words.kinds[kind].en}` },
          final: formWords.entryFinal,
          facts: [
            { label: words.subject, value: `${subject?.name ?? ''}（${place.code}）` },
            { label: words.kind, value: say(words.kinds[kind]) },
            { label: words.amount, value: <Amount of={amount} /> },
            { label: words.document, value: document },
          ],
          asked: {
            method: 'POST',
            url: address([...subjectParts(place), 'money']),
            body: { kind, amount, document },
          },
        })}
        next={() => <Link to={moneyAddress(place)}>{say(words.back)}</Link>}
      />
    </MoneyFrame>
  );
}

import { Button, Form, Radio, Spin } from 'antd';
import { moneyEntryView, type MoneyEntryView, type NewMoneyEntryBody } from '#contracts';
import { grouped } from '#wording';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { subjectParts, type Place } from '../desk/place.js';
import { useSubject } from '../desk/queries.js';
import { useSay, type Said } from '../language/language.js';
import { Amount } from './amount.js';
import { CheckedChange, Facts } from '../checking/checked-change.js';
import { checkWords } from '../checking/words.js';
import { AmountField, TextField } from './fields.js';
import { MoneyFrame } from './money-frame.js';
import { moneyAddress, useMoneyPlace } from './place.js';
import { isInForce, useEntries, useReadMoneyAgain } from './queries.js';
import { formWords, moneyWords as words } from './words.js';

/** Records what was awarded, or paid before any assessment, or corrects such an entry. */
export default function EntryPage() {
  const place = useMoneyPlace();
  const [query] = useSearchParams();
  const replaces = query.get('replaces');
  if (!place) return <NoSuchPlace />;
  return replaces === null ? (
    <Entry place={place} title={words.recordEntry} />
  ) : (
    <Correction place={place} replaces={replaces} />
  );
}

function Correction({ place, replaces }: { readonly place: Place; readonly replaces: string }) {
  const { data, error } = useEntries(place);
  // Those that there were when the page was opened: afterwards this one is no more in force.
  const [all, keep] = useState<readonly MoneyEntryView[]>();
  if (data && !all) keep(data);
  const former = all?.find((each) => each.id === replaces && isInForce(all, each));
  if (former) return <Entry place={place} title={words.correctEntry} former={former} />;
  if (all) return <NoSuchPlace />;
  return error ? <FailureNotice error={error} /> : <Spin />;
}

function Entry({
  place,
  title,
  former,
}: {
  readonly place: Place;
  readonly title: Said;
  /** The entry that is corrected, by one of its kind. */
  readonly former?: MoneyEntryView;
}) {
  const say = useSay();
  const { data: subject } = useSubject(place);
  const settled = useReadMoneyAgain(place);
  const replaced = former
    ? [
        {
          label: formWords.replacedEntry,
          value: `${say(words.kinds[former.kind])} · ${grouped(former.amount)} ${say(words.wanYuan)} · ${former.document}`,
        },
      ]
    : [];
  return (
    <MoneyFrame place={place} title={say(title)}>
      <CheckedChange<NewMoneyEntryBody, typeof moneyEntryView>
        title={say(title)}
        schema={moneyEntryView}
        settled={settled}
        form={(before, check) => (
          <Form<NewMoneyEntryBody>
            layout="vertical"
            requiredMark={false}
            initialValues={before ?? { kind: former?.kind, document: former?.document }}
            onFinish={check}
          >
            {former && (
              <>
                <p className="quiet">{say(formWords.correctionLead)}</p>
                <Facts facts={replaced} />
              </>
            )}
            <Form.Item
              name="kind"
              label={say(words.kind)}
              rules={[{ required: true, message: say(formWords.choose) }]}
            >
              <Radio.Group
                disabled={former !== undefined}
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
          what: former
            ? { zh: `更正${words.kinds[kind].zh}`, en: `correct: ${words.kinds[kind].en}` }
            : { zh: `记录${words.kinds[kind].zh}`, en: `record: ${words.kinds[kind].en}` },
          final: formWords.entryFinal,
          facts: [
            { label: words.subject, value: `${subject?.name ?? ''}（${place.code}）` },
            { label: words.kind, value: say(words.kinds[kind]) },
            { label: words.amount, value: <Amount of={amount} /> },
            { label: words.document, value: document },
            ...replaced,
          ],
          asked: {
            method: 'POST',
            url: address([...subjectParts(place), 'money']),
            body: { kind, amount, document, ...(former && { replaces: former.id }) },
          },
        })}
        next={() => <Link to={moneyAddress(place)}>{say(words.back)}</Link>}
      />
    </MoneyFrame>
  );
}

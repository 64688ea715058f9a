import { Button, Form, Spin } from 'antd';
import { releaseView, type GateView } from '#contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { subjectParts, type Place } from '../desk/place.js';
import { useGate, useSubject } from '../desk/queries.js';
import { useSay } from '../language/language.js';
import { Amount } from './amount.js';
import { CheckedChange } from '../checking/checked-change.js';
import { checkWords } from '../checking/words.js';
import { basisOf } from './facts.js';
import { AmountField, TextField } from './fields.js';
import { GateSentence } from './gate-sentence.js';
import { MoneyFrame } from './money-frame.js';
import { moneyAddress, useMoneyPlace } from './place.js';
import { lessBy } from './position.js';
import { useReadMoneyAgain } from './queries.js';
import { formWords, moneyWords as words, releaseMoveWords } from './words.js';

interface Given {
  readonly amount: string;
  readonly opinion?: string;
}

/** Proposes that a part of the remainder goes out. */
export default function ProposalPage() {
  const place = useMoneyPlace();
  return place ? <Opening place={place} /> : <NoSuchPlace />;
}

function Opening({ place }: { readonly place: Place }) {
  const say = useSay();
  const { data: gate, error } = useGate(place);
  // What was shown first is what is proposed on; what became of it since, the service knows.
  const [shown, show] = useState<GateView>();
  if (gate && !shown) show(gate);
  return (
    <MoneyFrame place={place} title={say(words.propose)}>
      <FailureNotice error={error} />
      {shown && !shown.opensMoney && <GateSentence gate={shown} />}
      {shown?.opensMoney && <Proposal place={place} gate={shown} />}
      {!shown && !error && <Spin />}
    </MoneyFrame>
  );
}

function Proposal({ place, gate }: { readonly place: Place; readonly gate: GateView }) {
  const say = useSay();
  const { data: subject } = useSubject(place);
  const settled = useReadMoneyAgain(place);
  const { releasable, remaining } = gate.money;
  return (
    <CheckedChange<Given, typeof releaseView>
      title={say(words.propose)}
      schema={releaseView}
      settled={settled}
      form={(before, check) => (
        <>
          <GateSentence gate={gate} />
          <Form<Given>
            layout="vertical"
            requiredMark={false}
            initialValues={before ?? { amount: releasable }}
            onFinish={check}
          >
            <AmountField label={say(words.amountWan)} most={releasable} />
            <TextField
              name="opinion"
              label={say(formWords.opinionOptional)}
              {...{ isLong: true, isOptional: true }}
            />
            <Button type="primary" htmlType="submit" size="large">
              {say(checkWords.next)}
            </Button>
          </Form>
        </>
      )}
      checked={({ amount, opinion = '' }) => ({
        what: { zh: '提出拨付', en: 'propose the release' },
        final: releaseMoveWords.propose.final,
        facts: [
          { label: words.subject, value: `${subject?.name ?? ''}（${place.code}）` },
          { label: words.amount, value: <Amount of={amount} /> },
          ...basisOf(place, gate, say),
          {
            label: formWords.remainingAfter,
            value: <Amount of={lessBy(remaining ?? amount, amount)} />,
          },
          ...(opinion === '' ? [] : [{ label: formWords.opinion, value: opinion }]),
        ],
        asked: {
          method: 'POST',
          url: address([...subjectParts(place), 'releases']),
          body: {
            ...{ year: place.year, determination: gate.determination, amount },
            ...(opinion !== '' && { opinion }),
          },
        },
      })}
      next={({ id }) => (
        <Link to={moneyAddress(place, 'releases', id)}>{say(words.openRelease)}</Link>
      )}
    />
  );
}

import { Button, Form, Radio } from 'antd';
import { shownReleaseView, type ShownReleaseView } from '#contracts';
import { Link } from 'react-router';
import { address } from '../api/client.js';
import type { Place } from '../desk/place.js';
import { useSubject } from '../desk/queries.js';
import { useSay } from '../language/language.js';
import { Amount } from './amount.js';
import { CheckedChange, type Fact } from '../checking/checked-change.js';
import { checkWords } from '../checking/words.js';
import { basisOf } from './facts.js';
import { AmountField, TextField } from './fields.js';
import { moneyAddress } from './place.js';
import { lessBy } from './position.js';
import { releaseParts, useReadMoneyAgain } from './queries.js';
import { formWords, moneyWords, releaseMoveWords, releaseWords as words } from './words.js';

type Move = ShownReleaseView['next'][number]['move'];

interface Given {
  readonly move: Move;
  readonly opinion?: string;
  readonly document?: string;
  readonly amount?: string;
}

/** What each move asks for. */
const asks = {
  opinion: ['reject', 'withdraw', 'cancel', 'fail', 'return'],
  document: ['pay', 'fail', 'return'],
} as const satisfies Record<string, readonly Move[]>;

const isOf = (moves: readonly Move[], move: Move) => moves.includes(move);

/** What can be done with a release: chosen, checked, and only then done. */
export function ReleaseMoves({
  place,
  release,
  moves,
}: {
  readonly place: Place;
  readonly release: ShownReleaseView;
  readonly moves: readonly Move[];
}) {
  const say = useSay();
  const { data: subject } = useSubject(place);
  const settled = useReadMoneyAgain(place);
  const { id, amount, gate, shown } = release;
  const facts = ({ move, opinion = '', document, amount: returned }: Given): readonly Fact[] => [
    { label: moneyWords.subject, value: `${subject?.name ?? ''}（${place.code}）` },
    { label: moneyWords.amount, value: <Amount of={amount} /> },
    ...(returned === undefined
      ? []
      : [{ label: formWords.cameBack, value: <Amount of={returned} /> }]),
    ...(document === undefined ? [] : [{ label: moneyWords.document, value: document }]),
    ...basisOf(place, gate, say),
    ...(move === 'approve' && gate.money.remaining !== null
      ? [
          {
            label: formWords.remainingAfter,
            value: <Amount of={lessBy(gate.money.remaining, amount)} />,
          },
        ]
      : []),
    { label: formWords.shown, value: <span className="hash">{shown}</span> },
    ...(opinion === '' ? [] : [{ label: formWords.opinion, value: opinion }]),
  ];
  return (
    <CheckedChange<Given, typeof shownReleaseView>
      title={say(words.action)}
      schema={shownReleaseView}
      settled={settled}
      form={(before, check) =>
        moves.length > 0 ? (
          <MoveForm
            moves={moves}
            before={before}
            check={check}
            left={lessBy(amount, release.returned)}
          />
        ) : (
          <p className="quiet">{say(words.notYours)}</p>
        )
      }
      checked={(given) => ({
        what: releaseMoveWords[given.move],
        final: releaseMoveWords[given.move].final,
        facts: facts(given),
        asked: {
          method: 'POST',
          url: address([...releaseParts(place, id), 'moves']),
          body: bodyOf(given, shown),
        },
      })}
      next={() => <Link to={moneyAddress(place)}>{say(moneyWords.back)}</Link>}
    />
  );
}

function MoveForm({
  moves,
  before,
  check,
  left,
}: {
  readonly moves: readonly Move[];
  readonly before: Given | undefined;
  readonly check: (given: Given) => void;
  readonly left: string;
}) {
  const say = useSay();
  const [form] = Form.useForm<Given>();
  const chosen = Form.useWatch('move', form);
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={before ?? {}}
      onFinish={check}
    >
      <Form.Item
        name="move"
        label={say(formWords.what)}
        rules={[{ required: true, message: say(formWords.choose) }]}
      >
        <Radio.Group
          options={moves.map((move) => ({ value: move, label: say(releaseMoveWords[move]) }))}
        />
      </Form.Item>
      {chosen === 'return' && <AmountField label={say(formWords.cameBack)} most={left} />}
      {isOf(asks.document, chosen) && (
        <TextField
          name="document"
          label={say(chosen === 'pay' ? formWords.paymentDocument : formWords.otherDocument)}
        />
      )}
      {isOf(asks.opinion, chosen) && (
        <TextField name="opinion" label={say(formWords.opinion)} isLong />
      )}
      {chosen === 'approve' && (
        <TextField name="opinion" label={say(formWords.opinionOptional)} isLong isOptional />
      )}
      <Button type="primary" htmlType="submit" size="large">
        {say(checkWords.next)}
      </Button>
    </Form>
  );
}

/** A move as the service takes it: an approval names what was shown. */
function bodyOf({ move, opinion = '', document, amount }: Given, shown: string) {
  return {
    move,
    ...(move === 'approve' && { shown }),
    ...(opinion !== '' && { opinion }),
    ...(document !== undefined && { document }),
    ...(amount !== undefined && { amount }),
  };
}

import { Alert, Spin, Table } from 'antd';
import type { ShownReleaseView } from '#contracts';
import { useParams } from 'react-router';
import { roleWords } from '#wording';
import { FailureNotice } from '../api/failure-notice.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import type { Place } from '../desk/place.js';
import { minuteOf } from '../desk/report-files.js';
import { useSay, type Say } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { useSession } from '../session/session.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { WideTable } from '../tables/wide-table.js';
import { LettersOf } from '../papers/papers.js';
import { Amount } from './amount.js';
import { Facts } from '../checking/checked-change.js';
import { basisOf } from './facts.js';
import { MoneyFrame } from './money-frame.js';
import { useMoneyPlace } from './place.js';
import { useRelease } from './queries.js';
import { ReleaseMoves } from './release-moves.js';
import {
  formWords,
  moneyWords,
  releaseMoveWords,
  releaseStateWords,
  releaseWords as words,
} from './words.js';

/** One release: what it rests on, what was done with it, and what can be done. */
export default function ReleasePage() {
  const place = useMoneyPlace();
  const { id } = useParams();
  return place && id !== undefined ? <Release place={place} id={id} /> : <NoSuchPlace />;
}

function Release({ place, id }: { readonly place: Place; readonly id: string }) {
  const say = useSay();
  const { data: release, error } = useRelease(place, id);
  const { data: session } = useSession();
  const account = typeof session === 'object' ? session.account : undefined;
  const mine = release?.next.filter(({ by }) => by === account?.grant?.role) ?? [];
  return (
    <MoneyFrame place={place} title={say(words.title)}>
      <FailureNotice error={error} />
      {release ? (
        <>
          <Basis place={place} release={release} />
          <ReleaseMoves place={place} release={release} moves={mine.map(({ move }) => move)} />
          <LettersOf place={place} release={release} />
          <Moves release={release} />
        </>
      ) : (
        !error && <Spin />
      )}
    </MoneyFrame>
  );
}

function Basis({ place, release }: { readonly place: Place; readonly release: ShownReleaseView }) {
  const say = useSay();
  const { state, amount, returned, gate, holds } = release;
  const { tone, ...said } = releaseStateWords[state];
  const isOpen = state === 'proposed' || state === 'approved';
  return (
    <section className="sheet">
      <div className="page-head">
        <h2>
          <Amount of={amount} />
        </h2>
        <Mark tone={tone}>{say(said)}</Mark>
      </div>
      {((isOpen && !holds) || state === 'void') && (
        <Alert
          type={isOpen ? 'warning' : 'error'}
          showIcon
          style={{ marginBottom: 16 }}
          title={say(isOpen ? words.changed : words.voidWhy)}
          description={
            gate.why.length > 0 &&
            say(words.nowWhy) +
              gate.why.map(({ message, messageEn }) => say({ zh: message, en: messageEn })).join('')
          }
        />
      )}
      <Facts
        facts={[
          { label: moneyWords.proposedAt, value: minuteOf(release.proposedAt) },
          { label: formWords.proposer, value: <Who id={release.proposedBy} move="propose" /> },
          ...(returned === '0'
            ? []
            : [{ label: moneyWords.returned, value: <Amount of={returned} /> }]),
          ...basisOf(place, gate, say),
          { label: formWords.shown, value: <span className="hash">{release.shown}</span> },
        ]}
      />
    </section>
  );
}

type Move = ShownReleaseView['moves'][number];

function Who({ id, move }: { readonly id: string; readonly move: Move['move'] }) {
  const say = useSay();
  const { data: session } = useSession();
  const own = typeof session === 'object' && session.account.id === id;
  return (
    <>
      {whoOf(say, move)}
      {own && `（${say(formWords.you)}）`}
    </>
  );
}

/** In which role something is done; people of other offices are not named to each other. */
function whoOf(say: Say, move: Move['move']): string {
  if (move === 'void') return say(formWords.system);
  const isApprovers = move === 'approve' || move === 'reject';
  return say(roleWords[isApprovers ? 'finance-approver' : 'finance-reviewer']);
}

function Moves({ release: { id, moves } }: { readonly release: ShownReleaseView }) {
  const say = useSay();
  const columns: readonly Column<Move>[] = [
    { title: say(formWords.at), cell: ({ at }) => minuteOf(at) },
    { title: say(formWords.what), cell: ({ move }) => say(releaseMoveWords[move]) },
    { title: say(formWords.by), cell: ({ move }) => whoOf(say, move) },
    { title: say(moneyWords.document), cell: ({ document }) => document },
    { title: say(moneyWords.returned), cell: ({ returned }) => figure(returned) },
    { title: say(formWords.opinion), cell: ({ opinion }) => opinion },
  ];
  return (
    <section className="sheet">
      <h2>{say(words.moves)}</h2>
      <div className="table-tools">
        <ExportTable
          name={`${say(words.title)} ${id.slice(0, 8)}`}
          columns={columns}
          rows={moves}
        />
      </div>
      <WideTable label={say(words.moves)}>
        <Table<Move>
          size="small"
          rowKey={({ move, at }) => `${at} ${move}`}
          dataSource={moves}
          pagination={false}
          columns={[
            {
              title: say(formWords.at),
              className: 'figures',
              render: (_, { at }) => minuteOf(at),
            },
            { title: say(formWords.what), render: (_, { move }) => say(releaseMoveWords[move]) },
            {
              title: say(formWords.by),
              render: (_, { who, move }) => <Who id={who} move={move} />,
            },
            { title: say(moneyWords.document), render: (_, { document }) => document ?? '—' },
            { title: say(formWords.opinion), render: (_, { opinion }) => opinion ?? '—' },
          ]}
        />
      </WideTable>
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Segmented, Table } from 'antd';
import { doneView, waitingView } from '#contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import { read, readAll } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { minuteOf } from '../desk/report-files.js';
import { moveWords, stateWords } from '../desk/words.js';
import { PageHead } from '../frame/page-head.js';
import { useSay, type Say } from '../language/language.js';
import { emptyText } from '../look/empty-text.js';
import { Mark } from '../look/status-mark.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { reviewWords as words } from './words.js';

const waitingItem = waitingView.shape.items.element;
const doneItem = doneView.shape.items.element;
type Waiting = z.infer<typeof waitingItem>;
type Done = z.infer<typeof doneItem>;

/** What waits for a reviewer (待办), and what the reviewer has done (已办), each with its count. */
export default function InboxPage() {
  const say = useSay();
  const [view, setView] = useState<'waiting' | 'done'>('waiting');
  const waiting = useQuery({
    queryKey: ['inbox', 'waiting'],
    queryFn: () => read('/api/inbox/waiting?limit=500', waitingView),
  });
  const done = useQuery({
    queryKey: ['inbox', 'done'],
    queryFn: () => read('/api/inbox/done?limit=500', doneView),
  });
  const subject = (each: Waiting | Done) => (
    <Link to={`/review/${each.programme}/${each.code}/${each.year}`}>{each.name}</Link>
  );
  return (
    <>
      <PageHead title={say(words.inbox)} lead={say(words.lead)}>
        <Segmented
          aria-label={say(words.inbox)}
          value={view}
          onChange={setView}
          options={[
            { value: 'waiting', label: say(words.waiting)(waiting.data?.total ?? '—') },
            { value: 'done', label: say(words.done)(done.data?.total ?? '—') },
          ]}
        />
      </PageHead>
      <FailureNotice error={waiting.error ?? done.error} />
      <section className="sheet">
        <div className="table-tools">
          {view === 'waiting' ? (
            <ExportTable
              name={say(words.inbox)}
              columns={waitingColumns(say)}
              rows={() => readAll(['inbox', 'waiting'], waitingItem)}
            />
          ) : (
            <ExportTable
              name={say(words.doneTable)}
              columns={doneColumns(say)}
              rows={() => readAll(['inbox', 'done'], doneItem)}
            />
          )}
        </div>
        {view === 'waiting' ? (
          <Table<Waiting>
            size="small"
            rowKey={({ programme, code, year }) => `${programme} ${code} ${year}`}
            dataSource={waiting.data?.items ?? []}
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: emptyText(waiting.data, say(words.nothing)) }}
            columns={[
              { title: say(words.subject), render: (_, each) => subject(each) },
              { title: say(words.year), dataIndex: 'year', className: 'figures' },
              { title: say(words.state), render: (_, each) => <StateMark state={each.state} /> },
              { title: say(words.round), dataIndex: 'round', className: 'figures' },
              {
                ...{ title: say(words.since), className: 'figures' },
                render: (_, { since }) => (since === null ? '—' : minuteOf(since)),
              },
            ]}
          />
        ) : (
          <Table<Done>
            size="small"
            rowKey="id"
            dataSource={done.data?.items ?? []}
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: emptyText(done.data, say(words.noneDone)) }}
            columns={[
              { title: say(words.subject), render: (_, each) => subject(each) },
              { title: say(words.year), dataIndex: 'year', className: 'figures' },
              { title: say(words.move), render: (_, { move }) => say(moveWords[move]) },
              {
                ...{ title: say(words.at), className: 'figures' },
                render: (_, { at }) => minuteOf(at),
              },
              { title: say(words.opinion), dataIndex: 'opinion' },
            ]}
          />
        )}
      </section>
    </>
  );
}

function StateMark({ state }: { readonly state: Waiting['state'] }) {
  const say = useSay();
  const { tone, ...said } = stateWords[state];
  return <Mark tone={tone}>{say(said)}</Mark>;
}

function waitingColumns(say: Say): readonly Column<Waiting>[] {
  return [
    { title: say(words.code), cell: ({ code }) => code },
    { title: say(words.subject), cell: ({ name }) => name },
    { title: say(words.year), cell: ({ year }) => figure(year) },
    { title: say(words.state), cell: ({ state }) => say(stateWords[state]) },
    { title: say(words.round), cell: ({ round }) => figure(round) },
    { title: say(words.since), cell: ({ since }) => since && minuteOf(since) },
  ];
}

function doneColumns(say: Say): readonly Column<Done>[] {
  return [
    { title: say(words.code), cell: ({ code }) => code },
    { title: say(words.subject), cell: ({ name }) => name },
    { title: say(words.year), cell: ({ year }) => figure(year) },
    { title: say(words.move), cell: ({ move }) => say(moveWords[move]) },
    { title: say(words.at), cell: ({ at }) => minuteOf(at) },
    { title: say(words.opinion), cell: ({ opinion }) => opinion },
  ];
}

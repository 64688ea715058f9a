import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { healthView, jobsView, settingsView } from '#contracts';
import { address, glance, read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { minuteOf } from '../desk/report-files.js';
import { PageHead } from '../frame/page-head.js';
import { useSay } from '../language/language.js';
import { emptyText } from '../look/empty-text.js';
import { Mark } from '../look/status-mark.js';
import { whileAttended } from '../session/session.js';
import { ExportTable } from '../tables/export-table.js';
import { figure } from '../tables/table.js';
import { adminWords as words } from './words.js';
import { scrolled } from '../look/scrolled.js';
import './administration.css';

/** How often the page looks again, in milliseconds. */
const interval = 10_000;
const states = ['waiting', 'running', 'succeeded', 'failed'] as const;

/** Whether the service works, what became of its jobs, and the settings that it runs by. */
export default function OperationPage() {
  const say = useSay();
  return (
    <>
      <PageHead title={say(words.operation)} lead={say(words.operationLead)} />
      <Health />
      <Jobs />
      <Settings />
    </>
  );
}

function Health() {
  const say = useSay();
  const { data, error } = useQuery({
    ...{ queryKey: ['health'], refetchInterval: () => whileAttended(interval) },
    queryFn: () => glance('/health/ready', healthView),
  });
  return (
    <section className="sheet" aria-live="polite">
      <h2>{say(words.health)}</h2>
      <FailureNotice error={error} />
      {data && !error && <Mark tone="good">{say(words.healthy)}</Mark>}
    </section>
  );
}

function Jobs() {
  const say = useSay();
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    ...{ queryKey: ['jobs'], initialPageParam: 0 },
    refetchInterval: () => whileAttended(interval),
    queryFn: ({ pageParam: from }) => glance(address(['jobs'], { limit: 100, from }), jobsView),
    getNextPageParam: ({ next }) => next,
  });
  const counts = data?.pages[0]?.counts;
  const failed = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="sheet">
      <h2>{say(words.jobs)}</h2>
      <FailureNotice error={error} />
      {counts && (
        <dl className="job-counts">
          {states.map((state) => (
            <div key={state}>
              <dt>{say(words[state])}</dt>
              <dd className="figures">{counts[state]}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="page-head">
        <h3>{say(words.setAside)}</h3>
        <ExportTable
          name={say(words.setAside)}
          rows={failed}
          columns={[
            { title: say(words.job), cell: ({ job }) => job },
            { title: say(words.attempts), cell: ({ attempts }) => figure(attempts) },
            { title: say(words.reason), cell: ({ reason }) => reason },
            { title: say(words.finished), cell: ({ finishedAt }) => finishedAt },
          ]}
        />
      </div>
      <Table<(typeof failed)[number]>
        size="small"
        rowKey="number"
        dataSource={failed}
        pagination={false}
        {...(failed.length > 0 ? scrolled : { showHeader: false })}
        locale={{ emptyText: emptyText(data, say(words.noneAside)) }}
        columns={[
          { title: say(words.job), dataIndex: 'job' },
          {
            ...{ title: say(words.attempts), align: 'right', className: 'figures' },
            dataIndex: 'attempts',
          },
          { title: say(words.reason), dataIndex: 'reason' },
          {
            ...{ title: say(words.finished), className: 'figures' },
            render: (_, { finishedAt }) => (finishedAt === null ? '—' : minuteOf(finishedAt)),
          },
        ]}
      />
      {hasNextPage && (
        <Button loading={isFetching} onClick={() => void fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </section>
  );
}

function Settings() {
  const say = useSay();
  const { data = [], error } = useQuery({
    ...{ queryKey: ['settings'], staleTime: Infinity },
    queryFn: () => read('/api/settings', settingsView),
  });
  return (
    <section className="sheet">
      <h2>{say(words.settings)}</h2>
      <p className="quiet">{say(words.settingsWhy)}</p>
      <FailureNotice error={error} />
      <table className="cells">
        <thead>
          <tr>
            <th scope="col">{say(words.setting)}</th>
            <th scope="col">{say(words.value)}</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td className="figures">
                {value ?? <span className="quiet">{say(words.unset)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Space, Table } from 'antd';
import { accountView, auditEntryView, auditPageView, type AuditEntryView } from '#contracts';
import { auditAboutWords, auditThingWords, auditWhatWords } from '#wording';
import { useState } from 'react';
import { address, read, readAll } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { PageHead } from '../frame/page-head.js';
import { colon, useSay, type Say } from '../language/language.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { AuditVerification } from './audit-verification.js';
import { auditPageWords as words } from './words.js';
import { emptyText } from '../look/empty-text.js';
import { scrolled } from '../look/scrolled.js';
import './audit.css';

/** Which entries are shown; empty parts leave nothing out. */
interface Filter {
  readonly who: string;
  readonly what: string;
  readonly about: string;
  readonly since: string;
  readonly until: string;
}

const everything: Filter = { ...{ who: '', what: '', about: '', since: '', until: '' } };

/** The record of everything that was done, to filter, save and verify. */
export default function AuditPage() {
  const say = useSay();
  const [filter, setFilter] = useState(everything);
  const asked = Object.fromEntries(
    Object.entries(filter).filter(([, value]: [string, string]) => value !== ''),
  );
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['audit', asked],
    initialPageParam: 0,
    queryFn: ({ pageParam: from }) =>
      read(address(['audit'], { ...asked, limit: 100, from }), auditPageView),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <AuditVerification />
      <section className="sheet">
        <Filters filter={filter} change={setFilter} />
        <FailureNotice error={error} />
        <div className="table-tools">
          <ExportTable
            name={say(words.title)}
            columns={exportedColumns(say)}
            rows={() => readAll(['audit'], auditEntryView, asked)}
          />
        </div>
        <Table<AuditEntryView>
          size="small"
          rowKey="number"
          dataSource={data?.pages.flatMap(({ items }) => items) ?? []}
          loading={isFetching}
          pagination={false}
          {...scrolled}
          locale={{ emptyText: emptyText(data, say(words.nothing)) }}
          columns={[
            {
              ...{ title: say(words.number), align: 'right', className: 'figures' },
              dataIndex: 'number',
            },
            {
              ...{ title: say(words.when), className: 'figures' },
              render: (_, { at }) => secondOf(at),
            },
            { title: say(words.who), render: (_, entry) => whoWords(entry, say) },
            { title: say(words.what), render: (_, { what }) => whatWords(what, say) },
            {
              ...{ title: say(words.about), className: 'audit-about' },
              render: (_, { about }) => aboutWords(about, say),
            },
            {
              ...{ title: say(words.link), align: 'right', className: 'figures' },
              dataIndex: 'link',
            },
          ]}
        />
        {hasNextPage && (
          <Button loading={isFetching} onClick={() => void fetchNextPage()}>
            {say(words.more)}
          </Button>
        )}
      </section>
    </>
  );
}

function Filters({
  filter,
  change,
}: {
  readonly filter: Filter;
  readonly change: (filter: Filter) => void;
}) {
  const say = useSay();
  const { data: accounts } = useQuery({
    queryKey: ['accounts'],
    queryFn: () => readAll(['accounts'], accountView),
  });
  return (
    <div className="filters">
      <Select
        aria-label={say(words.who)}
        value={filter.who}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(who) => change({ ...filter, who })}
        options={[
          { value: '', label: say(words.anybody) },
          { value: 'system', label: say(words.system) },
          ...(accounts?.map(({ id, name, organisation }) => ({
            ...{ value: id, label: `${name}（${organisation}）` },
          })) ?? []),
        ]}
      />
      <Select
        aria-label={say(words.what)}
        value={filter.what}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(what) => change({ ...filter, what })}
        options={[
          { value: '', label: say(words.anything) },
          ...Object.entries(auditWhatWords).map(([value, said]) => ({ value, label: say(said) })),
        ]}
      />
      <Input.Search
        aria-label={say(words.about)}
        placeholder={say(words.aboutHint)}
        onSearch={(about) => change({ ...filter, about: about.trim() })}
      />
      <Space wrap>
        {(['since', 'until'] as const).map((end) => (
          <label key={end}>
            <span className="quiet">{say(words[end])}</span>
            <input
              type="date"
              value={filter[end]}
              onChange={({ target }) => change({ ...filter, [end]: target.value })}
            />
          </label>
        ))}
      </Space>
    </div>
  );
}

function exportedColumns(say: Say): readonly Column<AuditEntryView>[] {
  return [
    { title: say(words.number), cell: ({ number }) => figure(number) },
    { title: say(words.when), cell: ({ at }) => at },
    { title: say(words.who), cell: (entry) => whoWords(entry, say) },
    { title: say(words.what), cell: ({ what }) => whatWords(what, say) },
    { title: say(words.about), cell: ({ about }) => aboutWords(about, say) },
    { title: say(words.link), cell: ({ link }) => figure(link) },
  ];
}

/** A moment to the second, as it is read in Beijing. */
function secondOf(moment: string): string {
  return moment.slice(0, 19).replace('T', ' ');
}

function whoWords({ who, name }: AuditEntryView, say: Say): string {
  return who === 'system' ? say(words.system) : (name ?? who);
}

const isWhat = (what: string): what is keyof typeof auditWhatWords =>
  Object.hasOwn(auditWhatWords, what);

/** As it is kept where no version of the product knows it. */
function whatWords(what: string, say: Say): string {
  return isWhat(what) ? say(auditWhatWords[what]) : what;
}

function aboutWords(about: AuditEntryView['about'], say: Say): string {
  return Object.entries(about)
    .map(([name, thing]) => {
      const known = auditAboutWords[name];
      return `${known ? say(known) : name}${say(colon)}${say(auditThingWords(name, thing))}`;
    })
    .join(say({ zh: '；', en: '; ' }));
}

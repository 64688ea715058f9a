import { Table } from 'antd';
import type { ConclusionView, MoneyEntryView, ReleaseView } from '#contracts';
import { grouped } from '#wording';
import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { FailureNotice } from '../api/failure-notice.js';
import type { Place } from '../desk/place.js';
import { minuteOf } from '../desk/report-files.js';
import { useSay } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { WideTable } from '../tables/wide-table.js';
import { correctionAddress, moneyAddress } from './place.js';
import { isInForce, useConclusions, useEntries, useReleases } from './queries.js';
import { moneyWords as words, releaseStateWords } from './words.js';

/** A table of its own under a title, with its export. */
function Listed<T extends { readonly id: string }>({
  place,
  title,
  error,
  rows,
  saved,
  columns,
  empty,
}: {
  readonly place: Place;
  readonly title: string;
  readonly error: unknown;
  readonly rows: readonly T[] | undefined;
  readonly saved: readonly Column<T>[];
  readonly columns: NonNullable<ComponentProps<typeof Table<T>>['columns']>;
  readonly empty: string;
}) {
  const isEmpty = rows?.length === 0;
  return (
    <section className="sheet" aria-label={title}>
      <h2>{title}</h2>
      <FailureNotice error={error} />
      {isEmpty && <p className="quiet">{empty}</p>}
      {rows && !isEmpty && (
        <>
          <div className="table-tools">
            <ExportTable name={`${place.code} ${title}`} columns={saved} rows={rows} />
          </div>
          <WideTable label={title}>
            <Table<T>
              size="small"
              rowKey="id"
              dataSource={[...rows]}
              pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
              columns={columns}
            />
          </WideTable>
        </>
      )}
    </section>
  );
}

const figures = { align: 'right', className: 'figures' } as const;

/** The releases, the latest first. */
export function ReleasesTable({ place }: { readonly place: Place }) {
  const say = useSay();
  const { data, error } = useReleases(place);
  return (
    <Listed<ReleaseView>
      {...{ place, error, title: say(words.releases), empty: say(words.noReleases) }}
      rows={data?.toReversed()}
      saved={[
        { title: say(words.year), cell: ({ year }) => figure(year) },
        { title: say(words.amountWan), cell: ({ amount }) => figure(amount) },
        { title: say(words.returned), cell: ({ returned }) => figure(returned) },
        { title: say(words.state), cell: ({ state }) => say(releaseStateWords[state]) },
        { title: say(words.proposedAt), cell: ({ proposedAt }) => minuteOf(proposedAt) },
      ]}
      columns={[
        { title: say(words.year), dataIndex: 'year', className: 'figures' },
        {
          ...{ ...figures, title: say(words.amountWan) },
          render: (_, { amount }) => grouped(amount),
        },
        {
          ...{ ...figures, title: say(words.returned) },
          render: (_, { returned }) => (returned === '0' ? '—' : grouped(returned)),
        },
        {
          title: say(words.state),
          render: (_, { state }) => {
            const { tone, ...said } = releaseStateWords[state];
            return <Mark tone={tone}>{say(said)}</Mark>;
          },
        },
        {
          ...{ title: say(words.proposedAt), className: 'figures' },
          render: (_, { proposedAt }) => minuteOf(proposedAt),
        },
        {
          title: '',
          render: (_, { id, year, amount }) => (
            <Link
              to={moneyAddress({ ...place, year }, 'releases', id)}
              aria-label={`${say(words.open)} ${grouped(amount)} ${say(words.wanYuan)}`}
            >
              {say(words.open)}
            </Link>
          ),
        },
      ]}
    />
  );
}

/** What was awarded and paid first, with what was corrected since. */
export function EntriesTable({
  place,
  areCorrected,
}: {
  readonly place: Place;
  /** Whether the reader is one who corrects them. */
  readonly areCorrected: boolean;
}) {
  const say = useSay();
  const { data = [], error, isSuccess } = useEntries(place);
  const { data: conclusions } = useConclusions(place);
  // What went out before any assessment is settled with it.
  const mayChange = ({ kind }: MoneyEntryView) =>
    kind === 'award' || !place.programme.money.firstPayment || conclusions?.length === 0;
  const standing = (each: MoneyEntryView) =>
    say(isInForce(data, each) ? words.inForce : words.corrected);
  return (
    <Listed<MoneyEntryView>
      {...{ place, error, title: say(words.ledger), empty: say(words.noEntries) }}
      rows={isSuccess ? data : undefined}
      saved={[
        { title: say(words.recordedAt), cell: ({ recordedAt }) => minuteOf(recordedAt) },
        { title: say(words.kind), cell: ({ kind }) => say(words.kinds[kind]) },
        { title: say(words.amountWan), cell: ({ amount }) => figure(amount) },
        { title: say(words.document), cell: ({ document }) => document },
        { title: say(words.state), cell: standing },
      ]}
      columns={[
        {
          ...{ title: say(words.recordedAt), className: 'figures' },
          render: (_, { recordedAt }) => minuteOf(recordedAt),
        },
        { title: say(words.kind), render: (_, { kind }) => say(words.kinds[kind]) },
        {
          ...{ ...figures, title: say(words.amountWan) },
          render: (_, { amount }) => grouped(amount),
        },
        { title: say(words.document), dataIndex: 'document' },
        { title: say(words.state), render: (_, each) => standing(each) },
        ...(areCorrected
          ? [
              {
                title: '',
                render: (_: unknown, each: MoneyEntryView) =>
                  isInForce(data, each) &&
                  mayChange(each) && (
                    <Link
                      to={correctionAddress(place, each.id)}
                      aria-label={`${say(words.correct)} ${say(words.kinds[each.kind])} ${each.document}`}
                    >
                      {say(words.correct)}
                    </Link>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What the two ministries concluded, with what was corrected since. */
export function ConclusionsTable({ place }: { readonly place: Place }) {
  const say = useSay();
  const { data = [], error, isSuccess } = useConclusions(place);
  const standing = (each: ConclusionView) =>
    say(isInForce(data, each) ? words.inForce : words.corrected);
  return (
    <Listed<ConclusionView>
      {...{ place, error, title: say(words.conclusions), empty: say(words.noConclusions) }}
      rows={isSuccess ? data : undefined}
      saved={[
        { title: say(words.year), cell: ({ year }) => figure(year) },
        { title: say(words.result), cell: ({ result }) => say(words.results[result]) },
        { title: say(words.document), cell: ({ document }) => document },
        { title: say(words.date), cell: ({ date }) => date },
        { title: say(words.state), cell: standing },
      ]}
      columns={[
        { title: say(words.year), dataIndex: 'year', className: 'figures' },
        {
          title: say(words.result),
          render: (_, { result }) => {
            const { tone, ...said } = words.results[result];
            return <Mark tone={tone}>{say(said)}</Mark>;
          },
        },
        { title: say(words.document), dataIndex: 'document' },
        { title: say(words.date), dataIndex: 'date', className: 'figures' },
        { title: say(words.state), render: (_, each) => standing(each) },
      ]}
    />
  );
}

import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Segmented, Table } from 'antd';
import { problemView, type ProblemView, type ReportView } from '#contracts';
import { useEffect, useState } from 'react';
import { readAll } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { colon, useSay, type Say } from '../language/language.js';
import { emptyText } from '../look/empty-text.js';
import { Mark } from '../look/status-mark.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { problemParts, type Place } from './place.js';
import { useProblems } from './queries.js';
import { deskWords as words } from './words.js';

const tones = { error: 'bad', warning: 'unsure', notice: 'quiet' } as const;

/** What is wrong in a report, each with its place, which can be taken into the spreadsheet. */
export function ProblemsTable({
  place,
  report,
}: {
  readonly place: Place;
  readonly report: ReportView;
}) {
  const say = useSay();
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useProblems(place, report.id);
  const [severity, setSeverity] = useState<ProblemView['severity'] | 'all'>('all');
  const found = data?.pages.flatMap(({ items }) => items) ?? [];
  const isAsked = (each: ProblemView) => severity === 'all' || each.severity === severity;
  const shown = found.filter(isAsked);
  const counts = report.state.kind === 'accepted' ? report.state.problems : undefined;
  // Problems come in the order of their places: those of one severity may be on any page.
  const isLacking =
    hasNextPage && severity !== 'all' && shown.length < (counts?.[severity] ?? Infinity);
  const isNext = isLacking && !isFetching && !error;
  useEffect(() => {
    if (isNext) void fetchNextPage();
  }, [isNext, fetchNextPage]);
  return (
    <section className="sheet">
      <div className="page-head">
        <h2>{say(words.problemsOf)(report.fileName)}</h2>
        <Segmented
          aria-label={say(words.problems)}
          value={severity}
          onChange={setSeverity}
          options={[
            { value: 'all', label: say(words.all) },
            ...(['error', 'warning', 'notice'] as const).map((value) => ({
              ...{ value, label: `${say(words.severity[value])} ${counts?.[value] ?? ''}` },
            })),
          ]}
        />
      </div>
      <FailureNotice error={error} />
      <div className="table-tools">
        <ExportTable
          name={`${report.fileName} ${say(words.problems)}`}
          columns={exportedColumns(say)}
          rows={async () =>
            (await readAll(problemParts(place, report.id), problemView)).filter(isAsked)
          }
        />
      </div>
      <Table<ProblemView>
        size="small"
        rowKey={(each) => JSON.stringify(each)}
        dataSource={shown}
        loading={isFetching}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{ emptyText: emptyText(isLacking ? undefined : data, say(words.noProblems)) }}
        columns={[
          {
            ...{ title: say(words.place), className: 'problem-place' },
            render: (_, problem) => (
              <>
                <Mark tone={tones[problem.severity]}>{say(words.severity[problem.severity])}</Mark>
                <br />
                <PlaceOf problem={problem} />
              </>
            ),
          },
          {
            title: say(words.what),
            render: (_, { column, message, seen, expected }) => (
              <>
                {column !== undefined && <strong>{column} · </strong>}
                {message}
                {seen !== undefined && (
                  <div className="quiet">
                    {say(words.seen)}
                    {say(colon)}
                    {seen}
                    {expected !== undefined && `　${say(words.expected)}${say(colon)}${expected}`}
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{say(words.more)}</Button>}
    </section>
  );
}

function PlaceOf({ problem: { sheet, row } }: { readonly problem: ProblemView }) {
  const say = useSay();
  const { message } = App.useApp();
  if (sheet === undefined) return '—';
  if (row === undefined) return sheet;
  // Browsers give pages no clipboard over plain HTTP.
  if (!isSecureContext) return say(words.row)(sheet, row);
  const reference = `'${sheet.replaceAll("'", "''")}'!${row}:${row}`;
  const copy = async () => {
    await navigator.clipboard.writeText(reference);
    void message.success(say(words.copied));
  };
  return (
    <Button
      size="small"
      type="text"
      icon={<CopyOutlined />}
      iconPlacement="end"
      title={say(words.copy)}
      onClick={() => void copy()}
    >
      {say(words.row)(sheet, row)}
    </Button>
  );
}

function exportedColumns(say: Say): readonly Column<ProblemView>[] {
  return [
    { title: say(words.severityTitle), cell: ({ severity }) => say(words.severity[severity]) },
    { title: say(words.sheet), cell: ({ sheet }) => sheet ?? null },
    { title: say(words.rowNumber), cell: ({ row }) => figure(row) },
    { title: say(words.column), cell: ({ column }) => column ?? null },
    { title: say(words.what), cell: ({ message }) => message },
    { title: say(words.seen), cell: ({ seen }) => seen ?? null },
    { title: say(words.expected), cell: ({ expected }) => expected ?? null },
  ];
}

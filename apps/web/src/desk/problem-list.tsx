import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Segmented, Table } from 'antd';
import type { ProblemView } from '#contracts';
import { useEffect, useState } from 'react';
import { FailureNotice } from '../api/failure-notice.js';
import { colon, useSay, type Say } from '../language/language.js';
import { emptyText } from '../look/empty-text.js';
import { Mark } from '../look/status-mark.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { deskWords as words } from './words.js';

const severities = ['error', 'warning', 'notice'] as const;
const tones = { error: 'bad', warning: 'unsure', notice: 'quiet' } as const;

/** Problems, each with its place, which can be taken into the spreadsheet. */
export function ProblemList({
  title,
  found,
  counts,
  all,
  isAcrossFiles = false,
  reading,
}: {
  readonly title: string;
  /** Those read so far, in the order of their places; undefined before any were. */
  readonly found: readonly ProblemView[] | undefined;
  readonly counts: Readonly<Record<ProblemView['severity'], number>> | undefined;
  /** Every one, or what reads them. */
  readonly all: readonly ProblemView[] | (() => Promise<readonly ProblemView[]>);
  /** Whether each has to say which file it is in. */
  readonly isAcrossFiles?: boolean;
  /** How the rest is read, where not all are there at once. */
  readonly reading?: {
    readonly error: unknown;
    readonly isFetching: boolean;
    readonly hasMore: boolean;
    readonly readMore: () => unknown;
  };
}) {
  const say = useSay();
  const [asked, ask] = useState<ProblemView['severity'] | 'all'>('all');
  const isAsked = (each: ProblemView) => asked === 'all' || each.severity === asked;
  const shown = (found ?? []).filter(isAsked);
  const { error, isFetching = false, hasMore = false, readMore } = reading ?? {};
  // Those of one severity may be on any page.
  const isLacking = hasMore && asked !== 'all' && shown.length < (counts?.[asked] ?? Infinity);
  const isNext = isLacking && !isFetching && !error;
  useEffect(() => {
    if (isNext) void readMore?.();
  }, [isNext, readMore]);
  return (
    <section className="sheet">
      <div className="page-head">
        <h2>{title}</h2>
        <Segmented
          aria-label={title}
          value={asked}
          onChange={ask}
          options={[
            { value: 'all', label: say(words.all) },
            ...severities.map((value) => ({
              ...{ value, label: `${say(words.severity[value])} ${counts?.[value] ?? ''}` },
            })),
          ]}
        />
      </div>
      <FailureNotice error={error} />
      <div className="table-tools">
        <ExportTable
          name={title}
          columns={exportedColumns(say)}
          rows={
            typeof all === 'function'
              ? async () => (await all()).filter(isAsked)
              : all.filter(isAsked)
          }
        />
      </div>
      <Table<ProblemView>
        size="small"
        rowKey={(each) => JSON.stringify(each)}
        dataSource={shown}
        loading={isFetching}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{ emptyText: emptyText(isLacking ? undefined : found, say(words.noProblems)) }}
        columns={[
          {
            ...{ title: say(words.place), className: 'problem-place' },
            render: (_, problem) => (
              <>
                <Mark tone={tones[problem.severity]}>{say(words.severity[problem.severity])}</Mark>
                <br />
                <PlaceOf problem={problem} />
                {isAcrossFiles && problem.sheet !== undefined && (
                  <div className="quiet">{problem.file}</div>
                )}
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
      {hasMore && <Button onClick={() => void readMore?.()}>{say(words.more)}</Button>}
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
    { title: say(words.file), cell: ({ file }) => file },
    { title: say(words.sheet), cell: ({ sheet }) => sheet ?? null },
    { title: say(words.rowNumber), cell: ({ row }) => figure(row) },
    { title: say(words.column), cell: ({ column }) => column ?? null },
    { title: say(words.what), cell: ({ message }) => message },
    { title: say(words.seen), cell: ({ seen }) => seen ?? null },
    { title: say(words.expected), cell: ({ expected }) => expected ?? null },
  ];
}

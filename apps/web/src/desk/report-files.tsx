import { DownloadOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import type { ReportView } from '#contracts';
import { grouped } from '#wording';
import { address } from '../api/client.js';
import { colon, useSay, type Say } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { subjectParts, type Place } from './place.js';
import { useReports } from './queries.js';
import { deskWords as words } from './words.js';
import { scrolled } from '../look/scrolled.js';

/** The files of a year's report, with those that were refused lately. */
export function ReportFiles({
  place,
  files,
  shown,
  show,
}: {
  readonly place: Place;
  readonly files: readonly ReportView[];
  readonly shown: string | undefined;
  readonly show: (report: string) => void;
}) {
  const say = useSay();
  const { data: all } = useReports(place);
  const [latest] = all?.items ?? [];
  const refused = latest && !files.some(({ id }) => id === latest.id) && failed(latest);
  return (
    <section className="sheet">
      <h2>{say(words.files)}</h2>
      {files.length > 0 && (
        <div className="table-tools">
          <ExportTable
            name={`${place.code} ${place.year} ${say(words.files)}`}
            columns={exportedColumns(say)}
            rows={files}
          />
        </div>
      )}
      {refused && (
        <p>
          <Mark tone="bad">{say(words.stages[refused.kind])}</Mark> {latest.fileName}
          {say(colon)}
          {refused.message}
        </p>
      )}
      <Table<ReportView>
        size="small"
        rowKey="id"
        dataSource={[...files]}
        pagination={false}
        locale={{ emptyText: say(words.noFiles) }}
        {...(files.length > 0 ? scrolled : { showHeader: false })}
        columns={[
          {
            title: say(words.file),
            render: (_, { id, fileName }) =>
              files.length > 1 ? (
                <Button type="link" aria-pressed={id === shown} onClick={() => show(id)}>
                  {fileName}
                </Button>
              ) : (
                fileName
              ),
          },
          { title: say(words.received), render: (_, { receivedAt }) => minuteOf(receivedAt) },
          {
            ...{ title: say(words.rows), align: 'right', className: 'figures' },
            render: (_, { state }) =>
              state.kind === 'accepted' ? grouped(String(state.rows.accepted)) : '—',
          },
          {
            ...{ title: say(words.rejected), align: 'right', className: 'figures' },
            render: (_, { state }) => (state.kind === 'accepted' ? state.rows.rejected : '—'),
          },
          {
            title: say(words.marked),
            render: (_, { id, fileName, state }) =>
              state.kind === 'accepted' &&
              fileName.toLowerCase().endsWith('.xlsx') && (
                <Button
                  size="small"
                  icon={<DownloadOutlined />}
                  title={say(words.markedWhy)}
                  href={address([...subjectParts(place), 'reports', id, 'marked-copy'])}
                >
                  {say(words.markedDownload)}
                </Button>
              ),
          },
        ]}
      />
    </section>
  );
}

function failed({ state }: ReportView) {
  return state.kind === 'refused' || state.kind === 'set-aside' ? state : undefined;
}

/** A moment to the minute, as it is read in Beijing. */
export function minuteOf(moment: string): string {
  return moment.slice(0, 16).replace('T', ' ');
}

function exportedColumns(say: Say): readonly Column<ReportView>[] {
  const rows = ({ state }: ReportView) => (state.kind === 'accepted' ? state.rows : undefined);
  return [
    { title: say(words.file), cell: ({ fileName }) => fileName },
    { title: say(words.received), cell: ({ receivedAt }) => minuteOf(receivedAt) },
    { title: say(words.rows), cell: (report) => figure(rows(report)?.accepted) },
    { title: say(words.rejected), cell: (report) => figure(rows(report)?.rejected) },
  ];
}

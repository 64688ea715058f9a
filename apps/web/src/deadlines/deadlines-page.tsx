import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { deadlineView, type DeadlineView } from '#contracts';
import type { Programme } from '#engine';
import { findProgramme, programmes } from '#rulebook';
import { useParams } from 'react-router';
import { z } from 'zod';
import { address, read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { minuteOf } from '../desk/report-files.js';
import { stepWords } from '../desk/words.js';
import { ProgrammeChoice } from '../frame/choices.js';
import { PageHead } from '../frame/page-head.js';
import { useSay, type Say } from '../language/language.js';
import { emptyText } from '../look/empty-text.js';
import { Mark } from '../look/status-mark.js';
import { useMayRecordDeadlines } from './may-record.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { DeadlineForm } from './deadline-form.js';
import { Holidays } from './holidays.js';
import { deadlinesPageWords as words } from './words.js';
import { scrolled } from '../look/scrolled.js';

/** All deadlines of a programme; who reviews the whole nation records them. */
export default function DeadlinesPage() {
  const { programme: id = programmes[0]?.id ?? '' } = useParams();
  const programme = findProgramme(id);
  return programme ? <Deadlines key={id} programme={programme} /> : <NoSuchPlace />;
}

function Deadlines({ programme }: { readonly programme: Programme }) {
  const say = useSay();
  const mayRecord = useMayRecordDeadlines();
  const { data, error } = useQuery({
    queryKey: ['deadlines', programme.id],
    queryFn: () => read(address(['programmes', programme.id, 'deadlines']), z.array(deadlineView)),
  });
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)}>
        <ProgrammeChoice programme={programme} to={(each) => `/deadlines/${each}`} />
      </PageHead>
      <section className="sheet">
        <FailureNotice error={error} />
        <div className="table-tools">
          <ExportTable name={say(words.title)} columns={exportedColumns(say)} rows={data ?? []} />
        </div>
        <Table<DeadlineView>
          size="small"
          rowKey="id"
          dataSource={[...(data ?? [])]}
          pagination={false}
          {...(data && data.length > 0 ? scrolled : { showHeader: false })}
          locale={{ emptyText: emptyText(data, say(words.none)) }}
          columns={[
            { title: say(words.year), dataIndex: 'year', className: 'figures' },
            { title: say(words.step), render: (_, { step }) => say(stepWords[step]) },
            { title: say(words.due), dataIndex: 'due', className: 'figures' },
            { title: say(words.remind), dataIndex: 'remindFrom', className: 'figures' },
            { title: say(words.document), dataIndex: 'document' },
            {
              title: say(words.state),
              render: (_, { inForce }) => (
                <Mark tone={inForce ? 'good' : 'quiet'}>
                  {say(inForce ? words.inForce : words.replaced)}
                </Mark>
              ),
            },
            {
              ...{ title: say(words.recorded), className: 'figures' },
              render: (_, { recordedAt }) => minuteOf(recordedAt),
            },
          ]}
        />
      </section>
      {mayRecord && data && <DeadlineForm programme={programme} known={data} />}
      <Holidays />
    </>
  );
}

function exportedColumns(say: Say): readonly Column<DeadlineView>[] {
  return [
    { title: say(words.year), cell: ({ year }) => figure(year) },
    { title: say(words.step), cell: ({ step }) => say(stepWords[step]) },
    { title: say(words.due), cell: ({ due }) => due },
    { title: say(words.document), cell: ({ document }) => document },
    {
      title: say(words.state),
      cell: ({ inForce }) => say(inForce ? words.inForce : words.replaced),
    },
    { title: say(words.recorded), cell: ({ recordedAt }) => minuteOf(recordedAt) },
  ];
}

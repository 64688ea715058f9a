import { Segmented, Space, Spin, Table } from 'antd';
import type { MoneyLineView } from '#contracts';
import type { Programme } from '#engine';
import { findProgramme, programmes } from '#rulebook';
import { grouped } from '#wording';
import { useMemo, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { FailureNotice } from '../api/failure-notice.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { ProgrammeChoice, YearChoice } from '../frame/choices.js';
import { PageHead } from '../frame/page-head.js';
import { useSay, type Say } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { WideTable } from '../tables/wide-table.js';
import { gateSentence } from './gate-sentence.js';
import { MoneyParts } from './money-parts.js';
import { moneyAddress } from './place.js';
import { partsOf, releasableNow, totalOf } from './position.js';
import { useMoneyLines } from './queries.js';
import { moneyWords as words, releaseStateWords } from './words.js';
import './money.css';

/** Where the money of all subjects of a programme stands. */
export default function MoneyDeskPage() {
  const { programme: id = programmes[0]?.id ?? '' } = useParams();
  const [query] = useSearchParams();
  const programme = findProgramme(id);
  const year = Number(query.get('year') ?? programme?.years.at(-1));
  return programme?.years.includes(year) ? (
    <Desk key={`${id} ${year}`} programme={programme} year={year} />
  ) : (
    <NoSuchPlace />
  );
}

const views = {
  all: () => true,
  open: ({ gate }: MoneyLineView) => gate.opensMoney,
  waiting: ({ open }: MoneyLineView) => open?.state === 'proposed',
  approved: ({ open }: MoneyLineView) => open?.state === 'approved',
} as const;

function Desk({ programme, year }: { readonly programme: Programme; readonly year: number }) {
  const say = useSay();
  const { data: lines, error } = useMoneyLines(programme.id, year);
  const [view, setView] = useState<keyof typeof views>('all');
  const parts = useMemo(() => {
    const total = totalOf((lines ?? []).map(({ gate }) => gate));
    return partsOf(total, total.releasable);
  }, [lines]);
  const shown = lines?.filter(views[view]) ?? [];
  return (
    <>
      <PageHead title={say(words.desk)} lead={say(words.deskLead)}>
        <Space wrap>
          <ProgrammeChoice programme={programme} to={(each) => `/money/${each}`} />
          <YearChoice
            {...{ programme, year }}
            to={(each) => `/money/${programme.id}?year=${each}`}
          />
        </Space>
      </PageHead>
      <FailureNotice error={error} />
      <div className="page-head">
        <Segmented
          aria-label={say(words.standing)}
          value={view}
          onChange={setView}
          options={(['all', 'open', 'waiting', 'approved'] as const).map((value) => ({
            ...{
              value,
              label: `${say(words.views[value])} ${lines?.filter(views[value]).length ?? ''}`,
            },
          }))}
        />
      </div>
      {lines ? (
        <>
          <section className="sheet" aria-label={say(words.desk)}>
            <div className="table-tools">
              <span className="quiet unit-of-table">{say(words.inWanYuan)}</span>
              <ExportTable
                name={`${say(words.desk)} ${programme.id} ${year}`}
                columns={exportedColumns(say)}
                rows={shown}
              />
            </div>
            <Lines programme={programme} year={year} lines={shown} />
          </section>
          <MoneyParts name={`${programme.id} ${year}`} parts={parts} />
        </>
      ) : (
        !error && <Spin />
      )}
    </>
  );
}

function Lines({
  programme,
  year,
  lines,
}: {
  readonly programme: Programme;
  readonly year: number;
  readonly lines: readonly MoneyLineView[];
}) {
  const say = useSay();
  const amount = (title: string, of: (line: MoneyLineView) => string | null) => ({
    ...{ title, align: 'right' as const, className: 'figures' },
    render: (_: unknown, line: MoneyLineView) => {
      const value = of(line);
      return value === null ? '—' : grouped(value);
    },
  });
  return (
    <WideTable label={say(words.desk)}>
      <Table<MoneyLineView>
        size="small"
        rowKey="code"
        dataSource={[...lines]}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: say(words.none) }}
        columns={[
          {
            title: say(words.subject),
            render: (_, { code, name }) => (
              <>
                <Link to={moneyAddress({ programme, code, year })}>{name}</Link>
                <div className="quiet figures">{code}</div>
              </>
            ),
          },
          amount(say(words.award), ({ gate }) => gate.money.award),
          amount(say(words.paid), ({ gate }) => gate.money.paid),
          amount(say(words.released), ({ gate }) => gate.money.released),
          amount(say(words.remaining), ({ gate }) => gate.money.remaining),
          {
            ...{ title: say(words.standing), className: 'gate-cell' },
            render: (_, { gate }) => (
              <Mark tone={gate.opensMoney ? 'good' : 'unsure'}>{gateSentence(say, gate)}</Mark>
            ),
          },
          {
            ...{ title: say(words.under), className: 'under-cell' },
            render: (_, { code, open }) =>
              open && (
                <Link to={moneyAddress({ programme, code, year: open.year }, 'releases', open.id)}>
                  {grouped(open.amount)} {say(words.wanYuan)} · {say(releaseStateWords[open.state])}
                </Link>
              ),
          },
        ]}
      />
    </WideTable>
  );
}

function exportedColumns(say: Say): readonly Column<MoneyLineView>[] {
  return [
    { title: say(words.code), cell: ({ code }) => code },
    { title: say(words.subject), cell: ({ name }) => name },
    { title: say(words.award), cell: ({ gate }) => figure(gate.money.award) },
    { title: say(words.paid), cell: ({ gate }) => figure(gate.money.paid) },
    { title: say(words.released), cell: ({ gate }) => figure(gate.money.released) },
    { title: say(words.remaining), cell: ({ gate }) => figure(gate.money.remaining) },
    { title: say(words.releasable), cell: ({ gate }) => figure(releasableNow(gate)) },
    { title: say(words.standing), cell: ({ gate }) => gateSentence(say, gate) },
    { title: say(words.under), cell: ({ open }) => open && say(releaseStateWords[open.state]) },
  ];
}

import { Segmented, Table, Tooltip } from 'antd';
import { paceOf, type DeterminationDocument, type Pace, type VerdictDocument } from '#engine';
import { marginWords, outcomeWords, thresholdWords, valueWords, withUnit } from '#wording';
import { useMemo, useState } from 'react';
import type { Place } from '../desk/place.js';
import { useDetermination, useReports, type Standing } from '../desk/queries.js';
import { useSay, type Say } from '../language/language.js';
import { OutcomeMark } from '../look/status-mark.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { GateLines } from './gate-lines.js';
import { OutcomeCounts } from './outcome-counts.js';
import { StandingBar } from './standing-bar.js';
import { TargetDetails } from './target-details.js';
import { assessmentWords as words } from './words.js';
import { scrolled } from '../look/scrolled.js';
import './assessment.css';

/** All verdicts of a determination; each opens to its clause, formula and rows. */
export function Verdicts({
  place,
  determination,
  standing,
}: {
  readonly place: Place;
  readonly determination: DeterminationDocument;
  readonly standing: Standing;
}) {
  const { programme, year } = place;
  const say = useSay();
  const [view, setView] = useState<'all' | 'attention'>('all');
  const { data: reports } = useReports(place);
  const { data: earlier } = useDetermination({ ...place, year: year - 1 }, standing);
  const paces = useMemo(
    () => paceOf(programme, determination, earlier ?? undefined),
    [programme, determination, earlier],
  );
  const { targets, gate } = determination;
  const shown = view === 'all' ? targets : targets.filter(({ outcome }) => needsAttention(outcome));
  return (
    <>
      <section className="sheet assessment-head">
        <OutcomeCounts targets={targets} />
        <GateLines gate={gate} targets={targets} />
      </section>
      <section className="sheet">
        <div className="page-head">
          <h2>{say({ zh: `${targets.length} 项绩效目标`, en: `${targets.length} targets` })}</h2>
          <Segmented
            aria-label={say(words.outcome)}
            value={view}
            onChange={setView}
            options={(['all', 'attention'] as const).map((value) => ({
              ...{ value, label: say(words[value]) },
            }))}
          />
        </div>
        <div className="table-tools">
          <ExportTable
            name={`${determination.subject.name} ${year} ${say(words.outcome)}`}
            columns={exportedColumns(say)}
            rows={shown}
          />
        </div>
        <Table<VerdictDocument>
          size="small"
          rowKey="id"
          dataSource={[...shown]}
          pagination={false}
          {...scrolled}
          expandable={{
            expandRowByClick: true,
            expandedRowRender: (verdict) => (
              <TargetDetails
                place={place}
                readings={determination.readings}
                verdict={verdict}
                reports={reports?.items ?? []}
              />
            ),
          }}
          columns={[
            {
              title: say(words.target),
              render: (_, { name, nameEn, due }) => (
                <>
                  {say({ zh: name, en: nameEn })}
                  {!due && <span className="not-due">{say(words.notDue)}</span>}
                </>
              ),
            },
            {
              title: say(words.outcome),
              render: (_, { outcome, overall }) => (
                <>
                  <OutcomeMark outcome={outcome} />
                  {overall !== outcome && <span className="not-due">{say(words.unconfirmed)}</span>}
                </>
              ),
            },
            {
              ...{ title: say(words.value), align: 'right', className: 'figures' },
              render: (_, verdict) => say(valueWords(verdict)),
            },
            {
              ...{ title: say(words.standing), width: 160 },
              render: (_, verdict) => <StandingBar verdict={verdict} />,
            },
            {
              ...{ title: say(words.threshold), align: 'right', className: 'figures' },
              render: (_, verdict) =>
                say(verdict.threshold === null ? words.finding : thresholdWords(verdict)),
            },
            {
              ...{ title: say(words.distance), align: 'right', className: 'figures' },
              render: (_, verdict) => say(marginWords(verdict)),
            },
            ...(paces.size > 0
              ? [
                  {
                    title: say(words.pace),
                    render: (_: unknown, { id, unit }: VerdictDocument) => (
                      <PaceOf pace={paces.get(id)} unit={unit} />
                    ),
                  },
                ]
              : []),
          ]}
        />
      </section>
    </>
  );
}

const needsAttention = (outcome: VerdictDocument['outcome']) =>
  outcome === 'not_met' || outcome === 'undetermined';

function PaceOf({ pace, unit }: { readonly pace: Pace | undefined; readonly unit: string | null }) {
  const say = useSay();
  if (!pace) return say(words.noPace);
  const { from, to, value, outcome } = pace;
  return (
    <Tooltip title={say(words.paceFrom)(from, to)}>
      <span className="pace figures" tabIndex={0}>
        {value === null ? '' : say(withUnit(value, unit))} <OutcomeMark outcome={outcome} />
      </span>
    </Tooltip>
  );
}

function exportedColumns(say: Say): readonly Column<VerdictDocument>[] {
  return [
    { title: say(words.target), cell: ({ name, nameEn }) => say({ zh: name, en: nameEn }) },
    { title: say(words.outcome), cell: ({ outcome }) => say(outcomeWords[outcome]) },
    {
      title: say(words.value),
      cell: (verdict) => figure(verdict.value) ?? (verdict.range ? say(valueWords(verdict)) : null),
    },
    { title: say(words.threshold), cell: ({ threshold }) => figure(threshold) },
    { title: say(words.distance), cell: ({ margin }) => figure(margin) },
    { title: say(words.unit), cell: ({ unit }) => unit },
    { title: say(words.clause), cell: ({ clause }) => clause.article },
    { title: say(words.reason), cell: ({ reason, reasonEn }) => say({ zh: reason, en: reasonEn }) },
  ];
}

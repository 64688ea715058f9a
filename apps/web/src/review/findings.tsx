import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { findingView, type FindingView } from '#contracts';
import type { Programme } from '#engine';
import { outcomeWords } from '#wording';
import { readAll } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { subjectParts, type Place } from '../desk/place.js';
import { keyOf } from '../desk/queries.js';
import { minuteOf } from '../desk/report-files.js';
import { colon, useSay, type Say } from '../language/language.js';
import { emptyText } from '../look/empty-text.js';
import { OutcomeMark } from '../look/status-mark.js';
import { useRowFindings } from '../rows/row-finding-form.js';
import { rowWords } from '../rows/words.js';
import { useRole } from '../session/session.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { evidenceWords as words } from './evidence-words.js';
import { FindingForm } from './finding-form.js';
import { scrolled } from '../look/scrolled.js';

/** What was found of a city, target by target and row by row; reviewers add to it. */
export function Findings({ place }: { readonly place: Place }) {
  const say = useSay();
  const role = useRole();
  const { data, error } = useQuery({
    queryKey: keyOf(place, 'findings'),
    queryFn: () => readAll([...subjectParts(place), 'findings'], findingView),
  });
  const { data: ofRows, error: ofRowsError } = useRowFindings(place);
  const columns = columnsOf(place.programme, say);
  const replaced = new Set(data?.map(({ replaces }) => replaces));
  const years = data?.filter(({ year }) => year === place.year) ?? [];
  const rows = ofRows?.filter(({ year }) => year === place.year) ?? [];
  return (
    <>
      <FailureNotice error={error ?? ofRowsError} />
      <div className="table-tools">
        <ExportTable
          name={`${place.code} ${place.year} ${say(words.findingsTab)}`}
          columns={columns}
          rows={years}
        />
      </div>
      <Table<FindingView>
        size="small"
        rowKey="id"
        dataSource={years}
        pagination={false}
        {...scrolled}
        locale={{ emptyText: emptyText(data, say(words.noFindings)) }}
        columns={[
          {
            title: say(words.target),
            render: (_, { target }) => targetName(place.programme, target, say),
          },
          {
            title: say(words.about),
            render: (_, { target, on }) => matterWords(place.programme, target, on, say),
          },
          {
            title: say(words.outcome),
            render: (_, { id, outcome }) => (
              <>
                <OutcomeMark outcome={outcome} />
                {replaced.has(id) && <span className="quiet"> {say(words.corrected)}</span>}
              </>
            ),
          },
          { title: say(words.reason), dataIndex: 'reason' },
          {
            ...{ title: say(words.recordedAt), className: 'figures' },
            render: (_, { recordedAt }) => minuteOf(recordedAt),
          },
        ]}
      />
      {rows.length > 0 && (
        <>
          <h3>{say(words.rowFindings)}</h3>
          <ul>
            {rows.map(({ id, ledger, row, outcome, reason, recordedAt }) => (
              <li key={id}>
                {place.programme.ledgers.find((each) => each.id === ledger)?.sheet}{' '}
                {say(rowWords.row)(row)}
                {say(colon)}
                {say(rowWords[outcome])} · {reason}{' '}
                <span className="quiet figures">{minuteOf(recordedAt)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {role === 'ip-reviewer' && data && place.programme.years.includes(place.year) && (
        <FindingForm place={place} known={data} />
      )}
    </>
  );
}

function columnsOf(programme: Programme, say: Say): readonly Column<FindingView>[] {
  return [
    { title: say(words.year), cell: ({ year }) => figure(year) },
    { title: say(words.target), cell: ({ target }) => targetName(programme, target, say) },
    { title: say(words.about), cell: ({ target, on }) => matterWords(programme, target, on, say) },
    { title: say(words.outcome), cell: ({ outcome }) => say(outcomeWords[outcome]) },
    { title: say(words.reason), cell: ({ reason }) => reason },
    { title: say(words.document), cell: ({ document = null }) => document },
    { title: say(words.recordedAt), cell: ({ recordedAt }) => minuteOf(recordedAt) },
  ];
}

function targetName(programme: Programme, id: string, say: Say): string {
  const target = programme.targets.find((each) => each.id === id);
  return target ? say({ zh: target.name, en: target.nameEn }) : id;
}

/** What a finding decides of a target, in words. */
function matterWords(programme: Programme, targetId: string, on: string, say: Say): string {
  const target = programme.targets.find(({ id }) => id === targetId);
  const matters = target?.kind === 'qualitative' ? target.aspects : target?.confirmations;
  if (on === 'base') return say(words.base);
  if (on === targetId) return say(words.whole);
  return matters?.find(({ id }) => id === on)?.what ?? on;
}

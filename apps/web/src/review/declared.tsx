import { Table } from 'antd';
import { comparedUnit, type DeterminationDocument, type VerdictDocument } from '#engine';
import { grouped, withUnit } from '#wording';
import { useSay, type Say } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { differenceWords, evidenceWords as words } from './evidence-words.js';
import { scrolled } from '../look/scrolled.js';

/** What the city declared beside what its ledgers come to. */
export function Declared({ determination }: { readonly determination: DeterminationDocument }) {
  const say = useSay();
  const compared = determination.targets.filter(
    ({ declared, derived }) => declared !== null || derived !== null,
  );
  const amount = (value: string | null, verdict: VerdictDocument) =>
    value === null ? '—' : say(withUnit(grouped(value), comparedUnit(verdict)));
  return (
    <>
      <div className="table-tools">
        <ExportTable
          name={`${determination.subject.name} ${determination.year} ${say(words.declaredTab)}`}
          columns={exportedColumns(say)}
          rows={compared}
        />
      </div>
      <Table<VerdictDocument>
        size="small"
        rowKey="id"
        dataSource={compared}
        pagination={false}
        {...scrolled}
        locale={{ emptyText: say(words.nothingDeclared) }}
        columns={[
          {
            title: say(words.target),
            render: (_, { name, nameEn }) => say({ zh: name, en: nameEn }),
          },
          {
            ...{ title: say(words.declared), align: 'right', className: 'figures' },
            render: (_, verdict) => amount(verdict.declared, verdict),
          },
          {
            ...{ title: say(words.derived), align: 'right', className: 'figures' },
            render: (_, verdict) => amount(verdict.derived, verdict),
          },
          {
            title: say(words.difference),
            render: (_, { difference }) => {
              const { tone, ...said } = differenceWords[difference ?? 'none'];
              return <Mark tone={tone}>{say(said)}</Mark>;
            },
          },
        ]}
      />
    </>
  );
}

function exportedColumns(say: Say): readonly Column<VerdictDocument>[] {
  return [
    { title: say(words.target), cell: ({ name, nameEn }) => say({ zh: name, en: nameEn }) },
    { title: say(words.declared), cell: ({ declared }) => figure(declared) },
    { title: say(words.derived), cell: ({ derived }) => figure(derived) },
    { title: say(words.unit), cell: comparedUnit },
    {
      title: say(words.difference),
      cell: ({ difference }) => say(differenceWords[difference ?? 'none']),
    },
  ];
}

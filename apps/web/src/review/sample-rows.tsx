import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Spin } from 'antd';
import { sampleFoundView } from '#contracts';
import { useState } from 'react';
import type { z } from 'zod';
import { address, read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { subjectParts, type Place } from '../desk/place.js';
import { keyOf, useReadAgain } from '../desk/queries.js';
import { minuteOf } from '../desk/report-files.js';
import { useSay, type Say } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { RowDrawer } from '../rows/row-drawer.js';
import type { RowPlace } from '../rows/row-finding-form.js';
import { rowWords } from '../rows/words.js';
import { useRole } from '../session/session.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { evidenceWords as words } from './evidence-words.js';

type Found = z.infer<typeof sampleFoundView>;
type SampledRow = Found['rows'][number];
type Outcome = NonNullable<SampledRow['mark']>['outcome'];

const outcomes = ['confirmed', 'not-confirmed'] as const;

interface NewMark {
  readonly outcome?: Outcome;
  readonly reason: string;
}

/** The rows of a sample with what was found of each; a reviewer marks them, many at once. */
export function SampleRows({ place, sample }: { readonly place: Place; readonly sample: string }) {
  const say = useSay();
  const role = useRole();
  const readAgain = useReadAgain(place);
  const at = [...subjectParts(place), 'years', place.year, 'samples', sample];
  const { data, error } = useQuery({
    queryKey: keyOf(place, 'sample', sample),
    queryFn: () => read(address(at), sampleFoundView),
  });
  const [opened, open] = useState<RowPlace>();
  const [marks, mark] = useState<ReadonlyMap<number, NewMark>>(new Map());
  const [isIncomplete, setIsIncomplete] = useState(false);
  const marking = useChange(sampleFoundView, () => {
    mark(new Map());
    return readAgain();
  });
  if (!data) return error ? <FailureNotice error={error} /> : <Spin />;
  const set = (position: number, part: Partial<NewMark>) =>
    mark(new Map(marks).set(position, { reason: '', ...marks.get(position), ...part }));
  const given = [...marks].filter(([, { outcome }]) => outcome !== undefined);
  const submit = () => {
    const lacks = given.some(([, { reason }]) => reason.trim() === '');
    setIsIncomplete(lacks);
    if (lacks) return;
    marking.mutate({
      ...{ method: 'POST', url: address([...at, 'marks']) },
      body: { marks: given.map(([position, each]) => ({ position, ...each })) },
    });
  };
  const { rows, confirmed, notConfirmed, confirmedShare, seed } = data;
  const share = confirmedShare === null ? '—' : `${confirmedShare / 100}%`;
  return (
    <>
      <FailureNotice error={error} />
      <p role="status">
        {say(words.share)(confirmed, confirmed + notConfirmed, rows.length, share)} ·{' '}
        <span className="quiet">{say(words.seedIs)(seed)}</span>
      </p>
      <div className="table-tools">
        <ExportTable
          name={`${place.code} ${place.year} ${say(words.samplesTab)}`}
          columns={exportedColumns(place, say)}
          rows={rows}
        />
      </div>
      <ol className="sample-rows">
        {rows.map(({ position, report, ledger, row, cells, mark: found }) => {
          const sheet = sheetOf(place, ledger);
          const name = `“${sheet}” ${say(rowWords.row)(row)}`;
          return (
            <li key={position}>
              <div>
                <Button
                  type="link"
                  size="small"
                  onClick={() => open({ part: report, ledger, row })}
                >
                  {name}
                </Button>
                {found && (
                  <Mark tone={found.outcome === 'confirmed' ? 'good' : 'bad'}>
                    {say(words[found.outcome])}
                  </Mark>
                )}
              </div>
              <p className="quiet">
                {Object.values(cells)
                  .filter((cell) => typeof cell === 'string')
                  .slice(0, 3)
                  .join('；')}
                {found && ` — ${found.reason}（${minuteOf(found.markedAt)}）`}
              </p>
              {role === 'ip-reviewer' && (
                <div className="mark-fields">
                  <Select<Outcome>
                    size="small"
                    allowClear
                    aria-label={`${name} ${say(words.outcome)}`}
                    placeholder={say(words.outcome)}
                    value={marks.get(position)?.outcome ?? null}
                    onChange={(outcome) => set(position, { outcome })}
                    options={outcomes.map((value) => ({ value, label: say(words[value]) }))}
                  />
                  <Input
                    size="small"
                    maxLength={2000}
                    aria-label={`${name} ${say(words.reason)}`}
                    placeholder={say(words.reason)}
                    value={marks.get(position)?.reason ?? ''}
                    onChange={({ target }) => set(position, { reason: target.value })}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <FailureNotice error={marking.error} />
      {role === 'ip-reviewer' && (
        <>
          <p className="quiet">{say(words.markNote)}</p>
          {isIncomplete && <p role="alert">{say(words.reasonNeeded)}</p>}
          <Button
            type="primary"
            disabled={given.length === 0}
            loading={marking.isPending}
            onClick={submit}
          >
            {say(words.markRows)}
          </Button>
        </>
      )}
      <RowDrawer place={place} row={opened} close={() => open(undefined)} />
    </>
  );
}

function sheetOf({ programme }: Place, ledger: string): string {
  return programme.ledgers.find(({ id }) => id === ledger)?.sheet ?? ledger;
}

function exportedColumns(place: Place, say: Say): readonly Column<SampledRow>[] {
  return [
    { title: say(words.ledger), cell: ({ ledger }) => sheetOf(place, ledger) },
    { title: say(words.row), cell: ({ row }) => figure(row) },
    { title: say(words.outcome), cell: ({ mark }) => (mark ? say(words[mark.outcome]) : null) },
    { title: say(words.reason), cell: ({ mark }) => mark?.reason ?? null },
  ];
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented, Table } from 'antd';
import { pageOf, rowChangeView } from '#contracts';
import { useState } from 'react';
import type { z } from 'zod';
import { address, read, readAll } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { subjectParts, type Place } from '../desk/place.js';
import { keyOf } from '../desk/queries.js';
import { colon, useSay, type Say } from '../language/language.js';
import { emptyText } from '../look/empty-text.js';
import { Mark } from '../look/status-mark.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import { evidenceWords as words } from './evidence-words.js';
import { scrolled } from '../look/scrolled.js';

type Change = z.infer<typeof rowChangeView>;

/** What each round changed against the one before, row by row and cell by cell. */
export function Changes({ place, rounds }: { readonly place: Place; readonly rounds: number }) {
  const say = useSay();
  const [chosen, choose] = useState(rounds);
  const parts = [...subjectParts(place), 'years', place.year, 'rounds', chosen, 'changes'];
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: keyOf(place, 'changes', place.year, chosen),
    enabled: chosen > 0,
    initialPageParam: 0,
    queryFn: ({ pageParam: from }) =>
      read(address(parts, { limit: 50, from }), pageOf(rowChangeView)),
    getNextPageParam: ({ next }) => next,
  });
  if (rounds === 0) return <p className="quiet">{say(words.noRounds)}</p>;
  return (
    <>
      <div className="table-tools">
        <Segmented
          aria-label={say(words.rounds)}
          value={chosen}
          onChange={choose}
          options={Array.from({ length: rounds }, (_, index) => ({
            ...{ value: index + 1, label: say(words.round)(index + 1) },
          }))}
        />
        <ExportTable
          name={`${place.code} ${place.year} ${say(words.changesTab)} ${chosen}`}
          columns={exportedColumns(say)}
          rows={() => readAll(parts, rowChangeView)}
        />
      </div>
      <p className="quiet">{say(words.against)(chosen)}</p>
      <FailureNotice error={error} />
      <Table<Change>
        size="small"
        rowKey={({ sheet, item, before, after }) => JSON.stringify([sheet, item, before, after])}
        dataSource={data?.pages.flatMap(({ items }) => items) ?? []}
        loading={isFetching}
        pagination={false}
        {...scrolled}
        locale={{ emptyText: emptyText(data, say(words.noChanges)) }}
        columns={[
          { title: say(words.sheet), dataIndex: 'sheet' },
          {
            ...{ title: say(words.row), align: 'right', className: 'figures' },
            render: (_, { before, after }) => (after ?? before)?.row,
          },
          {
            title: say(words.change),
            render: (_, { kind }) => {
              const { tone, ...said } = words[kind];
              return <Mark tone={tone}>{say(said)}</Mark>;
            },
          },
          {
            ...{ title: say(words.cells), className: 'changed-cells' },
            render: (_, { cells }) => (
              <ul>
                {cells.map(({ column, before, after }) => (
                  <li key={column}>
                    {column}
                    {say(colon)}
                    {before !== null && <del>{before}</del>}
                    {before !== null && after !== null && ' → '}
                    {after !== null && <ins>{after}</ins>}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{say(words.more)}</Button>}
    </>
  );
}

function exportedColumns(say: Say): readonly Column<Change>[] {
  return [
    { title: say(words.sheet), cell: ({ sheet }) => sheet },
    { title: say(words.row), cell: ({ before, after }) => figure((after ?? before)?.row) },
    { title: say(words.change), cell: ({ kind }) => say(words[kind]) },
    {
      title: say(words.cells),
      cell: ({ cells }) =>
        cells
          .map(({ column, before, after }) => `${column}：${before ?? ''} → ${after ?? ''}`)
          .join('；'),
    },
  ];
}

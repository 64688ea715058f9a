import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { conflictView, type ConflictView } from '#contracts';
import { useState } from 'react';
import { readAll } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { subjectParts, type Place } from '../desk/place.js';
import { keyOf } from '../desk/queries.js';
import { colon, useSay } from '../language/language.js';
import { RowDrawer } from '../rows/row-drawer.js';
import type { RowPlace } from '../rows/row-finding-form.js';
import { rowWords } from '../rows/words.js';
import { useRole } from '../session/session.js';
import { evidenceWords as words } from './evidence-words.js';

type Row = ConflictView['own'][number];

/** What is claimed of the same by several subjects (跨市重复). */
export function useConflicts(place: Place) {
  return useQuery({
    queryKey: keyOf(place, 'conflicts'),
    queryFn: () => readAll([...subjectParts(place), 'conflicts'], conflictView),
  });
}

/** Each conflict with the rows of both sides, which a reviewer looks at and decides on. */
export function Conflicts({ place }: { readonly place: Place }) {
  const say = useSay();
  const role = useRole();
  const { data, error } = useConflicts(place);
  const [opened, open] = useState<{ readonly code: string; readonly row: RowPlace }>();
  if (!data) return error ? <FailureNotice error={error} /> : <Spin />;
  return (
    <>
      <FailureNotice error={error} />
      {data.length === 0 && <p className="quiet">{say(words.noConflicts)}</p>}
      {data.map(({ ledger, sheet, claim, own, others }) => (
        <section key={`${ledger} ${JSON.stringify(claim)}`} className="conflict">
          <h3>“{sheet}”</h3>
          <p>
            {say(words.sameClaim)}
            {say(colon)}
            {Object.entries(claim)
              .map(([column, cell]) => `${column} ${cell}`)
              .join('；')}
          </p>
          <div className="wide-table" tabIndex={0} role="region" aria-label={sheet}>
            <table className="cells">
              <thead>
                <tr>
                  <th scope="col">{say(words.whose)}</th>
                  <th scope="col">{say(words.year)}</th>
                  <th scope="col">{say(words.cells)}</th>
                  <th scope="col">{say(words.inForce)}</th>
                  <th scope="col">{say(words.row)}</th>
                </tr>
              </thead>
              <tbody>
                {[...own, ...others].map((row) => (
                  <tr key={`${row.part} ${row.row}`}>
                    <th scope="row">
                      {row.name}
                      {row.code === place.code && `（${say(words.thisOne)}）`}
                    </th>
                    <td className="figures">{row.year}</td>
                    <td>{Object.values(row.cells).join('；')}</td>
                    <td>
                      {findingWords(row, say(words.undecided), (each) => say(rowWords[each]))}
                    </td>
                    <td>
                      <Button
                        size="small"
                        onClick={() =>
                          open({ code: row.code, row: { part: row.part, ledger, row: row.row } })
                        }
                      >
                        {say(rowWords.row)(row.row)}{' '}
                        {say(role === 'ip-reviewer' ? words.lookAndDecide : words.look)}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      <RowDrawer
        place={{ programme: place.programme, code: opened?.code ?? place.code }}
        row={opened?.row}
        close={() => open(undefined)}
      />
    </>
  );
}

function findingWords(
  { finding }: Row,
  undecided: string,
  outcome: (each: NonNullable<Row['finding']>['outcome']) => string,
): string {
  return finding ? `${outcome(finding.outcome)}（${finding.reason}）` : undecided;
}

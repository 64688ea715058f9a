import type { Programme } from '#engine';
import { gateWords, outcomeWords } from '#wording';
import { Fragment, useMemo } from 'react';
import { Link } from 'react-router';
import { useSay, type Say } from '../language/language.js';
import { ExportTable } from '../tables/export-table.js';
import { figure } from '../tables/table.js';
import { WideTable } from '../tables/wide-table.js';
import type { Summary } from './queries.js';
import { yearlyWords as words } from './words.js';

type Subject = Summary['subjects'][number];

/** The same change, with the subjects that it happened to. */
interface Change {
  readonly of: string;
  readonly from: string;
  readonly to: string;
  readonly subjects: readonly Subject[];
}

/** What is another than in the year before, the most frequent first. */
export function YearChanges({
  programme,
  summary,
  nameOf,
}: {
  readonly programme: Programme;
  readonly summary: Summary;
  readonly nameOf: (target: string) => string;
}) {
  const say = useSay();
  const changes = useMemo(() => changesIn(summary), [summary]);
  const what = (of: string) => {
    if (of === 'overall') return say(words.gateOverall);
    return of === 'quantified' ? say(words.gateQuantified) : nameOf(of);
  };
  return (
    <section className="sheet" aria-label={say(words.changes)}>
      <div className="page-head">
        <h2>{say(words.changes)}</h2>
        {changes.length > 0 && (
          <ExportTable
            name={`${say(words.changes)} ${programme.id} ${summary.year}`}
            columns={[
              { title: say(words.item), cell: ({ of }) => what(of) },
              { title: say(words.from), cell: ({ from }) => stateIn(say, from) },
              { title: say(words.to), cell: ({ to }) => stateIn(say, to) },
              { title: say(words.count), cell: ({ subjects }) => figure(subjects.length) },
              {
                title: say(words.which),
                cell: ({ subjects }) => subjects.map(({ name }) => name).join('；'),
              },
            ]}
            rows={changes}
          />
        )}
      </div>
      {changes.length === 0 ? (
        <p className="quiet">{say(words.noChanges)}</p>
      ) : (
        <WideTable label={say(words.changes)}>
          <table className="shares">
            <thead>
              <tr>
                <th scope="col">{say(words.item)}</th>
                <th scope="col">{say(words.from)}</th>
                <th scope="col">{say(words.to)}</th>
                <th scope="col" className="figures">
                  {say(words.count)}
                </th>
                <th scope="col" className="changed-subjects">
                  {say(words.which)}
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ of, from, to, subjects }) => (
                <tr key={`${of} ${from} ${to}`}>
                  <th scope="row">{what(of)}</th>
                  <td>{stateIn(say, from)}</td>
                  <td>{stateIn(say, to)}</td>
                  <td className="figures">{subjects.length}</td>
                  <td className="changed-subjects">
                    {subjects.map(({ code, name }, index) => (
                      <Fragment key={code}>
                        {index > 0 && say({ zh: '、', en: ', ' })}
                        <Link to={`/review/${programme.id}/${code}/${summary.year}`}>{name}</Link>
                      </Fragment>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </section>
  );
}

function changesIn({ subjects }: Summary): readonly Change[] {
  const found = new Map<string, Change>();
  for (const subject of subjects) {
    for (const { of, from, to } of subject.changes) {
      const key = `${of} ${from} ${to}`;
      const others = found.get(key)?.subjects ?? [];
      found.set(key, { of, from, to, subjects: [...others, subject] });
    }
  }
  return [...found.values()].toSorted((one, other) => other.subjects.length - one.subjects.length);
}

/** An outcome or a gate's state with its sign; a dash where there was none. */
function stateIn(say: Say, state: string): string {
  const all: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
    ...gateWords,
    ...outcomeWords,
  };
  const known = all[state];
  return known ? say(known) : state;
}

import type { GateState, Programme } from '#engine';
import { gateWords, outcomeWords, type Tone } from '#wording';
import { memo } from 'react';
import { Link } from 'react-router';
import { useSay } from '../language/language.js';
import { cellOf, type MatrixCell, type MatrixLine } from './matrix.js';
import { reviewWords as words } from './words.js';

/** Plain signs: thousands of drawn icons would take their time. */
const signs: Readonly<Record<Tone, string>> = {
  ...{ good: '✓', bad: '✗', unsure: '?', quiet: '–', strong: '–' },
};

/** The matrix as one plain table, which the browser scrolls by itself: no row is ever blank. */
export function MatrixTable({
  programme,
  year,
  lines,
  sortedBy,
  sortBy,
}: {
  readonly programme: Programme;
  readonly year: number;
  readonly lines: readonly MatrixLine[];
  readonly sortedBy: string | undefined;
  readonly sortBy: (target: string) => void;
}) {
  const say = useSay();
  return (
    <div className="matrix-place" tabIndex={0} role="region" aria-label={say(words.matrix)}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{say(words.subject)}</th>
            <th scope="col">{say(words.gate)}</th>
            {programme.targets.map(({ id, name, nameEn }) => (
              <th key={id} scope="col" aria-sort={id === sortedBy ? 'ascending' : 'none'}>
                <button type="button" onClick={() => sortBy(id)}>
                  {say({ zh: name, en: nameEn })}
                  <span aria-hidden>{id === sortedBy ? ' ▲' : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.code} programme={programme} year={year} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Line = memo(function Line({
  programme,
  year,
  line,
}: {
  readonly programme: Programme;
  readonly year: number;
  readonly line: MatrixLine;
}) {
  const say = useSay();
  const { code, name, determination } = line;
  return (
    <tr>
      <th scope="row">
        <Link to={`/review/${programme.id}/${code}/${year}`}>{name}</Link>
      </th>
      {determination ? (
        <>
          <Gate state={determination.overall} />
          {programme.targets.map(({ id }) => (
            <Cell key={id} cell={cellOf(line, id)} />
          ))}
        </>
      ) : (
        <td colSpan={programme.targets.length + 1} className="quiet">
          {say(words.nothingReported)}
        </td>
      )}
    </tr>
  );
});

function Gate({ state }: { readonly state: GateState }) {
  const say = useSay();
  const { tone, ...said } = gateWords[state];
  return (
    <td data-tone={tone}>
      <span aria-hidden>{signs[tone]}</span> {say(said)}
    </td>
  );
}

function Cell({ cell }: { readonly cell: MatrixCell | undefined }) {
  const say = useSay();
  if (!cell) return <td>—</td>;
  const { overall, margin, unit, difference } = cell;
  const { tone, ...said } = outcomeWords[overall];
  return (
    <td data-tone={tone}>
      <span aria-hidden>{signs[tone]}</span> {say(said)}
      {difference === 'more' && <strong title={say(words.doubtful)}> !</strong>}
      {margin !== null && (
        <span className="margin figures">
          {margin.startsWith('-') ? margin.replace('-', '−') : `+${margin}`} {unit}
        </span>
      )}
    </td>
  );
}

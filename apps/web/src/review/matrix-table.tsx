import type { GateState, Programme } from '#engine';
import { gateWords, marginWords, outcomeWords } from '#wording';
import { memo, useDeferredValue } from 'react';
import { Link } from 'react-router';
import { useSay, type Said } from '../language/language.js';
import type { MatrixCell, MatrixLine } from './matrix.js';
import { reviewWords as words } from './words.js';

/** As many lines as a screen holds, and more; the others follow as soon as these are seen. */
const firstLines = 40;

/** In rem. */
const cellWidth = 6.9;

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
  const drawn = useDeferredValue(lines, lines.slice(0, firstLines));
  return (
    <div className="matrix-place" tabIndex={0} role="region" aria-label={say(words.matrix)}>
      <table
        className="matrix"
        style={{ minWidth: `${18 + programme.targets.length * cellWidth}rem` }}
      >
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
          {drawn.map((line) => (
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
    <tr data-empty={!determination}>
      <th scope="row">
        <Link to={`/review/${programme.id}/${code}/${year}`}>{name}</Link>
      </th>
      {determination ? (
        <>
          {gateCell(determination.overall, say)}
          {programme.targets.map(({ id }) =>
            targetCell(
              id,
              determination.targets.find(({ target }) => target === id),
              say,
            ),
          )}
        </>
      ) : (
        <td className="quiet">{say(words.nothingReported)}</td>
      )}
    </tr>
  );
});

type Say = <T>(said: Said<T>) => T;

// Plain functions, one text a cell, signs by the style sheet: there are thousands of cells.

function gateCell(state: GateState, say: Say) {
  const { tone, ...said } = gateWords[state];
  return <td data-tone={tone}>{say(said)}</td>;
}

function targetCell(target: string, cell: MatrixCell | undefined, say: Say) {
  if (!cell) return <td key={target}>—</td>;
  const { overall, margin, unit, difference } = cell;
  const { tone, ...said } = outcomeWords[overall];
  const isDoubtful = difference === 'more';
  return (
    <td
      key={target}
      data-tone={tone}
      title={isDoubtful ? say(words.doubtfulCell) : undefined}
    >{`${say(said)}${isDoubtful ? ' !' : ''}${margin === null ? '' : `\n${say(marginWords({ margin, unit }))}`}`}</td>
  );
}

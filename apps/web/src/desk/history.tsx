import type { moveView } from '#contracts';
import type { z } from 'zod';
import { roleWords } from '#wording';
import { FailureNotice } from '../api/failure-notice.js';
import { useSay, type Say } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import type { Place } from './place.js';
import { useMoves } from './queries.js';
import { minuteOf } from './report-files.js';
import { deskWords as words, moveWords, stateWords } from './words.js';

/** The rounds of a year's report with what was said in each, the latest first. */
export function History({ place }: { readonly place: Place }) {
  const say = useSay();
  const { data: moves, error } = useMoves(place);
  return (
    <section className="sheet">
      <h2>{say(words.history)}</h2>
      <FailureNotice error={error} />
      {moves && moves.length > 0 && (
        <div className="table-tools">
          <ExportTable
            name={`${place.code} ${place.year} ${say(words.history)}`}
            columns={exportedColumns(place, say)}
            rows={moves}
          />
        </div>
      )}
      {moves?.length === 0 && <p className="quiet">{say(words.noHistory)}</p>}
      <ol className="history" reversed>
        {moves?.toReversed().map(({ id, move, to, round, role, at, opinion, reasons }) => (
          <li key={id}>
            <Mark tone={stateWords[to].tone}>{say(moveWords[move])}</Mark>{' '}
            <span className="quiet">{say(words.round)(round)}</span>
            <p className="quiet">
              {minuteOf(at)} · {say(roleWords[role])}
            </p>
            <p>{opinion}</p>
            {reasons.length > 0 && (
              <ul aria-label={say(words.reasons)}>
                {reasons.map((each) => (
                  <li key={JSON.stringify(each)}>{reasonIn(place, say, each)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Move = z.infer<typeof moveView>;

function exportedColumns(place: Place, say: Say): readonly Column<Move>[] {
  return [
    { title: say(words.at), cell: ({ at }) => minuteOf(at) },
    { title: say(words.move), cell: ({ move }) => say(moveWords[move]) },
    { title: say(words.roundNumber), cell: ({ round }) => figure(round) },
    { title: say(words.role), cell: ({ role }) => say(roleWords[role]) },
    { title: say(words.opinion), cell: ({ opinion }) => opinion },
    {
      title: say(words.reasons),
      cell: ({ reasons }) => reasons.map((each) => reasonIn(place, say, each)).join('；'),
    },
  ];
}

function reasonIn(place: Place, say: Say, reason: Move['reasons'][number]): string {
  const about =
    'target' in reason ? nameOf(place, reason.target) : say(words.row)(reason.sheet, reason.row);
  return `${about}：${reason.reason}`;
}

function nameOf({ programme }: Place, target: string): string {
  const known = programme.targets.find(({ id }) => id === target);
  return known?.name ?? target;
}

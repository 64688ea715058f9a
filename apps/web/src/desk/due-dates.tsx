import { useQuery } from '@tanstack/react-query';
import { keptDeadlineView } from '#contracts';
import { useState } from 'react';
import { z } from 'zod';
import { address, read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useSay } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { subjectParts, type Place } from './place.js';
import { keyOf } from './queries.js';
import { minuteOf } from './report-files.js';
import { deadlineWords as words, stepWords } from './words.js';

type Kept = z.infer<typeof keptDeadlineView>;

const states = {
  ...{ open: words.open, overdue: words.overdue },
  ...{ 'in-time': words.inTime, late: words.late },
} as const;
/** In milliseconds. */
const day = 24 * 60 * 60 * 1000;

/** What is due and by when: of the year that is shown first, then what else is open. */
export function DueDates({ place }: { readonly place: Place }) {
  const say = useSay();
  const [now] = useState(() => Date.now());
  const { data, error } = useQuery({
    queryKey: keyOf(place, 'deadlines'),
    queryFn: () => read(address([...subjectParts(place), 'deadlines']), z.array(keptDeadlineView)),
  });
  const ofYear = data?.filter(({ year }) => year === place.year) ?? [];
  const elsewhere = data?.filter(
    ({ year, state }) => year !== place.year && (state === 'open' || state === 'overdue'),
  );
  const shown = [...ofYear, ...(elsewhere ?? [])];
  return (
    <section className="sheet">
      <h2>{say(words.title)}</h2>
      <FailureNotice error={error} />
      {data && ofYear.length === 0 && <p className="quiet">{say(words.none)(place.year)}</p>}
      {shown.length > 0 && (
        <ul className="due-dates">
          {shown.map((each) => (
            <DueDate key={`${each.year} ${each.step}`} kept={each} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DueDate({
  kept: { year, step, due, doneAt, state },
  now,
}: {
  readonly kept: Kept;
  readonly now: number;
}) {
  const say = useSay();
  const { tone, ...said } = states[state];
  // For the reader alone: what is overdue the service says.
  const left = Math.ceil((Date.parse(`${due}T00:00+08:00`) + day - now) / day);
  return (
    <li>
      <span>
        {year} {say(stepWords[step])}
      </span>
      <span className="figures">
        {due} {say(words.untilEnd)}
      </span>
      <Mark tone={tone}>{say(said)}</Mark>
      <span className="quiet figures">
        {doneAt !== null && minuteOf(doneAt)}
        {state === 'open' && say(words.left)(left)}
      </span>
    </li>
  );
}

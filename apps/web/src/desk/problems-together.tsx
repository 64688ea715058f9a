import type { DeterminationDocument } from '#engine';
import { useSay } from '../language/language.js';
import type { Place } from './place.js';
import { ProblemList } from './problem-list.js';
import { useReports } from './queries.js';
import { deskWords as words } from './words.js';

/** What is wrong only once a subject's reports are put together: nothing where nothing is. */
export function ProblemsTogether({
  place,
  determination: { problems },
}: {
  readonly place: Place;
  readonly determination: DeterminationDocument;
}) {
  const say = useSay();
  const { data: reports } = useReports(place);
  if (problems.length === 0) return null;
  const nameOf = (hash: string) =>
    reports?.items.find(({ file }) => file === hash)?.fileName ?? hash;
  const found = problems.map((each) => ({ ...each, file: nameOf(each.file) }));
  const count = (severity: string) => problems.filter((each) => each.severity === severity).length;
  return (
    <ProblemList
      title={say(words.problemsTogether)}
      found={found}
      counts={{ error: count('error'), warning: count('warning'), notice: count('notice') }}
      all={found}
      isAcrossFiles
    />
  );
}

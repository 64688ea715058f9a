import { problemView, type ReportView } from '#contracts';
import { readAll } from '../api/client.js';
import { useSay } from '../language/language.js';
import { problemParts, type Place } from './place.js';
import { ProblemList } from './problem-list.js';
import { useProblems } from './queries.js';
import { deskWords as words } from './words.js';

/** What is wrong in a report by itself. */
export function ProblemsTable({
  place,
  report,
}: {
  readonly place: Place;
  readonly report: ReportView;
}) {
  const say = useSay();
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useProblems(place, report.id);
  return (
    <ProblemList
      title={say(words.problemsOf)(report.fileName)}
      found={data?.pages.flatMap(({ items }) => items)}
      counts={report.state.kind === 'accepted' ? report.state.problems : undefined}
      all={() => readAll(problemParts(place, report.id), problemView)}
      reading={{ error, isFetching, hasMore: hasNextPage, readMore: fetchNextPage }}
    />
  );
}

import type { Job } from './jobs.js';
import { programmeOf } from './programme-of.js';
import type { Service } from './service.js';
import type { SubjectKey } from './subject.js';

/** The evaluations that a change of a subject's facts of a year calls for: that year and later. */
export async function evaluationJobs(
  { reports, programmes }: Pick<Service, 'reports' | 'programmes'>,
  key: SubjectKey,
  changedYear: number,
): Promise<readonly (Job & { kind: 'evaluate-subject' })[]> {
  const programme = programmeOf(programmes, key.programme);
  if (!programme.ok) return [];
  const reported = await reports.years(key);
  return reported
    .filter((year) => year >= changedYear && programme.value.years.includes(year))
    .map((year) => ({ kind: 'evaluate-subject', ...key, year }));
}

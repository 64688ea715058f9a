import type { Job } from './jobs.js';
import { programmeOf } from './programme-of.js';
import type { Service } from './service.js';
import { standings, type Standing } from './standing.js';
import type { SubjectKey } from './subject.js';

/**
 * The evaluations that a change of a subject's facts of a year calls for: that year and later.
 * @param affected the standings that rest on what changed
 */
export async function evaluationJobs(
  { reports, programmes }: Pick<Service, 'reports' | 'programmes'>,
  { programme: id, code }: SubjectKey,
  changedYear: number,
  affected: readonly Standing[] = standings,
): Promise<readonly (Job & { kind: 'evaluate-subject' })[]> {
  const programme = programmeOf(programmes, id);
  if (!programme.ok) return [];
  const jobs: (Job & { kind: 'evaluate-subject' })[] = [];
  for (const standing of affected) {
    const reported = await reports.years({ programme: id, code }, standing);
    for (const year of reported) {
      if (year < changedYear || !programme.value.years.includes(year)) continue;
      jobs.push({ kind: 'evaluate-subject', programme: id, code, year, standing });
    }
  }
  return jobs;
}

import type { Job } from '../jobs.js';
import type { Service } from '../service.js';

type JobLeft = Extract<Job, { readonly kind: 'evaluate-in-run' | 'sum-up-run' }>;

/** What a run that is not finished waits for: evaluations or, once it has them all, its summing up. */
export async function jobsLeft(
  { yearlyRuns }: Pick<Service, 'yearlyRuns'>,
  programme: string,
  year: number,
): Promise<readonly JobLeft[]> {
  const waiting = await yearlyRuns.waiting(programme, year);
  return waiting.length > 0
    ? waiting.map((key) => ({ kind: 'evaluate-in-run', ...key, year }))
    : [{ kind: 'sum-up-run', programme, year }];
}

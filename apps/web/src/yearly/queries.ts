import { useQuery } from '@tanstack/react-query';
import { yearlyRunView, yearlySummaryView, type YearlyRunView } from '#contracts';
import type { z } from 'zod';
import { address, glance, read } from '../api/client.js';
import { Failure } from '../api/failure.js';
import { whileAttended } from '../session/session.js';

/** How soon it is asked again how far a run is, in milliseconds. */
const soon = 1000;

/** The address of a programme's runs. */
export const runsAddress = (programme: string) => address(['programmes', programme, 'yearly-runs']);

const keyOf = (programme: string, year: number) => ['yearly-run', programme, year];

/** How far a year's run is, as long as it is under way; null where there is none. */
export function useRun(programme: string, year: number) {
  return useQuery({
    queryKey: keyOf(programme, year),
    queryFn: () => orNone(glance(`${runsAddress(programme)}/${year}`, yearlyRunView)),
    refetchInterval: ({ state: { data } }) =>
      data && isRunning(data) ? whileAttended(soon) : false,
  });
}

/** What a year's run came to; null where there was none. */
export function useSummary(programme: string, year: number) {
  return useQuery({
    queryKey: [...keyOf(programme, year), 'summary'],
    queryFn: () => orNone(read(`${runsAddress(programme)}/${year}/summary`, yearlySummaryView)),
  });
}

/** What a year's run came to. */
export type Summary = z.infer<typeof yearlySummaryView>;

/** Whether a run is under way. */
export const isRunning = (run: YearlyRunView) => run.finishedAt === null;

/** Years without a run are nothing out of the ordinary. */
async function orNone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    const none = ['no-yearly-run', 'run-unfinished', 'year-not-assessed'];
    if (error instanceof Failure && none.includes(error.code)) return null;
    throw error;
  }
}

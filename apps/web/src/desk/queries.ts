import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeterminationDocument } from '#engine';
import {
  determinationView,
  gateView,
  type GateView,
  moveView,
  paperView,
  pageOf,
  problemView,
  reportView,
  subjectView,
  yearView,
} from '#contracts';
import { z } from 'zod';
import { address, glance, read } from '../api/client.js';
import { Failure } from '../api/failure.js';
import { whileAttended } from '../session/session.js';
import { problemParts, subjectParts, type Place } from './place.js';

/** The name under which something about a subject is kept. */
export const keyOf = (
  place: Pick<Place, 'programme' | 'code'>,
  ...what: readonly (string | number)[]
) => [...['subject', place.programme.id, place.code], ...what];

/** The subject itself. */
export function useSubject(place: Place) {
  return useQuery({
    queryKey: keyOf(place, 'itself'),
    queryFn: () => read(address(subjectParts(place)), subjectView),
  });
}

/** Where the year's report stands. */
export function useYear(place: Place) {
  return useQuery({
    queryKey: keyOf(place, 'year', place.year),
    queryFn: () => read(address([...subjectParts(place), 'years', place.year]), yearView),
  });
}

/** What happened to the year's report, in order. */
export function useMoves(place: Place) {
  return useQuery({
    queryKey: keyOf(place, 'moves', place.year),
    queryFn: () =>
      read(address([...subjectParts(place), 'years', place.year, 'moves']), z.array(moveView)),
  });
}

/** The papers of the year that were issued, oldest first. */
export function usePapers(place: Place) {
  const { year } = place;
  return useQuery({
    queryKey: keyOf(place, 'papers', year),
    queryFn: () => read(address([...subjectParts(place), 'papers'], { year }), z.array(paperView)),
  });
}

/** All report files of the subject, latest first. */
export function useReports(place: Place) {
  return useQuery({
    queryKey: keyOf(place, 'reports'),
    queryFn: () =>
      read(address([...subjectParts(place), 'reports'], { limit: 100 }), pageOf(reportView)),
  });
}

/** What is wrong in a report, page by page. */
export function useProblems(place: Place, report: string) {
  return useInfiniteQuery({
    queryKey: keyOf(place, 'problems', report),
    initialPageParam: 0,
    queryFn: ({ pageParam: from }) =>
      read(address(problemParts(place, report), { limit: 500, from }), pageOf(problemView)),
    getNextPageParam: ({ next }) => next,
  });
}

/** Whether something rests on the draft, or on what was submitted. */
export type Standing = 'draft' | 'submitted';

/** The determination of the year; null where there is none yet. */
export function useDetermination(place: Place, standing: Standing = 'draft') {
  return useQuery({
    queryKey: keyOf(place, 'determination', place.year, standing),
    enabled: place.programme.years.includes(place.year),
    queryFn: async (): Promise<DeterminationDocument | null> => {
      try {
        const document = await read(
          address([...subjectParts(place), 'determinations', place.year], { standing }),
          determinationView,
        );
        if (!isDetermination(document)) throw new Error('the answer is no determination');
        return document;
      } catch (error) {
        if (error instanceof Failure && error.code === 'not-evaluated') return null;
        throw error;
      }
    },
  });
}

/** How soon it is asked again whether an evaluation has come to its end, in milliseconds. */
const soon = 1000;

/** What says of a gate that its determination is being made anew, or that this failed. */
export const pendingIn = ({ why }: GateView) =>
  why.filter(({ code }) => code === 'evaluation-unfinished' || code === 'evaluation-failed');

/**
 * The gate and the money behind it; asked for again, with the new verdicts, while these are being
 * made, and no longer where that was set aside.
 */
export function useGate(place: Place) {
  const queries = useQueryClient();
  const queryKey = keyOf(place, 'gate', place.year);
  return useQuery({
    queryKey,
    enabled: place.programme.years.includes(place.year),
    queryFn: async () => {
      const url = address([...subjectParts(place), 'gate'], { year: place.year });
      const gate = await glance(url, gateView);
      const before = queries.getQueryData<GateView>(queryKey);
      if (before && before.determination !== gate.determination) {
        void queries.invalidateQueries({ queryKey: keyOf(place, 'determination') });
      }
      return gate;
    },
    refetchInterval: ({ state: { data } }) =>
      data?.why.some(({ code }) => code === 'evaluation-unfinished') ? whileAttended(soon) : false,
  });
}

/** Has everything about a subject read again. */
export function useReadAgain(place: Pick<Place, 'programme' | 'code'>) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: keyOf(place) });
}

/** Has everything about all subjects of a programme read again. */
export function useReadProgrammeAgain({ id }: Place['programme']) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['subject', id] });
}

/** The service froze the document; only that it is one at all is checked again. */
function isDetermination(document: unknown): document is DeterminationDocument {
  return determinationView.safeParse(document).success;
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  conclusionView,
  moneyEntryView,
  moneyLineView,
  releaseView,
  shownReleaseView,
  type ConclusionView,
  type MoneyEntryView,
} from '#contracts';
import { z } from 'zod';
import { address, read, readAll } from '../api/client.js';
import { subjectParts, type Place } from '../desk/place.js';

/** As everything about a subject is kept, so that it is read again together. */
const keyOf = ({ programme, code }: Place, ...what: readonly string[]) => [
  ...['subject', programme.id, code],
  ...what,
];

/** Where the money of all subjects stands, on a year. */
export function useMoneyLines(programme: string, year: number) {
  return useQuery({
    queryKey: ['money', programme, year],
    queryFn: () => readAll(['programmes', programme, 'money'], moneyLineView, { year }),
  });
}

/** What was awarded and paid first, oldest first. */
export function useEntries(place: Place) {
  return useQuery({
    queryKey: keyOf(place, 'money'),
    queryFn: () => readAll([...subjectParts(place), 'money'], moneyEntryView),
  });
}

/** The releases, oldest first. */
export function useReleases(place: Place) {
  return useQuery({
    queryKey: keyOf(place, 'releases'),
    queryFn: () => read(address([...subjectParts(place), 'releases']), z.array(releaseView)),
  });
}

/** The parts of the API address of a release. */
export const releaseParts = (place: Place, id: string) => [...subjectParts(place), 'releases', id];

/** A release with all that it rests on. */
export function useRelease(place: Place, id: string) {
  return useQuery({
    queryKey: keyOf(place, 'release', id),
    queryFn: () => read(address(releaseParts(place, id)), shownReleaseView),
  });
}

/** The official conclusions, oldest first. */
export function useConclusions(place: Place) {
  return useQuery({
    queryKey: keyOf(place, 'conclusions'),
    queryFn: () => read(address([...subjectParts(place), 'conclusions']), z.array(conclusionView)),
  });
}

/** What a later one of its kind may correct. */
type Correctable = Pick<ConclusionView | MoneyEntryView, 'id' | 'replaces'>;

/** Whether no later one corrects a conclusion, or an entry. */
export function isInForce(all: readonly Correctable[], { id }: Correctable): boolean {
  return all.every(({ replaces }) => replaces !== id);
}

/** Has everything about a subject's money read again, and the list of all. */
export function useReadMoneyAgain(place: Place) {
  const queries = useQueryClient();
  const again = (queryKey: readonly string[]) => queries.invalidateQueries({ queryKey });
  return () => Promise.all([again(keyOf(place)), again(['money', place.programme.id])]);
}

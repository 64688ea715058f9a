import { findProgramme } from '#rulebook';
import { useParams, useSearchParams } from 'react-router';
import type { Place } from '../desk/place.js';

/** Whose money a page is about, and on which year; undefined where there is none such. */
export function useMoneyPlace(): Place | undefined {
  const { programme: id = '', code } = useParams();
  const [query] = useSearchParams();
  const programme = findProgramme(id);
  const year = Number(query.get('year') ?? programme?.years.at(-1));
  return programme && code !== undefined && programme.years.includes(year)
    ? { programme, code, year }
    : undefined;
}

/** Where an entry is corrected by another. */
export const correctionAddress = (place: Place, entry: string): string =>
  `${moneyAddress(place, 'entry')}&replaces=${entry}`;

/** The address of a subject's money, or of a page below it. */
export function moneyAddress({ programme, code, year }: Place, ...page: readonly string[]): string {
  return `${['/money', programme.id, code, ...page].join('/')}?year=${year}`;
}

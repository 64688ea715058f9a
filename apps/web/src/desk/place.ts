import { reportYears, type Programme } from '#engine';
import { findProgramme } from '#rulebook';
import { useParams } from 'react-router';
import { z } from 'zod';

/** Whose report of which year a page is about. */
export interface Place {
  readonly programme: Programme;
  readonly code: string;
  readonly year: number;
}

const params = z.object({ programme: z.string(), code: z.string(), year: z.coerce.number() });

/** The place in the address; undefined where there is none such. */
export function usePlace(): Place | undefined {
  const read = params.safeParse(useParams());
  if (!read.success) return undefined;
  const programme = findProgramme(read.data.programme);
  const { code, year } = read.data;
  return programme && reportYears(programme).includes(year) ? { programme, code, year } : undefined;
}

/** The address of a place's desk, or of a page below it. */
export function deskAddress(
  { programme, code, year }: Place,
  page?: 'assessment' | 'what-if' | 'submission',
): string {
  return ['/desk', programme.id, code, year, ...(page ? [page] : [])].join('/');
}

/** The parts of an API address that name the subject. */
export function subjectParts({
  programme,
  code,
}: Pick<Place, 'programme' | 'code'>): readonly string[] {
  return ['subjects', programme.id, code];
}

/** The parts of the API address of a report's problems. */
export function problemParts(place: Place, report: string): readonly string[] {
  return [...subjectParts(place), 'reports', report, 'problems'];
}

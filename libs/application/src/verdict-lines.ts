import type { DeterminationDocument, VerdictDocument } from '#engine';

/** What a list shows of a verdict. */
export type VerdictLine = Pick<
  VerdictDocument,
  'outcome' | 'overall' | 'due' | 'margin' | 'unit' | 'difference'
> & { readonly target: string };

/** What a list shows of a determination, target by target in the programme's order. */
export function verdictLines({ targets }: Pick<DeterminationDocument, 'targets'>): VerdictLine[] {
  return targets.map(({ id: target, outcome, overall, due, margin, unit, difference }) => ({
    ...{ target, outcome, overall, due, margin, unit, difference },
  }));
}

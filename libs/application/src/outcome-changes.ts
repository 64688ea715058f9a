import type { DeterminationDocument } from '#engine';

/** What one determination says otherwise than another. */
export interface OutcomeChange {
  /** A target's id, or a gate: `quantified` or `overall`. */
  readonly of: string;
  /** A dash where the former knows no such target. */
  readonly from: string;
  readonly to: string;
}

/** The gates and targets with another outcome, findings counted. */
export function outcomeChanges(
  before: DeterminationDocument,
  now: DeterminationDocument,
): readonly OutcomeChange[] {
  const gates = (['quantified', 'overall'] as const).map((of) => ({
    ...{ of, from: before.gate[of], to: now.gate[of] },
  }));
  const targets = now.targets.map(({ id, overall }) => {
    const found = before.targets.find((each) => each.id === id);
    return { of: id, from: found?.overall ?? '—', to: overall };
  });
  return [...gates, ...targets].filter(({ from, to }) => from !== to);
}

/** Three-valued truth: a condition that cannot be decided is neither satisfied nor failed. */
export type Truth = 'yes' | 'no' | 'unknown';

/** Yes or no. */
export function truthOf(holds: boolean): Truth {
  return holds ? 'yes' : 'no';
}

/** Whether a number known to lie in [lower, upper] reaches a bound; upper null is unbounded. */
export function reaches<N extends number | bigint>(
  { lower, upper }: { readonly lower: N; readonly upper: N | null },
  bound: N,
): Truth {
  if (lower >= bound) return 'yes';
  return upper !== null && upper < bound ? 'no' : 'unknown';
}

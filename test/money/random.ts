/** Numbers that a seed decides, the same on every machine. */
export interface Random {
  /** A whole number from 0 to below a limit. */
  upTo(limit: number): number;
  /** True so often. */
  chance(share: number): boolean;
  of<T>(choices: readonly [T, ...T[]]): T;
}

/** By the generator mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (limit: number) => Math.floor(next() * limit);
  return {
    upTo,
    chance: (share) => next() < share,
    of: (choices) => choices[upTo(choices.length)] ?? choices[0],
  };
}

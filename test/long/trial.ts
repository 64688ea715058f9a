/** Something that has to hold whatever happens, tried by seeds: the same seed tries the same. */
export interface Trial {
  /** What is tried, in a few words. */
  readonly what: string;
  /** How many seeds, from 1 on, the faults of CI try, and how many the long tests. */
  readonly seeds: { readonly short: number; readonly long: number };
  /** How many seeds are tried at once: more than one where each has processes of its own. */
  readonly atOnce: number;
  /**
   * Tries one seed.
   * @returns what that was, in words
   * @throws where it does not hold
   */
  attempt(seed: number): Promise<string>;
}

/** What came of one seed. */
export interface Attempt {
  readonly seed: number;
  /** What was tried, or why it does not hold. */
  readonly words: string;
  readonly held: boolean;
}

/** Tries seeds in their order, and tells of each as it ends. */
export async function trySeeds(
  trial: Trial,
  seeds: readonly number[],
  tell: (attempt: Attempt) => void,
): Promise<void> {
  const waiting = [...seeds];
  const tryOn = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      try {
        tell({ seed, words: await trial.attempt(seed), held: true });
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        tell({ seed, words, held: false });
      }
    }
  };
  await Promise.all(Array.from({ length: trial.atOnce }, tryOn));
}

/** The whole numbers from one to another, both included. */
export function seedsBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A word of a closed list, read back. Throws where the column holds another. */
export function oneOf<const T extends string>(words: readonly T[], found: string): T {
  const word = words.find((each) => each === found);
  if (word === undefined) {
    throw new Error(`'${found}' in the database is none of ${words.join(', ')}`);
  }
  return word;
}

/** A column that rows in this state always fill, read back. Throws where it is empty. */
export function filledIn<T>(value: T | null, column: string): T {
  if (value === null) throw new Error(`the column ${column} is empty in the database`);
  return value;
}

/** What a gate says. */
export const gateStates = ['eligible', 'ineligible', 'undetermined'] as const;

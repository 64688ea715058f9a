import type { Clause } from './clause.js';
import type { Day } from './calendar.js';

/** A clause that can be read two ways, and which way was adopted (解释口径). */
export interface Reading {
  readonly id: string;
  readonly clause: Clause;
  /** The question that the clause leaves open (中文). */
  readonly question: string;
  /** The ways to read it, by value, each with its description (中文). */
  readonly values: Readonly<Record<string, string>>;
  /** A value whose figure is shown beside the adopted one's in any case. */
  readonly beside?: string;
  /** Dated adoptions, oldest first; the last one not after the assessed year's end holds. */
  readonly adopted: readonly {
    readonly from: Day;
    readonly value: string;
    /** Why this one (中文). */
    readonly reason: string;
  }[];
}

/** Reading ids with the value chosen for each. */
export type ChosenReadings = Readonly<Record<string, string>>;

/** Declares a reading; throws where it adopts a value that it does not list. */
export function reading(declaration: Reading): Reading {
  for (const { value } of declaration.adopted) {
    if (!Object.hasOwn(declaration.values, value)) {
      throw new Error(`reading ${declaration.id} adopts '${value}', which it does not list`);
    }
  }
  return declaration;
}

/** The value of each reading that holds on a day. Throws where none was adopted by then. */
export function adoptedOn(readings: readonly Reading[], on: Day): Record<string, string> {
  return Object.fromEntries(
    readings.map(({ id, adopted }) => {
      const current = adopted.findLast(({ from }) => from <= on);
      if (!current) throw new Error(`no value of the reading ${id} was adopted by ${on}`);
      return [id, current.value];
    }),
  );
}

/** A choice between declarations by the value of a reading. */
export interface ByReading<T> {
  readonly kind: 'by-reading';
  readonly reading: string;
  readonly choices: Readonly<Record<string, T>>;
}

/** Lets a reading choose between conditions, or between measures. */
export function byReading<T>(
  { id, values }: Reading,
  choices: Readonly<Record<string, T>>,
): ByReading<T> {
  const missing = Object.keys(values).filter((value) => !Object.hasOwn(choices, value));
  if (missing.length > 0) throw new Error(`reading ${id}: no choice for ${missing.join(', ')}`);
  return { kind: 'by-reading', reading: id, choices };
}

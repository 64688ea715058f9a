import type { ChosenReadings, Ledger, Programme } from '#engine';

/** What a declaration is described against. */
export interface Context {
  readonly programme: Programme;
  /** The value chosen for each reading of the programme. */
  readonly readings: ChosenReadings;
}

/** Quotes a word of the report: a sheet, a column, a choice (中文引号). */
export const quoted = (word: string): string => `“${word}”`;

/** Joins words as a choice: “甲”、“乙”或“丙”. */
export function either(words: readonly string[]): string {
  const all = words.map(quoted);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join('、')}或${all.at(-1) ?? ''}`;
}

/** The header of a column, quoted. Throws where the ledger has no such column. */
export function header(ledger: Ledger, column: string): string {
  const declared = ledger.columns[column];
  if (!declared) throw new Error(`ledger ${ledger.id} has no column ${column}`);
  return quoted(declared.header);
}

/** The name of a figure of 年度数据, quoted. Throws where the programme has no such code. */
export function figureName({ programme }: Context, code: string): string {
  const declared = programme.figures.find((figure) => figure.code === code);
  if (!declared) throw new Error(`programme ${programme.id} has no figure ${code}`);
  return quoted(declared.name);
}

/** The declaration that the chosen reading selects. Throws where no value was chosen for it. */
export function chosen<T>(
  { readings }: Context,
  { reading, choices }: { readonly reading: string; readonly choices: Readonly<Record<string, T>> },
): T {
  const choice = choices[readings[reading] ?? ''];
  if (choice === undefined) throw new Error(`no value is chosen for the reading ${reading}`);
  return choice;
}

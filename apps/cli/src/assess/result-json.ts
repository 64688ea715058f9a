import type { DeterminationDocument, Problem } from '#engine';

/** Files by hash, as the person who gave them calls them. */
export type FileNames = ReadonlyMap<string, string>;

/** Problems with the file's name in place of its hash, in their sentences too. */
export function withNames(problems: readonly Problem[], names: FileNames): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    file: names.get(problem.file) ?? problem.file,
    message: [...names].reduce(
      (message, [file, name]) => message.replaceAll(file, name),
      problem.message,
    ),
  }));
}

/**
 * The object that `--json` prints: the determination, with each file's name beside its hash and
 * the problems of the files themselves; what a problem does not know is null. Fields are only ever
 * added to it.
 * @param problems every problem, by file name
 */
export function resultJson(
  determination: DeterminationDocument,
  problems: readonly Problem[],
  names: FileNames,
): string {
  const inputs = determination.inputs.map((input) => ({
    ...input,
    name: names.get(input.file) ?? input.file,
  }));
  const records = problems.map(({ severity, code, file, message, ...known }) => ({
    ...{ severity, code, file },
    ...{ sheet: null, row: null, column: null, seen: null, expected: null, ...known },
    message,
  }));
  return JSON.stringify({ ...determination, inputs, problems: records }, null, 2);
}

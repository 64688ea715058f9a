import type { DeterminationDocument, Problem } from '#engine';

/** Files by hash, as the person who gave them calls them. */
export type FileNames = ReadonlyMap<string, string>;

/** Problems with the file's name in place of its hash. */
export function withNames(problems: readonly Problem[], names: FileNames): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, file: names.get(problem.file) ?? problem.file }));
}

/**
 * The object that `--json` prints: the determination, with each file's name beside its hash and
 * the problems of the files themselves. Fields are only ever added to it.
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
  return JSON.stringify({ ...determination, inputs, problems }, null, 2);
}

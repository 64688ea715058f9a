import type { Problem } from './problem.js';

/**
 * The canonical text of a document, such as a determination: JSON with the keys of every object in
 * order of their code units and no white space. Its UTF-8 bytes are what is hashed and stored.
 */
export function canonicalText(document: object): string {
  return write(document);
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => compare(a, b))
      .map(([key, each]) => `${JSON.stringify(key)}:${write(each)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Puts problems in the order of their places, so that no order of files shows. */
export function byPlace(a: Problem, b: Problem): number {
  return (
    compare(a.file, b.file) ||
    compare(a.sheet ?? '', b.sheet ?? '') ||
    (a.row ?? 0) - (b.row ?? 0) ||
    compare(a.code, b.code)
  );
}

/** Orders texts by their code units, the same on every machine. */
export function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

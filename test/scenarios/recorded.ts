import { createHash } from 'node:crypto';
import {
  canonicalText,
  evaluate,
  type DeterminationDocument,
  type EvaluationInput,
  type Programme,
} from '#engine';
import { findProgramme } from '#rulebook';

/** A determination to be made again: what it rests on, as the engine is given it, and its digests. */
export interface Recorded {
  readonly scenario: string;
  readonly programme: string;
  readonly input: EvaluationInput;
  /** By target id, and `whole` for all that is said of no single target. */
  readonly digests: Readonly<Record<string, string>>;
}

/** The digest of each target's verdict and of the rest: eight digits of the SHA-256 of its bytes. */
export function digestsOf({ targets, ...whole }: DeterminationDocument): Record<string, string> {
  return Object.fromEntries([
    ['whole', digest(whole)],
    ...targets.map((target): [string, string] => [target.id, digest(target)]),
  ]);
}

const digest = (part: object) =>
  createHash('sha256').update(canonicalText(part)).digest('hex').slice(0, 8);

type Made = Pick<Recorded, 'programme' | 'input'>;

/** The programme that a determination is made by. */
export function programmeOf({ programme: id }: Made): Programme {
  const programme = findProgramme(id);
  if (!programme) throw new Error(`no programme ${id}`);
  return programme;
}

/** Makes a determination from what it rests on. */
export function determinedAgain(made: Made): DeterminationDocument {
  return evaluate(programmeOf(made), made.input);
}

/** One line of the record; exact values are digits with an `n`. */
export function writeRecorded(recorded: Recorded): string {
  return JSON.stringify(recorded, (_key, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
}

/** What {@link writeRecorded} wrote. */
export function readRecorded(line: string): Recorded {
  const value: unknown = JSON.parse(line, (_key, each: unknown) =>
    typeof each === 'string' && /^-?\d+n$/.test(each) ? BigInt(each.slice(0, -1)) : each,
  );
  if (!isRecorded(value)) throw new Error(`not written by a scenario: ${line.slice(0, 80)}`);
  return value;
}

const isRecorded = (value: unknown): value is Recorded =>
  typeof value === 'object' && value !== null && 'input' in value && 'digests' in value;

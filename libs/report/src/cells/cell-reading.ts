import type { CellValue } from '#engine';
import type { ProblemCode } from '../problem-catalogue.js';

/** A cell that cannot be taken. */
export interface Fault {
  readonly kind: 'fault';
  readonly code: ProblemCode;
  /** What the cell should hold (中文). */
  readonly expected: string;
  /** What is wrong and what to do, as the end of a sentence (中文). */
  readonly says: string;
}

/** A cell that was taken, with something that its reader should know. */
export interface Noted<T> {
  readonly kind: 'noted';
  readonly value: T;
  readonly code: ProblemCode;
  /** What was done, as the end of a sentence (中文). */
  readonly says: string;
}

/** What a cell that is not blank may hold; figures are held in `bigint`. */
export type FilledValue = NonNullable<CellValue> | bigint;

/** What a cell turned out to hold. */
export type CellReading<T extends FilledValue = NonNullable<CellValue>> = T | Fault | Noted<T>;

export const fault = (code: ProblemCode, expected: string, says: string): Fault => ({
  kind: 'fault',
  code,
  expected,
  says,
});

export const noted = <T>(value: T, code: ProblemCode, says: string): Noted<T> => ({
  kind: 'noted',
  value,
  code,
  says,
});

/** True for a fault of any reading. */
export const isFault = (reading: unknown): reading is Fault =>
  typeof reading === 'object' && reading !== null && 'kind' in reading && reading.kind === 'fault';

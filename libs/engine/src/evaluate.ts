import type { Basis, DeterminationDocument } from './determination-document.js';
import type { Finding } from './finding.js';
import type { Plan } from './plan.js';
import type { GatePolicy, Programme } from './programme.js';
import type { ChosenReadings } from './reading.js';
import type { ReportContent } from './report-content.js';

/** Everything that a determination depends on. */
export interface EvaluationInput {
  readonly subject: { readonly code: string; readonly name: string };
  /** The assessed year, one of the programme's. */
  readonly year: number;
  readonly basis: Basis;
  /** In any order; those after the assessed year are left out. */
  readonly reports: readonly ReportContent[];
  readonly plan?: Plan;
  readonly findings?: readonly Finding[];
  /** Readings switched by hand, which makes the result a what-if. */
  readonly readings?: ChosenReadings;
  /** In place of the programme's own policy. */
  readonly policy?: GatePolicy;
}

/**
 * Evaluates a subject for a year (绩效评定).
 * The same input in any order of reports gives the same document to the byte.
 */
export function evaluate(_programme: Programme, _input: EvaluationInput): DeterminationDocument {
  throw new Error('not yet written');
}

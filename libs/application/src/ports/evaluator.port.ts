import type { DisputedItem, Finding, Plan, RowFinding } from '#engine';
import type { SubjectKey } from '../subject.js';
import type { FrozenDetermination } from './determination-store.port.js';
import type { AcceptedReport } from './report-store.port.js';

/** What a determination is made from; the reports' content is read where it is made. */
export interface EvaluationOrder {
  readonly key: SubjectKey;
  readonly name: string;
  readonly year: number;
  /** At least one, in order of year and file. */
  readonly reports: readonly AcceptedReport[];
  readonly findings: readonly Finding[];
  readonly rowFindings: readonly RowFinding[];
  readonly disputed: readonly DisputedItem[];
  /** The one in force. */
  readonly plan?: Plan;
}

/** Makes determinations aside, so that the process that asks goes on meanwhile. */
export interface Evaluator {
  /** Throws where there is no such programme, or no report. */
  evaluate(order: EvaluationOrder): Promise<FrozenDetermination>;
}

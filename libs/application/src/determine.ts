import { canonicalText, evaluate, type Programme, type ReportContent } from '#engine';
import { sha256 } from './hash.js';
import type { FrozenDetermination } from './ports/determination-store.port.js';
import type { EvaluationOrder } from './ports/evaluator.port.js';
import { programmeOf } from './programme-of.js';
import { verdictLines } from './verdict-lines.js';

/**
 * The determination on the evidence that such contents and findings come to.
 * @param contents one for each of the order's reports
 */
export function determine(
  programmes: readonly Programme[],
  { key, name, year, reports, plan, ...rest }: EvaluationOrder,
  contents: readonly ReportContent[],
): FrozenDetermination {
  const programme = programmeOf(programmes, key.programme);
  if (!programme.ok || reports.length === 0) {
    throw new Error(`nothing to evaluate: ${key.programme} ${key.code}`);
  }
  const document = evaluate(programme.value, {
    subject: { code: key.code, name },
    ...{ year, basis: 'evidence', reports: contents },
    ...{ findings: rest.findings, rowFindings: rest.rowFindings, disputed: rest.disputed },
    ...(plan && { plan }),
  });
  const canonical = canonicalText(document);
  const { rulebook, engine } = document;
  const { quantified, overall } = document.gate;
  const targets = verdictLines(document);
  const kept = { year, gate: { quantified, overall }, rulebook, engine, targets };
  return { hash: sha256(canonical), canonical, document: kept };
}

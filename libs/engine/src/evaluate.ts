import { assemble } from './assemble.js';
import { baseProblems } from './base-problems.js';
import { byPlace, compare } from './canonical.js';
import type { Basis, DeterminationDocument } from './determination-document.js';
import type { DisputedItem } from './disputed-item.js';
import type { Finding } from './finding.js';
import { executionOf } from './execution.js';
import { decideGate } from './gate.js';
import { byYearThenFile } from './item.js';
import type { Plan } from './plan.js';
import { assessedUntil, type GatePolicy, type Programme } from './programme.js';
import { adoptedOn, type ChosenReadings } from './reading.js';
import type { ReportContent } from './report-content.js';
import type { RowFinding } from './row-finding.js';
import { Scope } from './scope.js';
import { Standings } from './standings.js';
import { verdictOf } from './verdict.js';

/** The engine's version, part of every determination: it changes when a result could. */
export const engineVersion = '1.1.0';

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
  /** In any order, one a year for an item; those of years after the assessed one are left out. */
  readonly rowFindings?: readonly RowFinding[];
  /** In any order; claims in reports of years after the assessed one are left out. */
  readonly disputed?: readonly DisputedItem[];
  /** Readings switched by hand, which makes the result a what-if. */
  readonly readings?: ChosenReadings;
  /** In place of the programme's own policy. */
  readonly policy?: GatePolicy;
}

/**
 * Evaluates a subject for a year (绩效评定).
 * The same input in any order of reports, row findings and disputed items gives the same document to the byte.
 * @throws where the year is none that the programme assesses, or a reading has no such value.
 */
export function evaluate(programme: Programme, input: EvaluationInput): DeterminationDocument {
  const { subject, year, basis, plan, findings = [], readings: switched = {} } = input;
  if (!programme.years.includes(year)) {
    throw new Error(`${programme.id} does not assess the year ${year}`);
  }
  const until = assessedUntil(programme, year);
  const readings = withSwitched(programme, adoptedOn(programme.readings, until), switched);
  const upToYear = (each: { readonly year: number }) => each.year <= year;
  const rowFindings = (input.rowFindings ?? []).filter(upToYear).sort(byItem);
  const disputed = (input.disputed ?? []).filter(upToYear).sort(byClaim);
  const evidence = assemble(programme, input.reports, year, new Standings(rowFindings, disputed));
  const scope = new Scope(programme, evidence, year, readings);
  const ordered = findings.filter((finding) => finding.year === year).sort(byTarget);
  const targets = programme.targets.map((target) =>
    verdictOf(target, { scope, basis, plan, findings: ordered }),
  );
  const policy = input.policy ?? programme.gatePolicies.findLast(({ from }) => from <= until);
  if (!policy) throw new Error(`${programme.id} has no gate policy by ${until}`);
  return {
    programme: programme.id,
    rulebook: programme.version,
    engine: engineVersion,
    subject,
    year,
    basis,
    whatIf: Object.keys(switched).length > 0,
    readings,
    switched: Object.keys(switched).sort(),
    inputs: input.reports
      .filter(upToYear)
      .sort(byYearThenFile)
      .map(({ file, year: reported }) => ({ file, year: reported })),
    plan: plan?.document ?? null,
    findings: ordered,
    rowFindings,
    disputed,
    gate: decideGate(policy, targets),
    targets,
    ...executionOf(scope),
    rows: evidence.rows,
    problems: [...evidence.problems, ...baseProblems(scope)].sort(byPlace),
  };
}

/** By target and what they decide; of several on one thing the later given stays last. */
function byTarget(a: Finding, b: Finding): number {
  return compare(`${a.target} ${a.on}`, `${b.target} ${b.on}`);
}

function byItem(a: RowFinding, b: RowFinding): number {
  return compare(a.ledger, b.ledger) || compare(a.item, b.item) || a.year - b.year;
}

function byClaim(a: DisputedItem, b: DisputedItem): number {
  return (
    compare(a.ledger, b.ledger) ||
    compare(a.claim, b.claim) ||
    compare(a.by.code, b.by.code) ||
    byYearThenFile(a, b)
  );
}

function withSwitched(
  programme: Programme,
  adopted: Record<string, string>,
  switched: ChosenReadings,
): ChosenReadings {
  for (const [id, value] of Object.entries(switched)) {
    const reading = programme.readings.find((each) => each.id === id);
    if (!reading || !Object.hasOwn(reading.values, value)) {
      throw new Error(`${programme.id} has no reading ${id}=${value}`);
    }
  }
  return { ...adopted, ...switched };
}

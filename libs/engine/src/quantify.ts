import { conditionsUnder, decideItems, tally, type Decided } from './decide.js';
import type { EvidenceIndex } from './evidence-index.js';
import { addRanges, exactly, type Range } from './exact.js';
import type { Absence, Quantity, ShownRows } from './facts.js';
import type { Ledger } from './ledger.js';
import type { CountMeasure, FlowMeasure, SumMeasure } from './measure.js';
import { readingsIn } from './readings-in.js';
import type { Scope } from './scope.js';
import { relatedLedgers, setAside } from './set-aside.js';
import type { Unit } from './unit.js';

/** Counts or sums a flow, or a stock, of one year. */
export function quantify(measure: FlowMeasure, scope: Scope, year: number): Quantity {
  switch (measure.kind) {
    case 'by-reading':
      return quantify(scope.choose(measure), scope, year);
    case 'total':
      return measure.of.map((part) => quantify(part, scope, year)).reduce(addQuantities);
    case 'count':
    case 'sum':
      return quantifyOnce(measure, scope, year);
  }
}

/** What measures came to, by the evidence and by all else that it depends on. */
const quantified = new WeakMap<EvidenceIndex, Map<object, Map<string, Quantity>>>();

/** Verdict, explanation and the effect of other readings ask for the same again and again. */
function quantifyOnce(measure: CountMeasure | SumMeasure, scope: Scope, year: number): Quantity {
  const ofEvidence = quantified.get(scope.index) ?? new Map<object, Map<string, Quantity>>();
  quantified.set(scope.index, ofEvidence);
  const ofMeasure = ofEvidence.get(measure) ?? new Map<string, Quantity>();
  ofEvidence.set(measure, ofMeasure);
  const chosen = [...readingsIn(measure)].map((id) => scope.readings[id]);
  const key = JSON.stringify([scope.year, year, chosen]);
  const quantity = ofMeasure.get(key) ?? quantifyRows(measure, scope, year);
  ofMeasure.set(key, quantity);
  return quantity;
}

/** The unit of a flow: an amount's, or the one that its count is given in. */
export function flowUnit(measure: FlowMeasure, scope: Scope): Unit {
  switch (measure.kind) {
    case 'by-reading':
      return flowUnit(scope.choose(measure), scope);
    case 'total': {
      const [first] = measure.of;
      if (!first) throw new Error('a total of nothing');
      return flowUnit(first, scope);
    }
    case 'count':
      return '笔';
    case 'sum':
      return '万元';
  }
}

/** A stated figure as a quantity: nothing is known of one that is absent or contradicted. */
export function quantifyFigure(scope: Scope, code: string, year: number): Quantity {
  const figure = scope.evidence.figures.stated(code, year);
  if (figure.kind === 'stated') return known(figure.value);
  return unknown(
    figure.kind === 'absent'
      ? { kind: 'figure-missing', code, year }
      : { kind: 'figures-contradict', code, year },
  );
}

/** A quantity that is one number with no rows behind it. */
export function known(value: bigint): Quantity {
  return { range: exactly(value), absences: [], rejected: 0, rows: [] };
}

function unknown(absence: Absence): Quantity {
  return { range: { lower: 0n, upper: null }, absences: [absence], rejected: 0, rows: [] };
}

export function addQuantities(a: Quantity, b: Quantity): Quantity {
  return {
    range: addRanges(a.range, b.range),
    absences: [...a.absences, ...b.absences],
    rejected: a.rejected + b.rejected,
    rows: [...a.rows, ...b.rows],
  };
}

function quantifyRows(measure: CountMeasure | SumMeasure, scope: Scope, year: number): Quantity {
  const { ledger } = measure;
  const { items, rejected } = scope.index.ledger(ledger);
  const conditions = conditionsUnder(measure.conditions, scope);
  const accumulates = ledger.span === 'stock';
  const given = accumulates ? items : scope.index.itemsOf(ledger, year);
  const decided = withDoubtfulKeys(ledger, decideItems(ledger, given, conditions, scope));
  const absences = absencesOf(ledger, scope, year);
  const range =
    measure.kind === 'count' ? countRange(measure, decided) : sumRange(measure, decided);
  const apartBy = (measure.kind === 'count' ? measure.distinctBy : measure.oncePer) ?? null;
  const aside = setAside(ledger, conditions, decided, scope, year);
  const rows: ShownRows = { ledger, conditions, decided, apartBy, ...aside };
  const years = accumulates ? [...rejected.keys()] : [year];
  return {
    range: absences.length === 0 ? range : { lower: range.lower, upper: null },
    absences,
    rejected: [ledger, ...relatedLedgers(conditions)]
      .flatMap((each) => years.map((one) => scope.index.ledger(each).rejected.get(one) ?? 0))
      .reduce((sum, count) => sum + count, 0),
    rows: [rows],
  };
}

/** A row that leaves part of its key blank may be the item of another row that agrees in the rest. */
function withDoubtfulKeys(ledger: Ledger, decided: readonly Decided[]): readonly Decided[] {
  const key = ledger.sameItem.at(-1) ?? [];
  const optional = key.filter((id) => !ledger.columns[id]?.required);
  if (optional.length === 0) return decided;
  const sureOf = ({ item }: Decided) =>
    JSON.stringify(key.filter((id) => !optional.includes(id)).map((id) => item.values[id]));
  const sharers = new Map<string, number>();
  for (const row of decided) {
    if (row.item.excluded === null) sharers.set(sureOf(row), (sharers.get(sureOf(row)) ?? 0) + 1);
  }
  return decided.map((row) => {
    const blank = optional.some((id) => (row.item.values[id] ?? null) === null);
    return row.truth === 'yes' && blank && (sharers.get(sureOf(row)) ?? 0) > 1
      ? { ...row, truth: 'unknown' }
      : row;
  });
}

function absencesOf(ledger: Ledger, scope: Scope, year: number): Absence[] {
  if (ledger.span === 'stock') {
    const { years: assessed } = scope.programme;
    if (!scope.evidence.reported.some((each) => assessed.includes(each))) {
      return [{ kind: 'report-missing', year }];
    }
    const years = scope.yearsWithout(ledger);
    return years.length > 0 ? [{ kind: 'sheet-missing', sheet: ledger.sheet, years }] : [];
  }
  if (!scope.evidence.reported.includes(year)) return [{ kind: 'report-missing', year }];
  return scope.index.ledger(ledger).filed.has(year)
    ? []
    : [{ kind: 'sheet-missing', sheet: ledger.sheet, years: [year] }];
}

function countRange({ distinctBy }: CountMeasure, decided: readonly Decided[]): Range {
  if (distinctBy === undefined) {
    const { lower, upper } = tally(decided);
    return { lower: BigInt(lower), upper: BigInt(upper) };
  }
  const { groups, loose } = groupBy(decided, distinctBy);
  const { lower, upper } = tally(groups);
  const sureLoose = loose.some(({ truth }) => truth === 'yes');
  return {
    lower: BigInt(lower === 0 && sureLoose ? 1 : lower),
    upper: BigInt(upper + tally(loose).upper),
  };
}

/**
 * Sums an amount; rows of one group give one amount. A row that does not name its group may repeat
 * any group of the same amount, so for sure it only adds an amount that no sure group has.
 */
function sumRange({ column, oncePer }: SumMeasure, decided: readonly Decided[]): Range {
  const amountOf = ({ item }: Decided) => Number(item.values[column] ?? 0);
  if (oncePer === undefined) return rangeOfSums(decided, amountOf);
  const { groups, loose } = groupBy(decided, oncePer);
  const named = rangeOfSums(groups, amountOf);
  const seen = new Set(groups.filter(({ truth }) => truth === 'yes').map(amountOf));
  const first = loose.filter((row) => {
    if (row.truth !== 'yes' || seen.has(amountOf(row))) return false;
    seen.add(amountOf(row));
    return true;
  });
  return addRanges(named, {
    lower: sum(first.map(amountOf)),
    upper: sum(loose.filter(({ truth }) => truth !== 'no').map(amountOf)),
  });
}

function rangeOfSums(decided: readonly Decided[], amountOf: (row: Decided) => number): Range {
  return {
    lower: sum(decided.filter(({ truth }) => truth === 'yes').map(amountOf)),
    upper: sum(decided.filter(({ truth }) => truth !== 'no').map(amountOf)),
  };
}

/** Adds safe integers, going over to BigInt before digits could be lost. */
function sum(amounts: readonly number[]): bigint {
  let total = 0n;
  let partial = 0;
  for (const amount of amounts) {
    const next = partial + amount;
    if (next <= Number.MAX_SAFE_INTEGER) {
      partial = next;
    } else {
      total += BigInt(partial);
      partial = amount;
    }
  }
  return total + BigInt(partial);
}

/** One decided row for each value of a column, the surest of its rows; blanks stay loose. */
function groupBy(
  decided: readonly Decided[],
  column: string,
): { groups: Decided[]; loose: Decided[] } {
  const groups = new Map<unknown, Decided>();
  const loose: Decided[] = [];
  for (const row of decided) {
    const value = row.item.values[column] ?? null;
    const known = groups.get(value);
    if (value === null) loose.push(row);
    else if (!known || surer(row, known)) groups.set(value, row);
  }
  return { groups: [...groups.values()], loose };
}

function surer(a: Decided, b: Decided): boolean {
  return (a.truth === 'yes' && b.truth !== 'yes') || (a.truth === 'unknown' && b.truth === 'no');
}

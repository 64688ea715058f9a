import type { Condition } from './condition.js';
import type { Decided } from './decide.js';
import type { Trace, TraceValue } from './determination-document.js';
import { formatQuantity, type Range } from './exact.js';
import type { Base, BaseSource, Quantity, ShownRows } from './facts.js';
import { groupBy } from './group-by.js';
import type { Item } from './item.js';
import type { GrowthJudgement, Judgement } from './judge.js';
import type { Ledger } from './ledger.js';
import { byReason } from './set-aside-in-words.js';
import type { Unit } from './unit.js';

/** The computation behind a judgement as JSON: figures, formula and rows, each with its place. */
export function traceOf(judgement: Judgement): Trace {
  switch (judgement.kind) {
    case 'quantity':
      return {
        kind: 'quantity',
        quantity: quantityTrace(judgement.quantity, judgement.threshold.unit),
      };
    case 'growth':
      return growthTrace(judgement);
    case 'each':
      return { kind: 'each', parts: judgement.parts.map(traceOf) };
  }
}

function growthTrace({ facts, comparison }: GrowthJudgement): Trace {
  const { unit } = facts;
  return {
    kind: 'growth',
    method: facts.method,
    unit,
    baseYear: facts.baseYear,
    base: baseTrace(facts.base, unit),
    after: facts.after.map(({ year, quantity }) => ({
      year,
      quantity: quantityTrace(quantity, unit),
    })),
    substitute: facts.substitute && {
      kind: facts.substitute.kind,
      document: facts.substitute.document,
      value:
        facts.substitute.kind === 'absolute' ? formatQuantity(facts.substitute.value, unit) : null,
    },
    formula: comparison && {
      is: 'final × denominator ≥ anchor × numerator',
      fromYear: comparison.fromYear,
      years: facts.baseYear + facts.after.length - comparison.fromYear,
      final: rangeTrace(comparison.final, unit),
      anchor: formatQuantity(comparison.bar.anchor, unit),
      numerator: comparison.bar.factor.numerator.toString(),
      denominator: comparison.bar.factor.denominator.toString(),
      needed: formatQuantity(comparison.needed, unit),
    },
  };
}

function baseTrace(base: Base, unit: Unit): Trace {
  if (base.kind === 'absent') return { kind: 'absent', absences: base.absences.map(plain) };
  const sources = (given: readonly BaseSource[]) =>
    given.map(({ origin, range }) => ({ origin, value: rangeTrace(range, unit) }));
  if (base.kind === 'differ') return { kind: 'differ', sources: sources(base.sources) };
  return {
    kind: 'known',
    origin: base.origin,
    quantity: quantityTrace(base.quantity, unit),
    agreeing: sources(base.sources.slice(1)),
  };
}

function quantityTrace({ range, absences, rejected, rows }: Quantity, unit: Unit): Trace {
  return {
    value: rangeTrace(range, unit),
    absences: absences.map(plain),
    rejected,
    ledgers: rows.map(rowsTrace),
  };
}

function rangeTrace({ lower, upper }: Range, unit: Unit): TraceValue {
  const low = formatQuantity(lower, unit);
  if (lower === upper) return low;
  return [low, upper === null ? null : formatQuantity(upper, unit)];
}

/** The rows of a ledger by what became of them. */
export function rowsTrace(shown: ShownRows): Trace {
  const { ledger, conditions, decided, apartBy, excluded, disputed } = shown;
  const spoiled = (truth: Decided['truth']) =>
    conditions.flatMap((condition, index) => {
      const rows = itemsOf(
        decided.filter((each) => each.truth === truth && each.because === index),
      );
      return rows.length === 0
        ? []
        : [{ condition: conditionTrace(condition, ledger), rows: places(rows) }];
    });
  return {
    sheet: ledger.sheet,
    apartBy: apartBy === null ? null : headerOf(ledger, apartBy),
    conditions: conditions.map((condition) => conditionTrace(condition, ledger)),
    counted: places(itemsOf(decided.filter(({ truth }) => truth === 'yes'))),
    undecided: spoiled('unknown'),
    notCounted: spoiled('no'),
    excluded: byReason(excluded).map(({ sheet, reason, items }) => ({
      ...{ sheet, reason },
      rows: places(items),
    })),
    disputed: disputed.map(({ ledger: { sheet }, item: { year, file, row, rivals } }) => ({
      ...{ sheet, year, file, row },
      claimedBy: rivals.map(({ by, year: claimed, file: other, row: there }) => ({
        ...by,
        ...{ year: claimed, file: other, row: there },
      })),
    })),
  };
}

const itemsOf = (decided: readonly Decided[]) => decided.map(({ item }) => item);

/** A condition as data, columns by their headers. */
function conditionTrace(condition: Condition<string>, ledger: Ledger): Trace {
  const entries = Object.entries(condition).map(([key, value]): [string, TraceValue] => {
    if (key === 'ledger' && 'ledger' in condition) return ['sheet', condition.ledger.sheet];
    if (key === 'conditions' && 'conditions' in condition) {
      const on = 'ledger' in condition ? condition.ledger : (ledger.belongsTo?.ledger ?? ledger);
      return [key, condition.conditions.map((each) => conditionTrace(each, on))];
    }
    if (key === 'steps' && 'steps' in condition) {
      return ['value', formatQuantity(BigInt(condition.steps), condition.unit)];
    }
    return [key, typeof value === 'string' ? headerOf(ledger, value) : plain(value)];
  });
  return Object.fromEntries(entries);
}

function headerOf(ledger: Ledger, id: string): string {
  return ledger.columns[id]?.header ?? id;
}

/** JSON data as it is. */
function plain(value: unknown): TraceValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return null;
}

/** Rows by file, as spans of row numbers such as `2-101,105`. */
function places(items: readonly Item[]): TraceValue {
  return [...groupBy(items, ({ file }) => file)].map(([file, rows]) => ({
    file,
    year: rows[0]?.year ?? null,
    count: rows.length,
    rows: spans(rows.map(({ row }) => row).sort((a, b) => a - b)),
  }));
}

function spans(rows: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  rows.forEach((row, index) => {
    if (rows[index + 1] === row + 1) return;
    const first = rows[from] ?? row;
    parts.push(first === row ? `${row}` : `${first}-${row}`);
    from = index + 1;
  });
  return parts.join(',');
}

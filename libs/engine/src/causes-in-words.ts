import type { Condition } from './condition.js';
import { formatQuantity, type Range } from './exact.js';
import type { BaseOrigin, Quantity, ShownRows } from './facts.js';
import type { Cause, Judgement } from './judge.js';
import type { Ledger } from './ledger.js';
import type { Programme } from './programme.js';
import { disputedSentences } from './set-aside-in-words.js';
import type { Unit } from './unit.js';

/** Why a judgement is open, and what would settle it; a clause each (中文). */
export function causesInWords(
  judgement: Exclude<Judgement, { kind: 'each' }>,
  programme: Programme,
): string[] {
  const unit = judgement.kind === 'growth' ? judgement.facts.unit : judgement.threshold.unit;
  return judgement.causes.flatMap((cause) =>
    cause.kind === 'undecided-rows'
      ? undecidedSentences(judgement)
      : [causeSentence(cause, unit, programme)],
  );
}

const originWords: Readonly<Record<BaseOrigin, string>> = {
  ledger: '基期台账',
  plan: '备案方案',
  application: '申报材料',
};

function causeSentence(
  cause: Exclude<Cause, { kind: 'undecided-rows' }>,
  unit: Unit,
  programme: Programme,
): string {
  const nameOf = (code: string) =>
    programme.figures.find((figure) => figure.code === code)?.name ?? code;
  switch (cause.kind) {
    case 'report-missing':
      return `没有${cause.year}年度的报告`;
    case 'sheet-missing':
      return `${cause.years.join('、')}年度报告没有“${cause.sheet}”表，请补报；确实没有的，在该表填“无”`;
    case 'figure-missing':
      return cause.code === ''
        ? `没有${cause.year}年的分项数据`
        : `缺${cause.year}年的“${nameOf(cause.code)}”，请在“年度数据”表补填`;
    case 'figures-contradict':
      return `${cause.year}年的“${nameOf(cause.code)}”前后不一致，请改成一致`;
    case 'base-absent':
      return '没有基期数据，增幅无从计算';
    case 'bases-differ': {
      const sources = cause.sources.map(
        ({ origin, range }) => `${originWords[origin]}${rangeText(range, unit)}`,
      );
      return `基期数据来源不一致：${sources.join('，')}`;
    }
    case 'base-zero':
      return '基期为零，不适用增幅公式，须有经批准的替代办法及其文号';
    case 'year-unclear':
      return `算术平均须有每一年大于零的数，${cause.year}年的数不明`;
  }
}

/** How many rows cannot be decided, by what they lack. */
function undecidedSentences(judgement: Exclude<Judgement, { kind: 'each' }>): string[] {
  const rows = rowsBehind(judgement);
  const byCondition = rows.flatMap(({ ledger, conditions, decided, when }) =>
    conditions.flatMap((condition, index) => {
      const count = decided.filter(
        ({ truth, because }) => truth === 'unknown' && because === index,
      ).length;
      return count === 0
        ? []
        : [`${when}“${ledger.sheet}”有${count}行的${lookedAt(condition, ledger)}`];
    }),
  );
  return [
    ...byCondition,
    ...rows.flatMap(looseRows),
    ...disputedSentences(rows.flatMap(({ disputed }) => disputed)),
  ];
}

/** The rows that a judgement rests on; those of growth with their year. */
function rowsBehind(
  judgement: Exclude<Judgement, { kind: 'each' }>,
): readonly (ShownRows & { readonly when: string })[] {
  const dated = ({ rows }: Quantity, when: string) => rows.map((each) => ({ ...each, when }));
  if (judgement.kind === 'quantity') return dated(judgement.quantity, '');
  const { base, baseYear, after } = judgement.facts;
  return [
    ...(base.kind === 'known' ? dated(base.quantity, `${baseYear}年`) : []),
    ...after.slice(-1).flatMap(({ year, quantity }) => dated(quantity, `${year}年`)),
  ];
}

/** Rows that count but do not say which of the counted things they belong to. */
function looseRows({ ledger, decided, apartBy }: ShownRows): string[] {
  if (apartBy === null) return [];
  const loose = decided.filter(
    ({ item, truth }) => truth !== 'no' && (item.values[apartBy] ?? null) === null,
  ).length;
  return loose === 0
    ? []
    : [`“${ledger.sheet}”有${loose}行未填“${ledger.columns[apartBy]?.header ?? apartBy}”`];
}

/** What a condition looks at and cannot decide: columns, or the rows of another ledger. */
function lookedAt(condition: Condition<string>, ledger: Ledger): string {
  if ('label' in condition) {
    const columns = condition.conditions.flatMap((each) => columnsOf(each));
    return `“${condition.ledger.sheet}”中的${condition.label}无法确定，请核对${headersOf(columns, condition.ledger)}`;
  }
  if (condition.kind === 'is-one-of' && condition.undecided.length > 0) {
    return `${headersOf(columnsOf(condition), ledger)}为“${condition.undecided.join('”“')}”，无法归类`;
  }
  const headers = headersOf(columnsOf(condition), ledger);
  if ('than' in condition) return `${headers}或“年度数据”中的当地平均增幅缺少或无法确定`;
  return `${headers === '' ? '所属项' : headers}缺少或无法确定`;
}

function columnsOf(condition: Condition<string>): readonly string[] {
  if ('choices' in condition) return Object.values(condition.choices).flat().flatMap(columnsOf);
  return [
    ...('column' in condition ? [condition.column] : []),
    ...('previous' in condition ? [condition.previous] : []),
    ...('from' in condition && 'until' in condition ? [condition.until] : []),
  ];
}

function headersOf(columns: readonly string[], ledger: Ledger): string {
  return columns.map((id) => `“${ledger.columns[id]?.header ?? id}”`).join('、');
}

/** A quantity in its unit, or what is known of it (中文). */
export function rangeText({ lower, upper }: Range, unit: Unit): string {
  const low = formatQuantity(lower, unit);
  if (lower === upper) return `${low}${unit}`;
  if (upper === null) return lower === 0n ? '不明' : `至少${low}${unit}`;
  return `${low}至${formatQuantity(upper, unit)}${unit}`;
}

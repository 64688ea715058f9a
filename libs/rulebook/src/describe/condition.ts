import { formatQuantity, type Condition, type Ledger } from '#engine';
import { chosen, either, figureName, header, quoted, type Context } from './words.js';

type Conditions = readonly Condition<string>[];

/**
 * Says in Chinese what a row of the ledger must satisfy, one phrase a condition, under the chosen
 * readings.
 */
export function describeConditions(
  conditions: Conditions,
  ledger: Ledger,
  context: Context,
): readonly string[] {
  return conditions.flatMap((condition) =>
    condition.kind === 'by-reading'
      ? describeConditions(chosen(context, condition), ledger, context)
      : [describeCondition(condition, ledger, context)],
  );
}

function describeCondition(
  condition: Exclude<Condition<string>, { kind: 'by-reading' }>,
  ledger: Ledger,
  context: Context,
): string {
  const column = (id: string) => header(ledger, id);
  switch (condition.kind) {
    case 'is-true':
      return `${column(condition.column)}为“是”`;
    case 'is-one-of':
      return `${column(condition.column)}为${either(condition.values)}${
        condition.undecided.length > 0 ? `（${either(condition.undecided)}的无法判定）` : ''
      }`;
    case 'at-least':
      return `${column(condition.column)}不低于${formatQuantity(BigInt(condition.steps), condition.unit)}${condition.unit}`;
    case 'filled':
      return `${column(condition.column)}已填写`;
    case 'dated-by-year-end':
      return `${column(condition.column)}不晚于评定年度末`;
    case 'dated-in-period':
      return `${column(condition.column)}在实施期内，且不晚于评定年度末`;
    case 'dated-between':
      return `${column(condition.column)}在${condition.from}至${condition.to}之间（含首尾两日），且不晚于评定年度末`;
    case 'in-force-in-period':
      return `${column(condition.from)}至${column(condition.until)}之间至少有一天在实施期内（截至评定年度末）`;
    case 'valid-at-year-end':
      return `${column(condition.from)}不晚于评定年度末，${column(condition.until)}不早于评定年度末`;
    case 'grows-faster':
      return `${column(condition.column)}比${column(condition.previous)}的增幅高于（不含等于）${figureName(context, condition.than)}`;
    case 'grow-faster-together':
      return `符合其他条件的各行合计，${column(condition.column)}比${column(condition.previous)}的增幅高于（不含等于）${figureName(context, condition.than)}`;
    case 'listed-once':
      return `${column(condition.column)}只列在一项之下（几项都列的，无法判定归属）`;
    case 'has-at-least':
      return `每项在${itemsOf(condition, context)}`;
    case 'have-at-least-in-total':
      return `符合其他条件的各项合计，在${itemsOf(condition, context)}`;
    case 'belongs-to-one-where':
      return `所属的${parentOf(ledger, condition.conditions, context)}`;
  }
}

function itemsOf(
  condition: {
    readonly ledger: Ledger;
    readonly label: string;
    readonly conditions: Conditions;
    readonly items: number;
  },
  context: Context,
): string {
  const { ledger, label, conditions, items } = condition;
  const phrases = describeConditions(conditions, ledger, context).join('；');
  return `${quoted(ledger.sheet)}表中的${label}不少于${items}件（${phrases}）`;
}

function parentOf(ledger: Ledger, conditions: Conditions, context: Context): string {
  const parent = ledger.belongsTo?.ledger;
  if (!parent) throw new Error(`ledger ${ledger.id} belongs to no other`);
  return `${quoted(parent.sheet)}一行：${describeConditions(conditions, parent, context).join('；')}`;
}

import type { Said } from '../language/language.js';
import type { ConditionTrace } from './trace.js';

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const quoted = (value: unknown) => `“${text(value)}”`;

/** What a row has to satisfy, from a trace: columns by their headers. */
export function conditionWords(condition: ConditionTrace): Said {
  const { kind, column, from, until, previous, values, value, unit, sheet, label, items } =
    condition;
  const among = Array.isArray(values) ? values.join('、') : '';
  switch (kind) {
    case 'is-true':
      return { zh: `${quoted(column)}为“是”`, en: `${quoted(column)} is yes` };
    case 'is-one-of':
      return { zh: `${quoted(column)}为${among}`, en: `${quoted(column)} is one of ${among}` };
    case 'at-least':
      return {
        zh: `${quoted(column)}不低于${text(value)}${text(unit)}`,
        en: `${quoted(column)} is at least ${text(value)} ${text(unit)}`,
      };
    case 'filled':
      return { zh: `${quoted(column)}已填写`, en: `${quoted(column)} is filled in` };
    case 'dated-by-year-end':
      return {
        zh: `${quoted(column)}不晚于评定年度末`,
        en: `${quoted(column)} by the end of the year`,
      };
    case 'dated-in-period':
    case 'dated-between':
      return { zh: `${quoted(column)}在实施期内`, en: `${quoted(column)} is within the period` };
    case 'in-force-in-period':
      return {
        zh: `${quoted(from)}至${quoted(until)}有一天在实施期内`,
        en: `${quoted(from)} to ${quoted(until)} touches the period`,
      };
    case 'valid-at-year-end':
      return {
        zh: `${quoted(from)}至${quoted(until)}在评定年度末有效`,
        en: `${quoted(from)} to ${quoted(until)} covers the end of the year`,
      };
    case 'grows-faster':
    case 'grow-faster-together':
      return {
        zh: `${quoted(column)}比${quoted(previous)}的增幅高于当地平均`,
        en: `${quoted(column)} grew over ${quoted(previous)} by more than the local average`,
      };
    case 'listed-once':
      return { zh: `${quoted(column)}只列在一项之下`, en: `${quoted(column)} is listed once` };
    case 'has-at-least':
    case 'have-at-least-in-total':
      return {
        zh: `${quoted(sheet)}表中的${text(label)}不少于${Number(items)}件`,
        en: `at least ${Number(items)} of ${quoted(label)} on ${quoted(sheet)}`,
      };
    default:
      return { zh: '所属的上级行符合条件', en: 'the row that it belongs to satisfies its own' };
  }
}

import type { CountMeasure, Ledger, Measure, SumMeasure } from '#engine';
import { describeConditions } from './condition.js';
import { chosen, figureName, header, quoted, type Context } from './words.js';

/** Says in Chinese how a measure is counted, under the chosen readings. */
export function describeMeasure(measure: Measure, context: Context): string {
  switch (measure.kind) {
    case 'by-reading':
      return describeMeasure(chosen(context, measure), context);
    case 'count':
      return `${rowsOf(measure, context)}，按${itemKey(measure)}区分，同一项只计一次，数其个数`;
    case 'sum':
      return `${rowsOf(measure, context)}，${header(measure.ledger, measure.column)}之和${
        measure.oncePer ? `，同一${header(measure.ledger, measure.oncePer)}的金额只计一次` : ''
      }`;
    case 'total':
      return measure.of.map((part) => `〔${describeMeasure(part, context)}〕`).join('＋');
    case 'figure':
      return `“年度数据”表中评定年度的${figureName(context, measure.code)}`;
    case 'growth':
      return `〔${describeMeasure(measure.of, context)}〕自${String(context.programme.baseYear)}年（基期）起的年均增幅（${methodOf(measure.methodReading, context)}）；${sourcesOf(measure.figures, context)}`;
    case 'each':
      return `下列各项须分别达到，以最低的为准：${measure.of.map((part) => describeMeasure(part, context)).join('；')}`;
  }
}

function rowsOf({ ledger, conditions }: CountMeasure | SumMeasure, context: Context): string {
  const phrases = describeConditions(conditions, ledger, context);
  return `${spanOf(ledger)}${quoted(ledger.sheet)}表中${phrases.length > 0 ? '符合全部条件的行' : '的各行'}${
    phrases.length > 0 ? `（${phrases.map((phrase, n) => `${n + 1}. ${phrase}`).join('；')}）` : ''
  }`;
}

const spans = { annual: '评定年度报告的', flow: '当年报告的', stock: '截至评定年度各年报告的' };

const spanOf = ({ span }: Ledger): string => spans[span];

function itemKey({ ledger, distinctBy }: CountMeasure): string {
  const keys = distinctBy ? [[distinctBy]] : ledger.sameItem;
  return keys
    .map((columns) => columns.map((column) => header(ledger, column)).join('和'))
    .join('，没有的按');
}

function methodOf(id: string, { programme, readings }: Context): string {
  const reading = programme.readings.find((candidate) => candidate.id === id);
  const method = reading?.values[readings[id] ?? ''];
  if (!method) throw new Error(`programme ${programme.id} has no method by the reading ${id}`);
  return method;
}

/** Where a flow's values come from, besides the assessed year's ledger, which nothing replaces. */
function sourcesOf(figures: readonly string[], context: Context): string {
  const base = `${String(context.programme.baseYear)}年的值`;
  if (figures.length === 0) return `${base}和各年的值只取自台账`;
  const stated = figures.map((code) => figureName(context, code)).join('＋');
  return `${base}依次取自台账、备案方案、申报值${stated}（申报值须由复核人确认），各来源不一致的无法判定；其后各年取自台账，评定年度以前没有台账的取申报值`;
}

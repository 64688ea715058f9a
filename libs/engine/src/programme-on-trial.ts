import { assemble } from './assemble.js';
import type { Unit } from './unit.js';
import { quantity } from './exact.js';
import { amount, date, ledger, text, yesNo, type CellValue } from './ledger.js';
import type { DisputedItem } from './disputed-item.js';
import type { Programme } from './programme.js';
import type { Reading } from './reading.js';
import type { Figure, LedgerContent, ReportContent } from './report-content.js';
import type { RowFinding } from './row-finding.js';
import { Scope } from './scope.js';
import { Standings } from './standings.js';

/** A programme of the tests' own, small enough that a row shows what it decides. */

/** Firms accumulate, and others may claim them. */
export const firms = ledger({
  ...{ id: 'firms', sheet: '企业', span: 'stock', hint: '' },
  columns: {
    name: text('名称', { required: true }),
    kind: text('类型'),
    big: yesNo('规模以上'),
    revenue: amount('营业收入（万元）'),
    before: amount('上年营业收入（万元）'),
    from: date('起始日期'),
    until: date('截止日期'),
  },
  sameItem: [['name']],
  acrossSubjects: { disputedBy: [['name']] },
});

/** Patents belong to firms. */
export const patents = ledger({
  ...{ id: 'patents', sheet: '专利', span: 'stock', hint: '' },
  columns: {
    number: text('专利号', { required: true }),
    owner: text('权利人', { required: true }),
    granted: yesNo('已授权'),
  },
  sameItem: [['number', 'owner']],
  acrossSubjects: { disputedBy: [['number']] },
  belongsTo: { ledger: firms, by: 'owner', parentColumn: 'name' },
});

/** Loans are of their year; those of one contract state one sum. */
export const loans = ledger({
  ...{ id: 'loans', sheet: '贷款', span: 'flow', hint: '' },
  columns: {
    number: text('编号', { required: true }),
    bank: text('银行'),
    contract: text('合同号'),
    sum: amount('金额（万元）'),
    on: date('日期'),
  },
  sameItem: [['number', 'bank']],
  acrossSubjects: { disputedBy: [['number'], ['contract']] },
  mustAgree: { by: 'contract', on: 'sum' },
});

export const clause = { document: '示例办法', article: '一', quote: '开展试点' };

export const method: Reading = {
  ...{ id: 'method', clause, question: '怎样平均' },
  values: { compound: '复合', arithmetic: '算术平均', simple: '简单平均' },
  adopted: [{ from: '2019-01-01', value: 'compound', reason: '字面' }],
};

/** Three years from a base, without targets; a test adds those that it is about. */
export const small: Programme = {
  ...{ id: 'small', version: '1', name: '小项目', nameEn: 'Small', document: '示例办法' },
  ...{ subject: 'division', baseYear: 2018, years: [2019, 2020, 2021] },
  period: { from: '2019-01-01', to: '2021-12-31' },
  ledgers: [firms, patents, loans],
  figures: [
    { code: 'local-growth', name: '当地平均增幅', unit: '%' },
    { code: 'loans', name: '贷款金额', unit: '万元' },
    { code: 'more-loans', name: '其他贷款金额', unit: '万元' },
  ],
  readings: [method],
  targets: [],
  gatePolicies: [{ id: 'every', from: '2019-01-01', clause, kind: 'every-target' }],
  money: { clause, award: { least: 1n, most: 1n }, firstPayment: null },
  procedure: [],
};

type Rows = readonly Readonly<Record<string, CellValue>>[];

/** A report whose rows stand from the second on; a file is named by one letter. */
export function report(
  file: string,
  year: number,
  ledgers: Readonly<Record<string, Rows | { readonly rows: Rows; readonly rejected: number }>>,
  figures: readonly Omit<Figure, 'row'>[] = [],
): ReportContent {
  const contents = Object.entries(ledgers).map(([id, given]): [string, LedgerContent] => {
    const { rows, rejected } = 'rows' in given ? given : { rows: given, rejected: 0 };
    return [id, { rows: rows.map((values, index) => ({ row: index + 2, values })), rejected }];
  });
  return {
    ...{ file: file.repeat(64), year, statements: [] },
    ledgers: Object.fromEntries(contents),
    figures: figures.map((figure, index) => ({ ...figure, row: index + 2 })),
  };
}

/** Money as a cell holds it. */
export const wanYuan = (decimal: string): number => Number(quantity(decimal, '万元'));

/** A line of 年度数据. */
export const figure = (
  code: string,
  year: number,
  decimal: string,
  unit: Unit = '万元',
): Omit<Figure, 'row'> => ({ code, year, value: quantity(decimal, unit), unit });

/** The scope of an assessment of the small programme for its last year. */
export function scopeOf(
  reports: readonly ReportContent[],
  more: {
    readonly programme?: Programme;
    readonly year?: number;
    readonly readings?: Readonly<Record<string, string>>;
    readonly rowFindings?: readonly RowFinding[];
    readonly disputed?: readonly DisputedItem[];
  } = {},
): Scope {
  const { programme = small, year = 2021, rowFindings = [], disputed = [] } = more;
  const standings = new Standings(rowFindings, disputed);
  const evidence = assemble(programme, reports, year, standings);
  return new Scope(programme, evidence, year, { method: 'compound', ...more.readings });
}

import {
  amount,
  choice,
  count,
  date,
  ledger,
  patentNumber,
  text,
  type Programme,
  yesNo,
} from '#engine';
import { programmes } from '#rulebook';
import { readReport, readWholeReport, type WholeReport } from '#report';
import { sheetOf, withWorkbook, type WorkbookSketch } from './workbook-of-parts.js';

const items = ledger({
  id: 'items',
  sheet: '台账',
  span: 'flow',
  hint: '',
  columns: {
    name: text('名称', { required: true }),
    amount: amount('金额（万元）'),
    count: count('件数'),
    on: date('日期', { rule: 'in-report-year' }),
    sure: yesNo('确认'),
    number: patentNumber('专利号', { formFrom: 'type', forms: { 发明专利: 'invention' } }),
    type: choice('类型', ['发明专利', '其他']),
  },
  sameItem: [['name']],
  acrossSubjects: { natural: '' },
});

const [city] = programmes;
if (!city) throw new Error('no programme is declared');

/** The 2019 programme with one ledger that has a column of nearly every kind. */
export const smallProgramme: Programme = { ...city, id: 'small', ledgers: [items] };

/** 封面 of a report that is in order, label and value. */
export const coverFields: readonly (readonly [string, string | number])[] = [
  ['报告格式', 1],
  ['项目编码', 'small'],
  ['填报主体', '示例市'],
  ['主体代码', '999901'],
  ['报告年度', 2021],
  ['填报日期', '2022-01-31'],
];

/** A workbook in order but for what is given. */
export function reportSketch(
  given: Partial<WorkbookSketch> & { readonly ledger?: string } = {},
): WorkbookSketch {
  const { ledger: xml = sheetOf([['名称'], ['无']]), sheets = {}, ...rest } = given;
  return {
    sheets: {
      封面: sheetOf(coverFields),
      年度数据: sheetOf([['指标编码', '单位', '年份', '数值']]),
      专项说明: sheetOf([['指标编码', '完成情况', '偏差原因及改进措施', '证明材料']]),
      台账: xml,
      ...sheets,
    },
    ...rest,
  };
}

/** Reads a report that is expected to be readable. */
export async function readAt(path: string): Promise<WholeReport> {
  const report = await readWholeReport(path, [smallProgramme]);
  if (report.kind === 'unreadable') throw new Error(report.message);
  return report;
}

/** Reads a workbook in order but for what is given. */
export function read(given: Parameters<typeof reportSketch>[0]): Promise<WholeReport> {
  return withWorkbook(reportSketch(given), readAt);
}

/** The rows read of the ledger. */
export const rowsOf = ({ content }: WholeReport) => content.ledgers['items']?.rows;

/** Code, row and column of each problem. */
export const placesOf = ({ problems }: WholeReport) =>
  problems.map(({ code, row, column }) => [code, row, column]);

/** Reads a report for what it says of itself, or for its refusal; its rows are not kept. */
export function readSmall(path: string) {
  return readReport(path, [smallProgramme], { cover: () => undefined, rows: () => undefined });
}

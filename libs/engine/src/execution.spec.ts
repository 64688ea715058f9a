import { evaluate, quantity, type CellValue, type ReportContent } from '#engine';
import { findProgramme } from '#rulebook';

const programme = findProgramme('2019-city-operation');
if (!programme) throw new Error('no such programme');

const wanYuan = (text: string) => Number(quantity(text, '万元'));

type Use = readonly [project: string, budget: string, spent: string, day: string];

function reportOf(year: number, uses: readonly Use[] | undefined, rejected = 0): ReportContent {
  const rows = (uses ?? []).map(([project, budget, spent, spentOn], index) => {
    const values: Record<string, CellValue> = { project, spentOn };
    return {
      row: index + 2,
      values: { ...values, budget: wanYuan(budget), spent: wanYuan(spent) },
    };
  });
  return {
    ...{ file: 'a'.repeat(64), year, figures: [], statements: [] },
    ledgers: uses === undefined ? {} : { 'fund-use': { rows, rejected } },
  };
}

const executed = (...reports: readonly ReportContent[]) =>
  evaluate(programme, {
    ...{ subject: { code: '999901', name: '示例市' }, year: 2021, basis: 'evidence', reports },
  }).execution;

describe('budget execution', () => {
  it('is what was spent of the budget of each project, which counts once', () => {
    const uses: readonly Use[] = [
      ['甲项目', '300', '100', '2021-03-01'],
      ['甲项目', '300', '100.5', '2021-09-01'],
      ['乙项目', '0.000001', '0', '2021-09-01'],
    ];
    expect(executed(reportOf(2021, uses))).toEqual({
      ...{ budget: '300.000001', spent: '200.5', rate: '66.83', rejectedRows: 0 },
    });
  });

  it('is not stated where the report has no such sheet, or only an earlier one has', () => {
    expect(executed(reportOf(2021, undefined))).toBeUndefined();
    expect(executed(reportOf(2020, [['甲', '1', '1', '2020-05-01']]))).toBeUndefined();
  });

  it('is open while a row failed a check, or a project states two budgets', () => {
    const one: Use = ['甲', '10', '1', '2021-05-01'];
    const open = { budget: null, spent: null, rate: null };
    expect(executed(reportOf(2021, [one], 1))).toEqual({ ...open, rejectedRows: 1 });
    const other: Use = ['甲', '20', '1', '2021-06-01'];
    expect(executed(reportOf(2021, [one, other]))).toEqual({ ...open, rejectedRows: 2 });
  });

  it('has no rate where there is no budget, and goes beyond 100 % where more was spent', () => {
    expect(executed(reportOf(2021, []))?.rate).toBeNull();
    expect(executed(reportOf(2021, [['甲', '10', '12', '2021-05-01']]))?.rate).toBe('120.00');
  });

  it('decides nothing', () => {
    const input = { subject: { code: '999901', name: '示例市' }, year: 2021 } as const;
    const given = (uses: readonly Use[] | undefined) =>
      evaluate(programme, { ...input, basis: 'evidence', reports: [reportOf(2021, uses)] });
    const without = given(undefined);
    const spentTwice = given([['甲', '10', '20', '2021-05-01']]);
    expect(spentTwice.gate).toEqual(without.gate);
    expect(spentTwice.targets).toEqual(without.targets);
  });
});

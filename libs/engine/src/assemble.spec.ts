import { assemble } from './assemble.js';
import { EvidenceIndex } from './evidence-index.js';
import type { DisputedItem } from './disputed-item.js';
import { ledger, text, type Ledger } from './ledger.js';
import { figure, firms, loans, patents, report, small, wanYuan } from './programme-on-trial.js';
import type { ReportContent } from './report-content.js';
import type { RowFinding } from './row-finding.js';
import { Standings } from './standings.js';

const questioned = (findings: readonly RowFinding[] = [], disputed: readonly DisputedItem[] = []) =>
  new Standings(findings, disputed);
const put = (reports: readonly ReportContent[], standings = questioned(), year = 2021) =>
  assemble(small, reports, year, standings);
/** What stands of a ledger: its rows as year, file and row. */
const standing = (ledgerOf: Ledger, ...args: Parameters<typeof put>) =>
  (put(...args).ledgers.get(ledgerOf.id)?.items ?? []).map(
    ({ year, file, row }) => `${year}${file.charAt(0)}${row}`,
  );
const problemsIn = (...reports: readonly ReportContent[]) =>
  put(reports).problems.filter(({ code }) => code !== 'year-without-report');

const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
const leftOut = (item: string): RowFinding => ({
  ...{ ledger: 'firms', item, year: 2021, outcome: 'excluded', reason: '不实' },
});
const firm = (name: string, more: object = {}) => ({ name, ...more });
const loan = (number: string, bank: string | null, more: object = {}) => ({
  number,
  bank,
  ...more,
});

describe('the reports put together', () => {
  it('are those up to the assessed year, by year, file and row', () => {
    const given = [
      report('c', 2021, { firms: [firm('丁')] }),
      report('b', 2020, { firms: [firm('丙')] }),
      report('a', 2020, { firms: [firm('甲'), firm('乙')] }),
      report('a', 2019, { firms: [] }),
    ];
    expect(standing(firms, given, questioned(), 2020)).toEqual(['2020a2', '2020a3', '2020b2']);
    expect(put(given, questioned(), 2020).reported).toEqual([2019, 2020]);
    expect(standing(firms, given)).toEqual(['2020a2', '2020a3', '2020b2', '2021c2']);
    expect(given[0]?.year).toBe(2021);
  });

  it('name each assessed year that has none, in the last of the files', () => {
    const missing = (year: number, ...years: readonly number[]) =>
      put(
        years.map((each) => report(`${each % 10}`, each, {})),
        questioned(),
        year,
      ).problems.map(({ file, message }) => [file.charAt(0), message.slice(0, 11)]);
    expect(missing(2021, 2018, 2020)).toEqual([
      ['0', '没有收到2019年度的'],
      ['0', '没有收到2021年度的'],
    ]);
    expect(missing(2020, 2019, 2020)).toEqual([]);
    expect(missing(2019)).toEqual([['', '没有收到2019年度的']]);
    expect(put([report('a', 2019, {}), report('b', 2020, {})]).problems).toEqual([
      {
        ...{ severity: 'notice', code: 'year-without-report', file: b },
        message: '没有收到2021年度的报告；累计类指标只按已收到的报告计数。',
      },
    ]);
  });

  it('keep of what accumulates the latest row, and of a flow the rows of every year', () => {
    const years = [2019, 2020, 2021].map((year) =>
      report(`${year - 2018}`, year, { firms: [firm('甲')], loans: [loan('1', '行')] }),
    );
    expect(standing(firms, years)).toEqual(['202132']);
    expect(standing(loans, years)).toEqual(['201912', '202022', '202132']);
    const later = [...years, report('9', 2020, { firms: [firm('乙')] })];
    expect(standing(firms, later)).toEqual(['202092', '202132']);
  });

  it('count rows by what became of them', () => {
    const found = leftOut('丙');
    const rows = [firm('甲'), firm('甲'), firm('乙', { kind: 'x' }), firm('乙'), firm('丙')];
    const given = [
      report('a', 2021, { firms: { rows, rejected: 2 }, loans: { rows: [], rejected: 1 } }),
      report('b', 2020, { firms: { rows: [firm('丁')], rejected: 1 } }),
      report('c', 2021, { firms: { rows: [], rejected: 4 } }),
    ];
    const evidence = put(given, questioned([found]));
    expect(evidence.rows).toEqual({ accepted: 3, rejected: 10, excluded: 1 });
    expect([...(evidence.ledgers.get('firms')?.rejected ?? [])]).toEqual([
      [2020, 1],
      [2021, 8],
    ]);
    expect([...(evidence.ledgers.get('firms')?.filed ?? [])]).toEqual([2020, 2021]);
    expect([...(evidence.ledgers.get('loans')?.filed ?? [])]).toEqual([2021]);
    expect(evidence.ledgers.get('firms')?.excluded.map(({ row }) => row)).toEqual([6]);
  });

  it('know the rows that another claims', () => {
    const claim = { ledger: 'firms', claim: '{"name":"乙"}', by: { code: '2', name: '二市' } };
    const disputed = [{ ...claim, year: 2021, file: a, row: 2 }];
    const given = [report('b', 2021, { firms: [firm('甲'), firm('乙')] })];
    const { ledgers } = put(given, questioned([], disputed));
    expect(ledgers.get('firms')?.disputed.map(({ row }) => row)).toEqual([3]);
  });
});

describe('rows of one report', () => {
  it('count once where they say the same, an empty cell being as good as none', () => {
    const given = report('a', 2021, {
      firms: [firm('甲', { kind: null }), firm('甲'), firm('甲')],
    });
    expect(standing(firms, [given])).toEqual(['2021a2']);
    expect(problemsIn(given)).toEqual(
      [3, 4].map((row) => ({
        ...{ severity: 'warning', code: 'same-item-repeated', file: a, sheet: '企业', row },
        message: `“企业”表第${row}行：与第2行是同一项，内容一致，只计一次。`,
      })),
    );
  });

  it('count nowhere where they differ, in this file or another of the year', () => {
    const one = report('a', 2021, {
      firms: [firm('甲', { big: true }), firm('甲', { kind: '企业' })],
    });
    const other = report('b', 2021, { firms: [firm('甲', { big: true })] });
    expect(standing(firms, [one, other])).toEqual([]);
    const words = '是同一项，但“类型”“规模以上”不一致，都不计数；请核对后只留一行。';
    expect(problemsIn(one, other)).toEqual(
      [
        [a, 2, `“企业”表第2行：与第3行、文件${b}第2行${words}`] as const,
        [a, 3, `“企业”表第3行：与第2行、文件${b}第2行${words}`] as const,
        [b, 2, `“企业”表第2行：与文件${a}第2行、文件${a}第3行${words}`] as const,
      ].map(([file, row, message]) => ({
        ...{ severity: 'error', code: 'same-item-differs', file, sheet: '企业', row, message },
      })),
    );
    expect(put([one, other]).rows).toEqual({ accepted: 0, rejected: 3, excluded: 0 });
  });

  it('name five of the others at the most', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => firm('甲', { kind: `${index}` }));
    const first = (count: number) =>
      problemsIn(report('a', 2021, { firms: rows(count) }))[0]?.message;
    expect(first(6)).toContain('与第3行、第4行、第5行、第6行、第7行是同一项');
    expect(first(7)).toContain('与第3行、第4行、第5行、第6行、第7行等是同一项');
  });

  it('contradict no row that a finding leaves out', () => {
    const found = leftOut('甲');
    const given = report('a', 2021, { firms: [firm('甲', { big: true }), firm('甲')] });
    const evidence = put([given], questioned([found]));
    expect(evidence.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(evidence.rows).toEqual({ accepted: 0, rejected: 0, excluded: 2 });
  });

  it('of different years may differ', () => {
    const years = [2020, 2021].map((year) =>
      report('a', year, { firms: [firm('甲', { kind: `${year}` })] }),
    );
    expect(problemsIn(...years)).toEqual([]);
  });
});

describe('rows that must agree', () => {
  const of = (contract: string | null, sum: string) => ({ contract, sum: wanYuan(sum) });

  it('count nowhere where they do not, and say in what', () => {
    const rows = [
      loan('1', '行', of('C', '1')),
      loan('2', '行', of('C', '2')),
      loan('3', '行', of('D', '9')),
    ];
    const given = report('a', 2021, { loans: rows });
    expect(standing(loans, [given])).toEqual(['2021a4']);
    expect(problemsIn(given)).toEqual(
      [
        [2, 3],
        [3, 2],
      ].map(([row, other]) => ({
        ...{ severity: 'error', code: 'amounts-differ', file: a, sheet: '贷款', row },
        ...{ column: '金额（万元）', seen: 'C' },
        message: `“贷款”表第${row}行：与第${other}行的“合同号”相同，但“金额（万元）”不一致，都不计数；请核对。`,
      })),
    );
  });

  it('are those of one contract in one year', () => {
    const agreeing = [loan('1', '行', of('C', '1')), loan('2', '行', of('C', '1'))];
    const blank = [loan('3', '行', of(null, '2')), loan('4', '行', of(null, '3'))];
    const given = [report('a', 2021, { loans: [...agreeing, ...blank] })];
    const before = report('b', 2020, { loans: [loan('5', '行', of('C', '7'))] });
    expect(problemsIn(...given, before)).toEqual([]);
    expect(standing(loans, [...given, before])).toHaveLength(5);
  });
});

describe('rows that belong to others', () => {
  const owned = { number: '1', owner: '乙' };

  it('count nowhere where those are not listed', () => {
    const given = report('a', 2021, {
      firms: [firm('甲')],
      patents: [owned, { ...owned, owner: '甲' }],
    });
    expect(standing(patents, [given])).toEqual(['2021a3']);
    expect(problemsIn(given)).toEqual([
      {
        ...{ severity: 'error', code: 'not-listed', file: a, sheet: '专利', row: 2 },
        ...{ column: '权利人', seen: '乙' },
        message: '“专利”表第2行：“乙”不在“企业”表中，或者那一行有错；请先在该表中填好。',
      },
    ]);
  });

  it('are taken as they are where the sheet of those was never filed', () => {
    const given = report('a', 2021, { patents: [owned] });
    expect(standing(patents, [given])).toEqual(['2021a2']);
    expect(problemsIn(given)).toEqual([]);
    expect(standing(patents, [given, report('b', 2021, { firms: [] })])).toEqual([]);
  });

  it('are left out with them, and a finding of their own comes before', () => {
    const rows = [owned, { number: '2', owner: '乙' }, { number: '3', owner: '甲' }];
    const given = report('a', 2021, { firms: [firm('甲'), firm('乙')], patents: rows });
    const found = { year: 2021, outcome: 'excluded' } as const;
    const findings = [
      { ...found, ledger: 'firms', item: '乙', reason: '已注销' },
      { ...found, ledger: 'patents', item: '[0,"2","乙"]', reason: '已失效' },
    ];
    const above = put([given], questioned(findings)).ledgers.get('patents');
    const item = (row: number) => above?.items.find((each) => each.row === row)?.excluded;
    expect([2, 3, 4].map(item)).toEqual(['已注销', '已失效', null]);
  });
});

describe('an item of a flow in two years', () => {
  it('counts in each, with a word of it', () => {
    const years = [2019, 2020].map((year) =>
      report(year === 2019 ? 'a' : 'b', year, { loans: [loan('1', '行')], firms: [firm('甲')] }),
    );
    expect(standing(loans, years)).toEqual(['2019a2', '2020b2']);
    expect(problemsIn(...years)).toEqual([
      {
        ...{ severity: 'warning', code: 'same-item-in-two-years', file: b, sheet: '贷款', row: 2 },
        message: `“贷款”表第2行：与2019年度报告（文件${a}）第2行是同一项，两个年度各计一次；请核对是否重复填报。`,
      },
    ]);
  });
});

describe('the figures stated', () => {
  const book = (...reports: readonly ReportContent[]) => put(reports).figures;
  const lines = (...amounts: readonly string[]) =>
    amounts.map((each) => figure('loans', 2018, each));

  it('are one where all lines agree, the first of them its place', () => {
    const figures = book(
      report('a', 2019, {}, lines('5')),
      report('b', 2020, {}, lines('5', '5.0')),
    );
    expect(figures.stated('loans', 2018)).toEqual({
      ...{ kind: 'stated', value: 5_000_000n, file: a, row: 2 },
    });
    expect(figures.stated('loans', 2019)).toEqual({ kind: 'absent' });
    expect(figures.stated('none', 2018)).toEqual({ kind: 'absent' });
    expect(figures.problems).toEqual([]);
  });

  it('contradict each other where any two differ, and each line says what the others say', () => {
    const unnamed = [figure('none', 2018, '1'), figure('none', 2018, '2')];
    const figures = book(
      report('a', 2019, {}, [...lines('5', '6'), ...unnamed]),
      report('b', 2020, {}, lines('5')),
    );
    expect(figures.stated('loans', 2018)).toEqual({ kind: 'contradicted' });
    const words = (row: number, own: string, others: string) =>
      `“年度数据”表第${row}行：2018年的“贷款金额”为${own}万元，${others}，无法判定以哪个为准；请改成一致。`;
    expect(figures.problems.slice(0, 3)).toEqual(
      [
        [a, 2, '5', words(2, '5', `第3行为6万元，文件${b}第2行为5万元`)] as const,
        [a, 3, '6', words(3, '6', `第2行为5万元，文件${b}第2行为5万元`)] as const,
        [b, 2, '5', words(2, '5', `文件${a}第2行为5万元，文件${a}第3行为6万元`)] as const,
      ].map(([file, row, seen, message]) => ({
        ...{ severity: 'error', code: 'figures-differ', file, sheet: '年度数据', row },
        ...{ column: '数值', seen, message },
      })),
    );
    expect(figures.problems[3]?.message).toContain('2018年的“none”为1万元，第5行为2万元');
  });
});

describe('the index of the evidence', () => {
  const rows = [
    { number: '1', owner: '甲' },
    { number: '2', owner: '甲' },
    { number: '1', owner: '乙' },
  ];
  const index = new EvidenceIndex(
    put([report('a', 2021, { firms: [firm('甲'), firm('乙'), firm('丙')], patents: rows })]),
  );
  const [one, , three] = index.ledger(firms).items;
  const [first] = index.ledger(patents).items;

  it('finds what belongs to an item, and what it belongs to', () => {
    const numbers = (of: typeof one) =>
      of && index.childrenOf(of, patents).map(({ values }) => values['number']);
    expect([numbers(one), numbers(three)]).toEqual([['1', '2'], []]);
    expect(first && index.parentOf(first, patents)).toBe(one);
  });

  it('counts how often a value is listed', () => {
    const listings = ['1', '2', '3'].map((number) => index.listingsOf(number, patents, 'number'));
    expect(listings).toEqual([2, 1, 0]);
    expect(index.listingsOf('甲', patents, 'owner')).toBe(2);
    expect(index.listingsOf('甲', firms, 'name')).toBe(1);
  });

  it('throws for a ledger that there is none of, and where nothing is above', () => {
    const strange = ledger({
      ...{ id: 'strange', sheet: '别的', span: 'flow', hint: '', sameItem: [['x']] },
      ...{ columns: { x: text('x', { required: true }) }, acrossSubjects: { natural: '' } },
    });
    expect(() => index.ledger(strange)).toThrow('the programme has no ledger strange');
    expect(() => one && index.childrenOf(one, firms)).toThrow('ledger firms belongs to no other');
    expect(() => one && index.parentOf(one, loans)).toThrow('ledger loans belongs to no other');
  });
});

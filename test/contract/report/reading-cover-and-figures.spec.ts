import { read, readSmall, placesOf, reportSketch, coverFields } from './small-programme.js';
import { sheetOf, withWorkbook } from './workbook-of-parts.js';
import { readReport } from '#report';
import { smallProgramme } from './small-programme.js';

describe('年度数据 and 专项说明', () => {
  const figures = async (...rows: (string | number | undefined)[][]) => {
    const sheet = sheetOf([['指标编码', '指标名称', '单位', '年份', '数值', '来源说明'], ...rows]);
    const report = await read({ sheets: { 年度数据: sheet } });
    return { figures: report.content.figures, places: placesOf(report) };
  };

  it('give figures in the unit of their code, and lines without a value say nothing', async () => {
    const { figures: given, places } = await figures(
      ['trade-licence-amount', '任意', '万元', 2018, '1,234.5', '年报'],
      ['pledge-amount', '', '亿元', '2018年', 1.5],
      ['custody-smes', '', '', 2021, 1200],
      ['pledge-count', '', '笔', 2018, undefined],
    );
    expect(given).toEqual([
      { code: 'trade-licence-amount', year: 2018, value: 1_234_500_000n, unit: '万元', row: 2 },
      { code: 'pledge-amount', year: 2018, value: 15_000_000_000n, unit: '万元', row: 3 },
      { code: 'custody-smes', year: 2021, value: 1200n, unit: '家', row: 4 },
    ]);
    expect(places).toEqual([['unit-converted', 3, '数值']]);
  });

  it('refuse an unknown code, a wrong unit, a wrong year and a negative amount', async () => {
    const { figures: given, places } = await figures(
      ['pledge', '', '万元', 2018, 1],
      ['pledge-count', '', '家', 2018, 1],
      ['pledge-count', '', '笔', 2022, 1],
      ['pledge-amount', '', '万元', 2018, -1],
      ['local-revenue-growth', '', '%', 2021, -1.5],
    );
    expect(given).toHaveLength(1);
    expect(places).toEqual([
      ['figure-code-unknown', 2, '指标编码'],
      ['unit-mismatch', 3, '单位'],
      ['figure-year', 4, '年份'],
      ['number-negative', 5, '数值'],
    ]);
  });

  it('take no figure whose unit cannot be read, and name the cell of the unit', async () => {
    const line = (value: number) => ['pledge-amount', '单位', 2018, value];
    const sheet = sheetOf([['指标编码', '单位', '年份', '数值'], line(3), line(4), line(5)])
      .replace(/<c r="B2".*?<\/c>/, '<c r="B2" t="str"><f>D9</f></c>')
      .replace(/<c r="B3".*?<\/c>/, '<c r="B3" t="e"><f>D9</f><v>#REF!</v></c>')
      .replace(/<c r="B4".*?<\/c>/, '<c r="B4"><v>10000</v></c>');
    const report = await read({ sheets: { 年度数据: sheet } });
    expect(report.content.figures).toEqual([]);
    expect(placesOf(report)).toEqual([
      ['unsaved-formula', 2, '单位'],
      ['error-value', 3, '单位'],
      ['unit-mismatch', 4, '单位'],
    ]);
  });

  it('give statements on the programme’s own targets', async () => {
    const sheet = sheetOf([
      ['指标编码', '完成情况', '偏差原因及改进措施', '证明材料'],
      ['cluster-zone', '已建成', undefined, '批复'],
      ['mixed-pledge'],
      ['unknown', '是'],
    ]);
    const report = await read({ sheets: { 专项说明: sheet } });
    expect(report.content.statements).toEqual([
      { target: 'cluster-zone', completion: '已建成', deviation: '', proof: '批复', row: 2 },
    ]);
    expect(placesOf(report)).toEqual([['statement-target-unknown', 4, '指标编码']]);
  });
});

describe('封面', () => {
  const refusal = async (label: string, value: string | number | undefined) => {
    const fields = coverFields.map(([each, given]) => [each, each === label ? value : given]);
    return withWorkbook(reportSketch({ sheets: { 封面: sheetOf(fields) } }), readSmall);
  };

  it.each([
    ['报告格式', '2', 'format-unusable'],
    ['报告格式', undefined, 'format-unusable'],
    ['项目编码', '2020-other', 'programme-unusable'],
    ['项目编码', undefined, 'programme-unusable'],
    ['主体代码', '99990', 'subject-unusable'],
    ['主体代码', '909901', 'subject-unusable'],
    ['主体代码', '示例市', 'subject-unusable'],
    ['报告年度', 2017, 'year-unusable'],
    ['报告年度', '二〇二一', 'year-unusable'],
  ])('with %s given as %p is refused in one sentence', async (label, value, code) => {
    const report = await refusal(label, value);
    expect(report).toMatchObject({ kind: 'unreadable', code });
    expect(report.kind === 'unreadable' && report.message).toMatch(
      new RegExp(`^封面.*${label}.*。$`),
    );
  });

  it('that gives a key twice, differently, is refused', async () => {
    const fields = [...coverFields, ['主体代码', '999902']];
    const report = await withWorkbook(
      reportSketch({ sheets: { 封面: sheetOf(fields) } }),
      readSmall,
    );
    expect(report).toMatchObject({ code: 'subject-unusable' });
  });

  it('that lacks name or date is read, with an error', async () => {
    const fields = coverFields.filter(([label]) => !['填报主体', '填报日期'].includes(label));
    const report = await read({ sheets: { 封面: sheetOf(fields) } });
    expect(report.problems.map(({ code }) => code)).toEqual(['cover-name-missing', 'cover-date']);
    expect(report.cover.filledOn).toBeNull();
  });

  it('that is missing refuses the file', async () => {
    const sheets = { 台账: sheetOf([['名称'], ['甲']]) };
    expect(await withWorkbook({ sheets }, readSmall)).toMatchObject({ code: 'cover-missing' });
  });

  it('is known before the first row, wherever its sheet stands', async () => {
    const { 封面: cover = '', ...others } = reportSketch({
      ledger: sheetOf([['名称'], ['甲']]),
    }).sheets;
    const told: string[] = [];
    await withWorkbook({ sheets: { ...others, 封面: cover } }, (path) =>
      readReport(path, [smallProgramme], {
        cover: ({ subject }) => void told.push(subject.name),
        rows: (ledger, rows) => void told.push(`${ledger} ${rows.length}`),
      }),
    );
    expect(told).toEqual(['示例市', 'items 1']);
  });
});

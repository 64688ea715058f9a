import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { programmes } from '#rulebook';
import { formatDocs } from './format-docs.js';
import { reportSchema } from './json-schema.js';

const root = new URL('../../../', import.meta.url);

describe('the documentation of the report format', () => {
  it.each([...formatDocs(programmes)])('%s is what the declarations say', async (name, content) => {
    expect(await readFile(new URL(`docs/report-format/${name}`, root), 'utf8')).toBe(content);
  });
});

describe('the JSON schema of a report', () => {
  const schemaFor = (id: string) => {
    const programme = programmes.find((each) => each.id === id);
    if (!programme) throw new Error(`no programme ${id}`);
    return z.fromJSONSchema(z.looseObject({}).parse(reportSchema(programme)));
  };
  const city = {
    报告格式: 1,
    封面: {
      项目编码: '2019-city-operation',
      填报主体: '示例市',
      主体代码: '999901',
      报告年度: 2021,
      填报日期: '2022-01-31',
    },
    集聚区: [],
    交易许可: [
      {
        合同登记号: 'H1',
        类型: '许可',
        出让方: '甲',
        受让方: '乙',
        '合同金额（万元）': '1,234.50',
        登记日期: '2021-03-05',
        备注: '另加的列',
      },
    ],
  };

  it('takes the sample report of the platform programme', async () => {
    const sample = new URL('test/scenarios/2023-liaoning-platform/sample-report.json', root);
    const report: unknown = JSON.parse(await readFile(sample, 'utf8'));
    expect(schemaFor('2023-liaoning-platform').safeParse(report).error).toBeUndefined();
  });

  it('takes an empty ledger, a blank optional cell and a column of the clerk’s own', () => {
    expect(schemaFor('2019-city-operation').safeParse(city).error).toBeUndefined();
  });

  it.each([
    ['another programme', { ...city, 封面: { ...city.封面, 项目编码: '2023-liaoning-platform' } }],
    ['a year that is not assessed', { ...city, 封面: { ...city.封面, 报告年度: 2022 } }],
    ['no cover', { 报告格式: 1 }],
    ['another format', { ...city, 报告格式: 2 }],
    ['a ledger that is no list', { ...city, 集聚区: '无' }],
    ['a required cell left out', { ...city, 交易许可: [{ 合同登记号: 'H1' }] }],
    ['a word that is no choice', { ...city, 交易许可: [{ ...city.交易许可[0], 类型: '出租' }] }],
    ['a negative amount', { ...city, 交易许可: [{ ...city.交易许可[0], '合同金额（万元）': -1 }] }],
    ['an unknown figure', { ...city, 年度数据: [{ 指标编码: 'x', 年份: 2021, 数值: 1 }] }],
  ])('refuses %s', (_, report) => {
    expect(schemaFor('2019-city-operation').safeParse(report).success).toBe(false);
  });
});

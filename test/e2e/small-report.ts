/** A small report as JSON, with one row that is right and one whose credit code is not. */
export function smallReport(
  year: number,
  options: {
    readonly code?: string;
    /** How many there are, of this amount each. */
    readonly policies?: number;
    readonly amount?: string;
    readonly insurer?: string;
    /** How many units are certified: two at most, of which the second has a wrong credit code. */
    readonly units?: number;
    readonly note?: string;
  } = {},
): Buffer {
  const { code = '999901', policies = 3, amount = '100.5', units = 2, note = '' } = options;
  const { insurer = '示例保险' } = options;
  return Buffer.from(
    JSON.stringify({
      封面: {
        报告格式: '1',
        项目编码: '2019-city-operation',
        填报主体: '示例市',
        主体代码: code,
        报告年度: year,
        填报日期: `${year + 1}-01-10`,
        填报单位: note,
      },
      年度数据: [
        { 指标编码: 'insurance-amount', 单位: '万元', 年份: 2018, 数值: 100, 来源说明: '年鉴' },
      ],
      专项说明: [],
      贯标单位: ['914403001922038216', '914403001922038217']
        .slice(0, units)
        .map((creditCode) => certified(creditCode, year)),
      知识产权保险: Array.from({ length: policies }, (_, index) => ({
        保单号: `P${year}-${index}`,
        保险公司: insurer,
        投保人: '示例公司',
        险种: '专利执行险',
        '保险金额（万元）': amount,
        起保日期: `${year}-06-01`,
      })),
    }),
  );
}

const certified = (creditCode: string, year: number) => ({
  单位名称: '示例单位',
  统一社会信用代码: creditCode,
  单位类型: '企业',
  标准: 'GB/T 29490',
  证书编号: 'ZS1',
  认证日期: `${year}-03-01`,
  有效期至: `${year + 3}-02-28`,
});

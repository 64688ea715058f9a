import type { Ledger } from '#engine';
import { cityLedgers } from '#rulebook';
import { inLastYear, thrivingCity, type City } from './city.js';
import { miscopied } from './invented-numbers.js';
import { inventReport, type InventedReport, type InventedRow } from './invented-report.js';

/** An invented city with its three reports, and what they show. */
export interface Example {
  readonly code: string;
  readonly name: string;
  /** One line in Chinese, and in English. */
  readonly story: { readonly zh: string; readonly en: string };
  readonly reports: readonly InventedReport[];
}

const years = (city: City, change: (report: InventedReport) => InventedReport = (same) => same) =>
  city.years.map(({ year }) => change(inventReport(city, year)));

/** Every measured target is met, with room to spare. */
function allMet(): Example {
  const city = thrivingCity('950001', '示例市甲');
  return {
    ...{ code: city.code, name: city.name, reports: years(city) },
    story: { zh: '全部达标（核查结论由演示代为记录）', en: 'all met' },
  };
}

/**
 * A hundred certified units, of which one code was copied wrongly; and pledges that grow 30.00 %
 * a year as shown, from 10 亿元 to 0.01 万元 less than the 21.97 亿元 that 30 % asks for.
 */
function missedByALittle(): Example {
  const city = inLastYear(thrivingCity('950002', '示例市乙'), (last) => ({
    ...last,
    stock: { ...last.stock, certified: 100 },
    pledges: { ...last.pledges, amount: 219_699_990_000 },
  }));
  const miscopy = (row: InventedRow, index: number) =>
    index === 97 ? { ...row, creditCode: miscopied(String(row['creditCode'])) } : row;
  return {
    ...{ code: city.code, name: city.name },
    story: { zh: '差一点：贯标少一家，质押融资少 100 元', en: 'missed by a little' },
    reports: years(city, (report) =>
      explained(changed(report, cityLedgers.certifiedUnits, miscopy), report.year),
    ),
  };
}

/** The report with the city's word on what it missed in the last year. */
function explained(report: InventedReport, year: number): InventedReport {
  if (year !== 2021) return report;
  const missed = [
    ['certified-units', '', '1家单位的统一社会信用代码填写有误；将核对证书后更正（演示数据）'],
    ['pledge-amount-growth', '', '年末1笔质押登记顺延至次年；将按季督促银行登记（演示数据）'],
  ] as const;
  return { ...report, statements: [...report.statements, ...missed] };
}

/**
 * Patents without a grant date, a base of zero, a missing sheet in the last year, and no local
 * average: nothing fails, and nothing of it can be judged.
 */
function cannotBeJudged(): Example {
  const thriving = thrivingCity('950003', '示例市丙');
  const city = { ...thriving, base: { ...thriving.base, insurance: 0 } };
  const forget = (row: InventedRow, index: number) =>
    String(row['portfolio']) > 'ZH-016' && index % 4 === 0 ? { ...row, grantedOn: null } : row;
  return {
    ...{ code: city.code, name: city.name },
    story: { zh: '无法判定：基期为零、缺表、缺授权公告日、缺当地平均增幅', en: 'cannot be judged' },
    reports: years(city, (report) => {
      const partly = changed(report, cityLedgers.portfolioPatents, forget);
      return {
        ...partly,
        figures: partly.figures.filter(({ code }) => code !== 'local-revenue-growth'),
        ledgers:
          report.year === 2021
            ? partly.ledgers.filter(({ ledger }) => ledger !== cityLedgers.custodyEnterprises)
            : partly.ledgers,
      };
    }),
  };
}

/** The three cities of the demonstration: all met, missed by a little, cannot be judged. */
export const threeCities = (): readonly Example[] => [
  allMet(),
  missedByALittle(),
  cannotBeJudged(),
];

function changed(
  report: InventedReport,
  changedLedger: Ledger,
  change: (row: InventedRow, index: number) => InventedRow,
): InventedReport {
  return {
    ...report,
    ledgers: report.ledgers.map(({ ledger, rows }) =>
      ledger === changedLedger ? { ledger, rows: rows.map(change) } : { ledger, rows },
    ),
  };
}

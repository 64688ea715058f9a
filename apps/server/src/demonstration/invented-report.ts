import { formatQuantity, type CellValue, type Ledger } from '#engine';
import { cityLedgers } from '#rulebook';
import type { City, CityYear } from './city.js';
import * as flows from './invented-flows.js';
import * as stocks from './invented-stocks.js';

/** One row of a ledger, by column id: amounts in 分, dates YYYY-MM-DD. */
export type InventedRow = Readonly<Record<string, CellValue>>;

/** One line of 年度数据, its value a plain decimal in its unit. */
export interface InventedFigure {
  readonly code: string;
  readonly unit: string;
  readonly year: number;
  readonly value: string;
}

/** The content of a report, before it is written as a workbook. */
export interface InventedReport {
  readonly subject: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly figures: readonly InventedFigure[];
  /** Lines of 专项说明: a target's id, how it was reached, and why it was not. */
  readonly statements: readonly (readonly [string, string, string?])[];
  readonly ledgers: readonly { readonly ledger: Ledger; readonly rows: readonly InventedRow[] }[];
}

/**
 * Makes up a city's report for one of its years. As in life, the ledgers of stocks repeat the rows
 * of earlier years, and those of flows and institutions tell the year alone.
 */
export function inventReport(city: City, year: number): InventedReport {
  const facts = city.years.find((each) => each.year === year);
  if (!facts) throw new Error(`${city.name} has no facts for ${year}`);
  const { stock } = facts;
  const since = (kind: keyof CityYear['stock'], index: number) =>
    city.years.find((each) => index < each.stock[kind])?.year ?? year;
  const accumulate = <T>(
    kind: keyof CityYear['stock'],
    row: (city: City, index: number, since: number) => T,
  ) => Array.from({ length: stock[kind] }, (_, index) => row(city, index, since(kind, index)));

  return {
    subject: { code: city.code, name: city.name },
    year,
    figures: figuresOf(city, facts),
    statements: [
      ['service-industry', '服务机构数量和服务能力较上年明显提升（演示数据）'],
      ['cluster-zone', '集聚区已获批复并投入运营（演示数据）'],
      ['overseas-trademarks', '马德里商标注册数量逐年增加（演示数据）'],
      ['mixed-pledge', '专利商标混合质押业务已常态开展（演示数据）'],
    ],
    ledgers: [
      { ledger: cityLedgers.institutions, rows: flows.institutions(city, facts) },
      { ledger: cityLedgers.clusterZones, rows: accumulate('zones', stocks.clusterZone) },
      {
        ledger: cityLedgers.navigationProjects,
        rows: [
          ...accumulate('industryNavigations', stocks.industryNavigation),
          ...accumulate('enterpriseNavigations', stocks.enterpriseNavigation),
        ],
      },
      { ledger: cityLedgers.portfolios, rows: accumulate('portfolios', stocks.portfolio) },
      {
        ledger: cityLedgers.portfolioPatents,
        rows: accumulate('portfolios', stocks.patentsOfPortfolio).flat(),
      },
      { ledger: cityLedgers.overseasTrademarks, rows: accumulate('trademarks', stocks.trademark) },
      { ledger: cityLedgers.certifiedUnits, rows: accumulate('certified', stocks.certifiedUnit) },
      { ledger: cityLedgers.custodyEnterprises, rows: accumulate('custody', stocks.custodyFirm) },
      { ledger: cityLedgers.tradesAndLicences, rows: flows.trades(city, facts) },
      { ledger: cityLedgers.pledges, rows: flows.pledges(city, facts) },
      { ledger: cityLedgers.insurancePolicies, rows: flows.insurance(city, facts) },
      { ledger: cityLedgers.fundUse, rows: flows.fundUse(city, facts) },
    ],
  };
}

/** The base year's figures, what the city declares for the year, and the local average growth. */
function figuresOf({ base }: City, facts: CityYear): readonly InventedFigure[] {
  const amounts = (year: number, trades: number, pledges: number, insurance: number) => [
    { code: 'trade-licence-amount', unit: '万元', year, value: formatFen(trades) },
    { code: 'pledge-amount', unit: '万元', year, value: formatFen(pledges) },
    { code: 'insurance-amount', unit: '万元', year, value: formatFen(insurance) },
  ];
  const { year, stock, trades, pledges, insurance } = facts;
  const count = (code: string, unit: string, value: number) => ({
    ...{ code, unit, year },
    value: String(value),
  });
  return [
    ...amounts(base.year, base.trades, base.pledges.amount, base.insurance),
    { ...count('pledge-count', '笔', base.pledges.rows), year: base.year },
    ...amounts(year, trades.amount, pledges.amount, insurance.amount),
    count('pledge-count', '笔', pledges.rows),
    { code: 'local-revenue-growth', unit: '%', year, value: '8.5' },
    count('operating-institutions', '家', facts.institutions),
    count('industry-navigation', '个', stock.industryNavigations),
    count('enterprise-navigation', '个', stock.enterpriseNavigations),
    count('patent-portfolios', '个', stock.portfolios),
    count('certified-units', '家', stock.certified),
    count('custody-smes', '家', stock.custody),
  ];
}

const formatFen = (amount: number) => formatQuantity(BigInt(amount), '万元');

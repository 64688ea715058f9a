import type { City, CityYear } from './city.js';
import { dayIn, draw, padded, pick, shared } from './draw.js';
import { firm, firmsFrom, type Row } from './invented-firms.js';
import * as names from './invented-names.js';

export function institutions(city: City, { year, institutions }: CityYear): Row<'institutions'>[] {
  return Array.from({ length: institutions }, (_, index) => {
    const previous = 1_200 + draw(4_000, city.code, 'institution', index, year);
    const revenue = Math.ceil((previous * (115 + draw(20, city.code, index, year))) / 100);
    return {
      name: `${city.name}${names.tradeName(index)}知识产权运营有限公司`,
      creditCode: firm(city, firmsFrom.institutions + index).creditCode,
      specialised: true,
      mainRevenue: Math.floor(revenue * 0.85) * 1_000_000,
      revenue: revenue * 1_000_000,
      previousRevenue: previous * 1_000_000,
      mainBusiness: pick(names.businesses, city.code, index),
      auditReport: `示例审字〔${year + 1}〕第${padded(index + 101, 4)}号`,
    };
  });
}

export function trades(city: City, { year, trades }: CityYear): Row<'tradesAndLicences'>[] {
  const amounts = shared(trades.amount, trades.rows, city.code, 'trade', year);
  return amounts.map((amount, index) => ({
    registration: `${year}${city.code}${padded(index + 1, 6)}`,
    type: index % 40 === 0 ? '作价入股' : pick(['转让', '许可'], city.code, 'trade', index),
    right: pick(['专利', '专利', '商标'], city.code, 'right', index, year),
    transferor: firm(city, draw(800, city.code, 'transferor', index, year)).name,
    transferee: firm(city, firmsFrom.custody + draw(800, city.code, 'transferee', index, year))
      .name,
    amount,
    registeredOn: dayIn(year, city.code, 'trade', index),
    patents: 1 + draw(9, city.code, 'patents', index, year),
  }));
}

/** Every tenth registration secures the same loan as the one before it. */
export function pledges(city: City, { year, pledges }: CityYear): Row<'pledges'>[] {
  const loanOf = (index: number) => index - Math.floor((index + 1) / 10);
  const amounts = shared(pledges.amount, loanOf(pledges.rows - 1) + 1, city.code, 'loan', year);
  return Array.from({ length: pledges.rows }, (_, index) => {
    const loan = loanOf(index);
    const pledgor = firm(city, firmsFrom.pledgors + draw(300, city.code, 'pledgor', loan, year));
    return {
      registration: `Y${year}${city.code.slice(2)}${padded(index + 1, 6)}`,
      loan: `示例借字${year}第${city.code.slice(2)}${padded(loan + 1, 5)}号`,
      type: pick(['专利', '专利', '商标', '混合'], city.code, 'pledge', index, year),
      pledgor: pledgor.name,
      creditCode: pledgor.creditCode,
      pledgee: `${city.name}${pick(names.banks, city.code, 'bank', loan, year)}`,
      amount: amounts[loan] ?? 0,
      registeredOn: dayIn(year, city.code, 'pledge', index),
    };
  });
}

export function insurance(city: City, { year, insurance }: CityYear): Row<'insurancePolicies'>[] {
  const { amount: total, rows } = insurance;
  return shared(total, rows, city.code, 'insurance', year).map((sum, index) => ({
    policy: `P${year}${city.code.slice(2)}${padded(index + 1, 7)}`,
    insurer: pick(names.insurers, city.code, 'insurer', index, year),
    insured: firm(city, firmsFrom.custody + draw(900, city.code, 'insured', index, year)).name,
    type: pick(names.policies, city.code, 'policy', index, year),
    amount: sum,
    startedOn: dayIn(year, city.code, 'insurance', index),
  }));
}

/** Each project's budget of the year is paid out in three parts, and a little of it is left. */
export function fundUse(city: City, { year }: CityYear): Row<'fundUse'>[] {
  return names.projects.flatMap((project, index) => {
    const budget = (400 + 50 * draw(12, city.code, 'budget', index, year)) * wanYuan;
    const spent = (budget / 100) * (88 + draw(12, city.code, 'spent', index, year));
    return shared(spent, 3, city.code, 'part', index, year).map((part, quarter) => ({
      ...{ project: `${city.name}${project}`, budget, spent: part },
      spentOn: `${year}-${padded(3 * quarter + 4, 2)}-${padded(10 + index, 2)}`,
    }));
  });
}

/** In 分. */
const wanYuan = 1_000_000;

import type { City } from './city.js';
import { dayIn, draw, padded, pick } from './draw.js';
import { firm, firmsFrom, scattered, type Row } from './invented-firms.js';
import * as names from './invented-names.js';
import { inventedPatentNumber, inventedPctNumber } from './invented-numbers.js';

export function clusterZone(city: City, index: number, since: number): Row<'clusterZones'> {
  return {
    name: `${city.name}${index === 0 ? '高新区' : '经开区'}知识产权运营服务集聚区`,
    level: index === 0 ? '国家级' : '省级',
    approval: `示例函〔${since}〕${20 + index}号`,
    builtOn: dayIn(since, city.code, 'zone', index),
    residents: 24 + draw(60, city.code, 'zone', index),
  };
}

export function industryNavigation(
  city: City,
  index: number,
  since: number,
): Row<'navigationProjects'> {
  const industry = pick(names.industries, city.code, 'navigation', index);
  return {
    name: `${city.name}${industry}产业规划类专利导航（${padded(index + 1, 2)}）`,
    type: '产业规划类',
    undertaker: `${city.name}知识产权研究院`,
    startedOn: dayIn(since, city.code, 'industry', index),
    acceptedOn: `${since}-12-${29 + draw(3, city.code, 'industry', index)}`,
  };
}

export function enterpriseNavigation(
  city: City,
  index: number,
  since: number,
): Row<'navigationProjects'> {
  const { name } = firm(city, firmsFrom.certified + index);
  return {
    name: `${name}企业运营类专利导航`,
    type: '企业运营类',
    undertaker: name,
    startedOn: dayIn(since, city.code, 'enterprise', index),
    acceptedOn: `${since}-12-${29 + draw(3, city.code, 'enterprise', index)}`,
  };
}

const portfolioNumber = (index: number) => `ZH-${padded(index + 1, 3)}`;

export function portfolio(city: City, index: number, since: number): Row<'portfolios'> {
  const industry = pick(names.industries, city.code, 'portfolio', index);
  return {
    portfolio: portfolioNumber(index),
    name: `${names.tradeName(index)}${industry}高价值专利组合`,
    owner: firm(city, firmsFrom.certified + index).name,
    industry,
    formedOn: dayIn(since, city.code, 'portfolio', index),
  };
}

/** 52 to 63 granted inventions and 11 to 14 PCT applications. */
export function patentsOfPortfolio(
  city: City,
  index: number,
  since: number,
): Row<'portfolioPatents'>[] {
  const portfolio = portfolioNumber(index);
  const place = Number(city.code) % 10;
  const inventions = 52 + draw(12, city.code, 'inventions', index);
  const applications = 11 + draw(4, city.code, 'applications', index);
  return [
    ...Array.from({ length: inventions }, (_, item): Row<'portfolioPatents'> => {
      const filed = since - 3 - draw(2, city.code, index, item);
      const serial = place * 1_000_000 + scattered(index * 64 + item, 1_000_000);
      return {
        portfolio,
        number: inventedPatentNumber(filed, serial),
        type: '发明专利',
        filedOn: dayIn(filed, city.code, 'filed', index, item),
        grantedOn: dayIn(since - 1, city.code, 'granted', index, item),
        legalStatus: '专利权维持',
      };
    }),
    ...Array.from({ length: applications }, (_, item): Row<'portfolioPatents'> => {
      const serial = place * 100_000 + scattered(index * 16 + item, 100_000);
      return {
        portfolio,
        number: inventedPctNumber(since - 1, serial),
        type: 'PCT申请',
        filedOn: dayIn(since - 1, city.code, 'pct', index, item),
        grantedOn: null,
        legalStatus: '国际阶段',
      };
    }),
  ];
}

export function trademark(city: City, index: number, since: number): Row<'overseasTrademarks'> {
  const route = pick(['马德里', '单国', '区域'], city.code, 'route', index);
  return {
    mark: names.tradeName(index),
    registrant: firm(city, firmsFrom.certified + index).name,
    route,
    registration: `${city.code.slice(2)}${padded(scattered(index, 100_000), 5)}`,
    countries: pick(names.countries, city.code, 'country', index),
    registeredOn: dayIn(since, city.code, 'trademark', index),
  };
}

export function certifiedUnit(city: City, index: number, since: number): Row<'certifiedUnits'> {
  const certifiedOn = dayIn(since, city.code, 'certified', index);
  const type = index % 20 === 0 ? '高等学校' : index % 13 === 0 ? '科研院所' : '企业';
  const { name, creditCode } = firm(city, firmsFrom.certified + index);
  return {
    name:
      type === '企业'
        ? name
        : `${city.name}第${index + 1}${type === '高等学校' ? '学院' : '研究所'}`,
    creditCode,
    type,
    standard: { 企业: 'GB/T 29490', 高等学校: 'GB/T 33251', 科研院所: 'GB/T 33250' }[type],
    certificate: `示例IPMS${since}${padded(index + 1, 5)}`,
    certifiedOn,
    validUntil: `${since + 3}${certifiedOn.slice(4)}`,
  };
}

export function custodyFirm(city: City, index: number, since: number): Row<'custodyEnterprises'> {
  return {
    ...firm(city, firmsFrom.custody + index),
    size: pick(['中型', '小型', '小型', '微型'], city.code, 'size', index),
    custodian: pick(names.custodians, city.code, 'custodian', index),
    startedOn: dayIn(since, city.code, 'custody', index),
    endedOn: null,
  };
}

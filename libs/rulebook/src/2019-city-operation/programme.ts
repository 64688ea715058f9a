import { programme, quantity, sumOf } from '#engine';
import { fundUse, ledgers } from './ledgers.js';
import { readings } from './readings.js';
import { cite, document, issuedOn } from './source.js';
import { certifiedUnits } from './targets/certified-units.js';
import { clusterZone } from './targets/cluster-zone.js';
import { custodySmes } from './targets/custody-smes.js';
import { enterpriseNavigation } from './targets/enterprise-navigation.js';
import { industryNavigation } from './targets/industry-navigation.js';
import { insuranceAmountGrowth } from './targets/insurance-amount-growth.js';
import { mixedPledge } from './targets/mixed-pledge.js';
import { operatingInstitutions } from './targets/operating-institutions.js';
import { overseasTrademarks } from './targets/overseas-trademarks.js';
import { patentPortfolios } from './targets/patent-portfolios.js';
import { pledgeAmountGrowth } from './targets/pledge-amount-growth.js';
import { pledgeCountGrowth } from './targets/pledge-count-growth.js';
import { serviceIndustry } from './targets/service-industry.js';
import { tradeLicenceGrowth } from './targets/trade-licence-growth.js';

/** The city programme of 2019 (知识产权运营服务体系建设): three years, growth from 2018. */
export const cityOperation = programme({
  id: '2019-city-operation',
  version: '1.2.0',
  name: '2019年知识产权运营服务体系建设',
  nameEn: 'IP operation service system of 2019, key cities',
  document,
  subject: 'division',
  period: { from: '2019-01-01', to: '2021-12-31' },
  baseYear: 2018,
  years: [2019, 2020, 2021],
  ledgers,
  figures: [
    { code: 'trade-licence-amount', name: '知识产权交易、许可额', unit: '万元' },
    { code: 'pledge-amount', name: '专利、商标品牌质押融资金额', unit: '万元' },
    { code: 'insurance-amount', name: '知识产权保险金额', unit: '万元' },
    { code: 'pledge-count', name: '质押次数', unit: '笔' },
    {
      code: 'local-revenue-growth',
      name: '当地营业收入平均增幅',
      unit: '%',
      mayBeNegative: true,
    },
  ],
  execution: {
    budget: sumOf(fundUse, 'budget', [], { oncePer: 'project' }),
    spent: sumOf(fundUse, 'spent'),
  },
  readings,
  targets: [
    serviceIndustry,
    clusterZone,
    operatingInstitutions,
    industryNavigation,
    enterpriseNavigation,
    patentPortfolios,
    overseasTrademarks,
    certifiedUnits,
    custodySmes,
    tradeLicenceGrowth,
    pledgeAmountGrowth,
    insuranceAmountGrowth,
    pledgeCountGrowth,
    mixedPledge,
  ],
  gatePolicies: [
    {
      id: 'every-target',
      kind: 'every-target',
      from: issuedOn,
      clause: cite('三', '剩余资金以后年度考核通过后拨付'),
    },
  ],
  procedure: [
    {
      settles: '实施期三年；基期取2018年，是申报材料所报各年中的最后一年',
      clause: cite('四（一）3', '编制为期三年的知识产权运营服务体系建设工作方案（含绩效目标）'),
    },
    {
      settles: '基期数据的来源之一：申报材料',
      clause: cite(
        '四（一）3',
        '含2016—2018年专利和商标的申请授权、交易许可、质押登记、企业贯标、服务机构等相关情况',
      ),
    },
    {
      settles: '城市可在方案中自定绩效目标和年度进度',
      clause: cite(
        '四（二）',
        '进一步明确工作机制、绩效目标、配套政策和资金安排等，并按程序报财政部、国家知识产权局备案',
      ),
    },
    {
      settles: '剩余资金取决于考核结果',
      clause: cite('一（二）', '在剩余资金拨付时与绩效考核结果挂钩'),
    },
    {
      settles: '后续资金取决于评估结果',
      clause: cite('四（三）', '根据绩效评估结果核拨后续支持资金'),
    },
  ],
  money: {
    clause: cite(
      '三',
      '中央财政对每个城市支持1.5—2亿元，2019年安排1—1.5亿元，剩余资金以后年度考核通过后拨付',
    ),
    award: { least: quantity('15000', '万元'), most: quantity('20000', '万元') },
    firstPayment: { least: quantity('10000', '万元'), most: quantity('15000', '万元') },
  },
});

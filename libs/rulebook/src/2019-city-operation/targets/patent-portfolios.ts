import {
  atLeast,
  byReading,
  confirm,
  countOf,
  datedByYearEnd,
  hasAtLeast,
  haveAtLeastInTotal,
  isOneOf,
  listedOnce,
  target,
} from '#engine';
import { portfolioPatents, portfolios } from '../ledgers.js';
import { inventionPatents, portfolioThreshold } from '../readings.js';
import { cite } from '../source.js';

const inventions = [
  isOneOf('type', ['发明专利']),
  byReading(inventionPatents, { granted: [datedByYearEnd('grantedOn')], applications: [] }),
  listedOnce('number'),
] as const;

const pctApplications = [isOneOf('type', ['PCT申请']), listedOnce('number')] as const;

export const patentPortfolios = target({
  id: 'patent-portfolios',
  name: '高价值专利组合',
  nameEn: 'High-value patent portfolios',
  clause: cite(
    '一（三）2',
    '形成20个以上规模较大、布局合理、对产业发展和国际竞争力具有支撑保障作用的高价值专利组合，其中发明专利数量不低于50件，PCT申请不低于10件',
  ),
  measure: countOf(portfolios, [
    byReading(portfolioThreshold, {
      each: [
        hasAtLeast(50, '发明专利', portfolioPatents, inventions),
        hasAtLeast(10, 'PCT申请', portfolioPatents, pctApplications),
      ],
      total: [
        haveAtLeastInTotal(50, '发明专利', portfolioPatents, inventions),
        haveAtLeastInTotal(10, 'PCT申请', portfolioPatents, pctApplications),
      ],
    }),
  ]),
  threshold: atLeast('20', '个'),
  confirmations: [
    confirm('portfolio-quality', '规模较大、布局合理、对产业发展和国际竞争力具有支撑保障作用'),
  ],
});

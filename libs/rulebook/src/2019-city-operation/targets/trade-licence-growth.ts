import { atLeast, byReading, growthOf, isOneOf, sumOf, target } from '#engine';
import { tradesAndLicences } from '../ledgers.js';
import { equity, growthMethod } from '../readings.js';
import { cite } from '../source.js';

export const tradeLicenceGrowth = target({
  id: 'trade-licence-growth',
  name: '交易、许可额年均增幅',
  nameEn: 'Growth of trades and licences',
  clause: cite('一（三）3', '知识产权交易、许可额年均增幅20%以上'),
  measure: growthOf(
    sumOf(tradesAndLicences, 'amount', [
      byReading(equity, { included: [], excluded: [isOneOf('type', ['转让', '许可'])] }),
    ]),
    ['trade-licence-amount'],
    growthMethod,
  ),
  threshold: atLeast('20', '%'),
});

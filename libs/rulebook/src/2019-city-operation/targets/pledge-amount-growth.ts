import { atLeast, byReading, eachOf, growthOf, isOneOf, sumOf, target } from '#engine';
import { growthOfBoth, pledgedAmount } from '../flows.js';
import { pledges } from '../ledgers.js';
import { growthMethod, pledgeInsurance, pledgeKinds } from '../readings.js';
import { cite } from '../source.js';

const patents = sumOf(pledges, 'amount', [isOneOf('type', ['专利'], ['混合'])], {
  oncePer: 'loan',
});

const trademarks = sumOf(pledges, 'amount', [isOneOf('type', ['商标'], ['混合'])], {
  oncePer: 'loan',
});

export const pledgeAmountGrowth = target({
  id: 'pledge-amount-growth',
  name: '质押融资金额年均增幅',
  nameEn: 'Growth of pledge finance',
  clause: cite('一（三）4', '专利、商标品牌质押融资金额，知识产权保险金额年均增幅30%以上'),
  measure: byReading(pledgeInsurance, {
    separately: byReading(pledgeKinds, {
      together: growthOf(pledgedAmount, ['pledge-amount'], growthMethod),
      each: eachOf(growthOf(patents, [], growthMethod), growthOf(trademarks, [], growthMethod)),
    }),
    together: growthOfBoth,
  }),
  threshold: atLeast('30', '%'),
});

import { atLeast, byReading, growthOf, target } from '#engine';
import { growthOfBoth, insuredAmount } from '../flows.js';
import { growthMethod, pledgeInsurance } from '../readings.js';
import { cite } from '../source.js';

export const insuranceAmountGrowth = target({
  id: 'insurance-amount-growth',
  name: '保险金额年均增幅',
  nameEn: 'Growth of IP insurance',
  clause: cite('一（三）4', '知识产权保险金额年均增幅30%以上'),
  measure: byReading(pledgeInsurance, {
    separately: growthOf(insuredAmount, ['insurance-amount'], growthMethod),
    together: growthOfBoth,
  }),
  threshold: atLeast('30', '%'),
});

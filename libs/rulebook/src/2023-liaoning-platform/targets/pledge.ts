import { atLeast, countOf, isOneOf, sumOf, target } from '#engine';
import { pledges } from '../ledgers.js';
import { registered } from '../registration.js';
import { cite } from '../source.js';

const registeredPatentPledge = [isOneOf('collateral', ['专利'], ['混合']), ...registered] as const;

export const pledge = target({
  id: 'pledge',
  name: '专利质押融资',
  nameEn: 'Patent pledge finance',
  clause: cite('指南 三5', '促成专利质押融资项目数量不低于5笔，或专利质押融资金额不低于5000万元'),
  eitherOf: [
    {
      measure: countOf(pledges, registeredPatentPledge, { distinctBy: 'loan' }),
      threshold: atLeast('5', '笔'),
    },
    {
      measure: sumOf(pledges, 'amount', registeredPatentPledge, { oncePer: 'loan' }),
      threshold: atLeast('5000', '万元'),
    },
  ],
});

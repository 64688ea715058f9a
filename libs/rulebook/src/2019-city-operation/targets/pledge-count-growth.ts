import { atLeast, byReading, countOf, growthOf, target } from '#engine';
import { pledges } from '../ledgers.js';
import { growthMethod, pledgeCount } from '../readings.js';
import { cite } from '../source.js';

export const pledgeCountGrowth = target({
  id: 'pledge-count-growth',
  name: '质押次数年均增幅',
  nameEn: 'Growth of the number of pledges',
  clause: cite('一（三）4', '质押次数年均增幅30%以上'),
  measure: growthOf(
    byReading(pledgeCount, {
      registrations: countOf(pledges),
      loans: countOf(pledges, [], { distinctBy: 'loan' }),
    }),
    ['pledge-count'],
    growthMethod,
  ),
  threshold: atLeast('30', '%'),
});

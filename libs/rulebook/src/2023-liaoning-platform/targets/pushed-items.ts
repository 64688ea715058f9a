import { atLeast, byReading, countOf, datedBetween, datedInPeriod, eachOf, target } from '#engine';
import { pushes } from '../ledgers.js';
import { pushYear } from '../readings.js';
import { cite } from '../source.js';

export const pushedItems = target({
  id: 'pushed-items',
  name: '精准推送信息',
  nameEn: 'Items pushed',
  clause: cite('指南 三4', '每年累计精准推送专利技术等信息2000条以上'),
  measure: byReading(pushYear, {
    'project-year': countOf(pushes, [datedInPeriod('pushedOn')]),
    'calendar-year': eachOf(
      countOf(pushes, [datedBetween('pushedOn', '2023-08-01', '2023-12-31')]),
      countOf(pushes, [datedBetween('pushedOn', '2024-01-01', '2024-06-30')]),
    ),
  }),
  threshold: atLeast('2000', '条'),
});

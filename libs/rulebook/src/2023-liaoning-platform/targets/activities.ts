import { atLeast, countOf, datedInPeriod, target } from '#engine';
import { activities as activityLedger } from '../ledgers.js';
import { cite } from '../source.js';

export const activities = target({
  id: 'activities',
  name: '培训、宣讲及业务交流活动',
  nameEn: 'Activities',
  clause: cite('指南 三6', '年度组织有关专利运营转化培训、宣讲及业务交流等活动总数不少于6次'),
  measure: countOf(activityLedger, [datedInPeriod('heldOn')]),
  threshold: atLeast('6', '次'),
});

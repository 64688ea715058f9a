import { atLeast, byReading, countOf, datedInPeriod, isOneOf, target } from '#engine';
import { navigationProjects } from '../ledgers.js';
import { navigation } from '../readings.js';
import { cite } from '../source.js';

export const industryNavigation = target({
  id: 'industry-navigation',
  name: '产业规划类专利导航',
  nameEn: 'Patent navigation for industry planning',
  clause: cite('一（三）1', '开展产业规划类专利导航项目10个以上'),
  measure: countOf(navigationProjects, [
    isOneOf('type', ['产业规划类']),
    byReading(navigation, {
      started: [datedInPeriod('startedOn')],
      accepted: [datedInPeriod('acceptedOn')],
    }),
  ]),
  threshold: atLeast('10', '个'),
});

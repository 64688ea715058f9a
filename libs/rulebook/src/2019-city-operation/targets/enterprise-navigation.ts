import { atLeast, byReading, countOf, datedInPeriod, isOneOf, target } from '#engine';
import { navigationProjects } from '../ledgers.js';
import { navigation } from '../readings.js';
import { cite } from '../source.js';

export const enterpriseNavigation = target({
  id: 'enterprise-navigation',
  name: '企业运营类专利导航',
  nameEn: 'Patent navigation for enterprises',
  clause: cite('一（三）1', '企业运营类专利导航项目30个以上'),
  measure: countOf(navigationProjects, [
    isOneOf('type', ['企业运营类']),
    byReading(navigation, {
      started: [datedInPeriod('startedOn')],
      accepted: [datedInPeriod('acceptedOn')],
    }),
  ]),
  threshold: atLeast('30', '个'),
});

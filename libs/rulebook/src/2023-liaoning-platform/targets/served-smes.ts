import { atLeast, countOf, inForceInPeriod, isOneOf, isTrue, target } from '#engine';
import { servedEnterprises } from '../ledgers.js';
import { cite } from '../source.js';

export const servedSmes = target({
  id: 'served-smes',
  name: '托管、运营服务企业',
  nameEn: 'Small technology firms served',
  clause: cite(
    '指南 三4',
    '为本地（省、市、区以上）至少100以上科技型中小微企业提供知识产权托管或知识产权运营服务',
  ),
  measure: countOf(
    servedEnterprises,
    [
      isTrue('local'),
      isTrue('technology'),
      isOneOf('size', ['中型', '小型', '微型']),
      inForceInPeriod('startedOn', 'endedOn'),
    ],
    { distinctBy: 'creditCode' },
  ),
  threshold: atLeast('100', '家'),
});

import {
  atLeast,
  byReading,
  countOf,
  datedInPeriod,
  inForceInPeriod,
  isOneOf,
  target,
} from '#engine';
import { custodyEnterprises } from '../ledgers.js';
import { custodyFrom } from '../readings.js';
import { cite } from '../source.js';

export const custodySmes = target({
  id: 'custody-smes',
  name: '托管覆盖中小微企业',
  nameEn: 'Small firms in IP custody',
  clause: cite('一（三）3', '专业知识产权托管服务累计覆盖中小微企业1000家以上'),
  measure: countOf(custodyEnterprises, [
    isOneOf('size', ['中型', '小型', '微型']),
    byReading(custodyFrom, {
      'in-force': [inForceInPeriod('startedOn', 'endedOn')],
      begun: [datedInPeriod('startedOn')],
    }),
  ]),
  threshold: atLeast('1000', '家'),
});

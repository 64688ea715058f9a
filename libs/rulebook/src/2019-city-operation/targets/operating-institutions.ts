import {
  atLeast,
  atLeastAmount,
  byReading,
  confirm,
  countOf,
  growFasterTogether,
  growsFaster,
  isTrue,
  target,
} from '#engine';
import { institutions } from '../ledgers.js';
import { institutionGrowth } from '../readings.js';
import { cite } from '../source.js';

export const operatingInstitutions = target({
  id: 'operating-institutions',
  name: '知识产权运营机构',
  nameEn: 'IP operating institutions',
  clause: cite(
    '一（三）1',
    '培育5家以上专业化、年主营业务收入1000万元以上的知识产权运营机构，年营业收入增幅高于当地平均水平',
  ),
  measure: countOf(institutions, [
    isTrue('specialised'),
    atLeastAmount('mainRevenue', '1000'),
    byReading(institutionGrowth, {
      each: [growsFaster('revenue', 'previousRevenue', 'local-revenue-growth')],
      together: [growFasterTogether('revenue', 'previousRevenue', 'local-revenue-growth')],
    }),
  ]),
  threshold: atLeast('5', '家'),
  confirmations: [
    confirm('specialised', '计入的机构确为专业化的知识产权运营机构'),
    confirm('local-average', '当地平均水平的数据来源可靠'),
  ],
});

import { atLeast, countOf, datedByYearEnd, isOneOf, target } from '#engine';
import { demands } from '../ledgers.js';
import { cite } from '../source.js';

export const demandSmes = target({
  id: 'demand-smes',
  name: '需求库覆盖中小微企业',
  nameEn: 'Small firms in the demand database',
  clause: cite('指南 三1', '构建分类科学、信息准确的专利技术需求库，覆盖至少20家中小微企业'),
  measure: countOf(
    demands,
    [isOneOf('size', ['中型', '小型', '微型']), datedByYearEnd('enteredOn')],
    { distinctBy: 'creditCode' },
  ),
  threshold: atLeast('20', '家'),
});

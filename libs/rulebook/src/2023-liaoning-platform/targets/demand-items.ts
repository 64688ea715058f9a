import { atLeast, countOf, datedByYearEnd, target } from '#engine';
import { demands } from '../ledgers.js';
import { cite } from '../source.js';

export const demandItems = target({
  id: 'demand-items',
  name: '专利需求项目',
  nameEn: 'Items in the demand database',
  clause: cite('指南 三1', '涉及专利需求项目数量不少于50项'),
  measure: countOf(demands, [datedByYearEnd('enteredOn')]),
  threshold: atLeast('50', '项'),
});

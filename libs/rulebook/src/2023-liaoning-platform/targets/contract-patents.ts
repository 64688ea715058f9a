import { atLeast, belongsToOneWhere, countOf, target } from '#engine';
import { contractPatents as patentLedger } from '../ledgers.js';
import { localRegisteredContract } from '../registration.js';
import { cite } from '../source.js';

export const contractPatents = target({
  id: 'contract-patents',
  name: '合同中的专利',
  nameEn: 'Patents in registered contracts',
  clause: cite('指南 三3', '且合同中专利数不少于50件'),
  measure: countOf(patentLedger, [belongsToOneWhere(localRegisteredContract)], {
    distinctBy: 'number',
  }),
  threshold: atLeast('50', '件'),
});

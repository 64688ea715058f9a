import { atLeast, countOf, target } from '#engine';
import { contracts } from '../ledgers.js';
import { localRegisteredContract } from '../registration.js';
import { cite } from '../source.js';

export const registeredContracts = target({
  id: 'registered-contracts',
  name: '登记的转让、许可合同',
  nameEn: 'Registered transfer and licence contracts',
  clause: cite(
    '指南 三3',
    '促成本地（省、市、区）高等学校、科研机构和企业的技术转让、许可合同在国家知识产权局进行备案，登记专利转让、许可合同数不少于20份',
  ),
  measure: countOf(contracts, localRegisteredContract),
  threshold: atLeast('20', '份'),
});

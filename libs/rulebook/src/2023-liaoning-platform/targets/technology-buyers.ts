import { atLeast, countOf, isOneOf, target } from '#engine';
import { contracts } from '../ledgers.js';
import { registered, transferOrLicence } from '../registration.js';
import { cite } from '../source.js';

export const technologyBuyers = target({
  id: 'technology-buyers',
  name: '购买专利技术的中小微企业',
  nameEn: 'Small firms that bought technology',
  clause: cite(
    '指南 三2',
    '促成本地（省、市、区）不少于10家中小微企业通过转让、许可方式，向高等院校、科研机构、园区企业购买专利技术',
  ),
  measure: countOf(
    contracts,
    [
      transferOrLicence,
      isOneOf('transferorType', ['高等院校', '科研机构', '园区企业']),
      isOneOf('transfereeSize', ['中型', '小型', '微型']),
      isOneOf('localParty', ['受让方', '双方']),
      ...registered,
    ],
    { distinctBy: 'transfereeCode' },
  ),
  threshold: atLeast('10', '家'),
});

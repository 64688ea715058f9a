import { atLeast, confirm, figureOf, target } from '#engine';
import { cite } from '../source.js';

export const residentFirms = target({
  id: 'resident-firms',
  name: '入驻服务企业',
  nameEn: 'Resident service firms',
  clause: cite('指南 一2', '入驻的省内外知识产权服务企业总数不少于30家'),
  measure: figureOf('resident-firms'),
  threshold: atLeast('30', '家'),
  shortfall: 'undetermined',
  confirmations: [confirm('resident-list', '入驻的省内外知识产权服务企业名单属实')],
});

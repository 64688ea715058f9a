import { atLeast, confirm, figureOf, target } from '#engine';
import { cite } from '../source.js';

export const reachableFirms = target({
  id: 'reachable-firms',
  name: '服务可覆盖企业',
  nameEn: 'Firms within reach',
  clause: cite('指南 一2', '平台或相关服务机构可提供的知识产权服务可覆盖300家以上'),
  measure: figureOf('reachable-firms'),
  threshold: atLeast('300', '家'),
  shortfall: 'undetermined',
  confirmations: [confirm('reachable-list', '知识产权服务可覆盖的企业数属实')],
});

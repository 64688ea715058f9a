import { confirm, qualitative } from '#engine';
import { cite } from '../source.js';

export const noInfringement = qualitative({
  id: 'no-infringement',
  name: '无恶意侵权',
  nameEn: 'No malicious infringement',
  clause: cite('指南 一4', '近三年内未发生知识产权恶意侵权案件'),
  aspects: [confirm('three-years', '近三年内未发生知识产权恶意侵权案件')],
});

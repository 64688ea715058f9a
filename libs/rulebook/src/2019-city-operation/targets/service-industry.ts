import { confirm, qualitative } from '#engine';
import { cite } from '../source.js';

export const serviceIndustry = qualitative({
  id: 'service-industry',
  name: '知识产权服务业发展',
  nameEn: 'IP service industry',
  clause: cite('一（三）1', '试点城市知识产权服务业发展水平显著提升，服务产业发展能力显著提升'),
  aspects: [
    confirm('industry-level', '知识产权服务业发展水平显著提升'),
    confirm('service-ability', '服务产业发展能力显著提升'),
  ],
});

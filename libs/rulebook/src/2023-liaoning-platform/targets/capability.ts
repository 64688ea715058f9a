import { confirm, qualitative } from '#engine';
import { cite } from '../source.js';

export const capability = qualitative({
  id: 'capability',
  name: '能力与渠道',
  nameEn: 'Capability and channels',
  clause: cite(
    '指南 三·首段',
    '服务企业知识产权获取、管理、运营能力显著提升，中小微企业获取专利技术的渠道更加通畅',
  ),
  aspects: [
    confirm('ability', '服务企业知识产权获取、管理、运营能力显著提升'),
    confirm('channels', '中小微企业获取专利技术的渠道更加通畅'),
    confirm('demand-quality', '专利技术需求库分类科学、信息准确'),
  ],
});

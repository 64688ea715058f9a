import { confirm, evidence, qualitative } from '#engine';
import { clusterZones } from '../ledgers.js';
import { cite } from '../source.js';

export const clusterZone = qualitative({
  id: 'cluster-zone',
  name: '运营服务集聚区',
  nameEn: 'IP operation cluster zone',
  clause: cite('一（三）1', '建设知识产权运营服务集聚区'),
  aspects: [confirm('zone-built', '建设知识产权运营服务集聚区')],
  evidence: evidence(clusterZones, { needed: true }),
});

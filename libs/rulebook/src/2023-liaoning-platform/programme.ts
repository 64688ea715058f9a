import { programme, quantity } from '#engine';
import { ledgers } from './ledgers.js';
import { readings } from './readings.js';
import { cite, document, startsOn } from './source.js';
import { activities } from './targets/activities.js';
import { capability } from './targets/capability.js';
import { contractPatents } from './targets/contract-patents.js';
import { demandItems } from './targets/demand-items.js';
import { demandSmes } from './targets/demand-smes.js';
import { matchingEvents } from './targets/matching-events.js';
import { noInfringement } from './targets/no-infringement.js';
import { pledge } from './targets/pledge.js';
import { pushedItems } from './targets/pushed-items.js';
import { reachableFirms } from './targets/reachable-firms.js';
import { registeredContracts } from './targets/registered-contracts.js';
import { residentFirms } from './targets/resident-firms.js';
import { servedSmes } from './targets/served-smes.js';
import { technologyBuyers } from './targets/technology-buyers.js';

/** The provincial project of 2023 for platform operators: one project year over two calendar years. */
export const liaoningPlatform = programme({
  id: '2023-liaoning-platform',
  version: '1.1.0',
  name: '2023年知识产权运营平台服务支撑能力提升项目',
  nameEn: 'IP operation platforms of Liaoning, 2023',
  document,
  subject: 'operator',
  period: { from: startsOn, to: '2024-06-30' },
  baseYear: null,
  years: [2023, 2024],
  ledgers,
  figures: [
    { code: 'resident-firms', name: '入驻的知识产权服务企业总数', unit: '家' },
    { code: 'reachable-firms', name: '知识产权服务可覆盖的企业数', unit: '家' },
  ],
  readings,
  targets: [
    residentFirms,
    reachableFirms,
    noInfringement,
    capability,
    demandSmes,
    demandItems,
    technologyBuyers,
    registeredContracts,
    contractPatents,
    servedSmes,
    pushedItems,
    pledge,
    activities,
    matchingEvents,
  ],
  gatePolicies: [
    {
      id: 'every-target',
      kind: 'every-target',
      from: startsOn,
      clause: cite(
        '指南 五',
        '项目申报单位按照申报立项、阶段核查、综合评估三个阶段开展相关工作并提交相关材料',
      ),
    },
  ],
  procedure: [{ settles: '项目实施期', clause: cite('任务书', '起止时间：2023年8月至2024年6月') }],
  money: {
    clause: cite('指南 四', '经评审立项后，支持专项资金100万元'),
    award: { least: 0n, most: quantity('100', '万元') },
    firstPayment: null,
  },
});

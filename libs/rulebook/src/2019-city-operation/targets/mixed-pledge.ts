import { confirm, evidence, isOneOf, qualitative } from '#engine';
import { pledges } from '../ledgers.js';
import { cite } from '../source.js';

export const mixedPledge = qualitative({
  id: 'mixed-pledge',
  name: '专利商标混合质押',
  nameEn: 'Mixed pledges of patents and trademarks',
  clause: cite('一（三）4', '积极推进专利商标混合质押'),
  aspects: [confirm('promoted', '积极推进专利商标混合质押')],
  evidence: evidence(pledges, { conditions: [isOneOf('type', ['混合'])] }),
});

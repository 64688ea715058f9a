import { confirm, evidence, qualitative } from '#engine';
import { overseasTrademarks as trademarkLedger } from '../ledgers.js';
import { cite } from '../source.js';

export const overseasTrademarks = qualitative({
  id: 'overseas-trademarks',
  name: '商标海外布局',
  nameEn: 'Trademarks abroad',
  clause: cite('一（三）2', '加强商标海外布局与实施'),
  aspects: [confirm('layout-and-use', '加强商标海外布局与实施')],
  evidence: evidence(trademarkLedger),
});

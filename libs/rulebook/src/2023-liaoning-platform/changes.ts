import type { Rulebook } from '../rulebook.js';

/** The versions of these rules. */
export const changes: Rulebook['changes'] = [
  {
    version: '1.0.0',
    years: '2023—2024年',
    targets: '全部十四项',
    what: '首次写入：十一项绩效目标、三项申报条件、一项解释口径、逐项达标的评定规则和资金安排。',
  },
  {
    version: '1.1.0',
    years: '2023—2024年',
    targets: '合同、合同专利、购买企业和质押四项',
    what: '逐表写明几个平台填报同一项的是否为跨主体重复；重复的项在核查结论作出以前不能确认计数。',
  },
];

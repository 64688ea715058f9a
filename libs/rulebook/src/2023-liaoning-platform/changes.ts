import type { Rulebook } from '../rulebook.js';

/** The versions of these rules. */
export const changes: Rulebook['changes'] = [
  {
    version: '1.0.0',
    years: '2023—2024年',
    targets: '全部十四项',
    what: '首次写入：十一项绩效目标、三项申报条件、一项解释口径、逐项达标的评定规则和资金安排。',
  },
];

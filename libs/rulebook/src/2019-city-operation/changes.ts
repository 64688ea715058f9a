import type { Rulebook } from '../rulebook.js';

/** The versions of these rules. */
export const changes: Rulebook['changes'] = [
  {
    version: '1.0.0',
    years: '2019—2021年',
    targets: '全部十四项',
    what: '首次写入：十四项绩效目标、十一项解释口径、逐项达标的拨付规则和资金安排。',
  },
  {
    version: '1.1.0',
    years: '2019—2021年',
    targets: '由台账核算的十项',
    what: '逐表写明几个城市填报同一项的是否为跨主体重复；重复的项在核查结论作出以前不能确认计数。',
  },
  {
    version: '1.2.0',
    years: '2019—2021年',
    targets: '无',
    what: '增加选填的台账“资金使用”，用于绩效目标自评表的预算执行率；各项绩效目标和拨付规则不变。',
  },
];

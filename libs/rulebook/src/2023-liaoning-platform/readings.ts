import { reading } from '#engine';
import { cite, startsOn } from './source.js';

export const pushYear = reading({
  id: 'push-year',
  clause: cite('指南 三4', '每年累计精准推送专利技术等信息2000条以上'),
  question: '“每年”是为期一年的项目实施期，还是每个自然年？',
  values: {
    'project-year': '项目实施期（2023年8月至2024年6月）累计',
    'calendar-year': '实施期内的每个自然年各自累计',
  },
  adopted: [
    {
      from: startsOn,
      value: 'project-year',
      reason:
        '指南规定“项目实施期一年”，实施期跨两个自然年，每段都不足一年；按自然年要求等于加倍。',
    },
  ],
});

export const readings = [pushYear] as const;

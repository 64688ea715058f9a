/** What the page about points says. */
export const weightsWords = {
  title: { zh: '分值', en: 'Points' },
  lead: {
    zh: '绩效目标自评表中各项绩效目标的分值，按确定分值的文件填写。预算执行率10分，各项目标合计90分。得分不影响拨付，除非拨付规则按得分判定。',
    en: 'What each target is worth on the self-assessment, as its document says: budget execution 10 points, all targets together 90. No score decides about money unless the gate policy is one of points.',
  },
  target: { zh: '绩效目标', en: 'Target' },
  points: { zh: '分值', en: 'Points' },
  execution: { zh: '预算执行率', en: 'Budget execution' },
  total: { zh: '合计', en: 'Total' },
  ofHundred: {
    zh: (total: string) => `${total} 分，应为 100 分`,
    en: (total: string) => `${total}, to be 100`,
  },
  whole: { zh: '100 分', en: '100' },
  document: { zh: '文号', en: 'Document number' },
  needed: { zh: '请填写。', en: 'Please fill this in.' },
  decimal: { zh: '最多两位小数', en: 'Two decimals at most' },
  record: { zh: '记录分值', en: 'Record the points' },
  correct: { zh: '更正分值', en: 'Correct the points' },
  recorded: { zh: '分值已记录。', en: 'The points are recorded.' },
  inForce: {
    zh: (document: string, at: string) =>
      `现行分值由“${document}”确定，${at} 记录。更正不改动原记录。`,
    en: (document: string, at: string) => `In force: ${document}, recorded ${at}.`,
  },
  none: { zh: '本年度尚未记录分值，自评表的分值、得分各栏空白。', en: 'None are recorded.' },
} as const;

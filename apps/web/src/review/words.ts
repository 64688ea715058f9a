/** How many there are, or that this is not known yet. */
type Count = number | '—';

/** What the reviewer's desk says. */
export const reviewWords = {
  inbox: { zh: '待办', en: 'Inbox' },
  lead: {
    zh: '等待您处理的年度报告，和您处理过的。',
    en: 'Reports that wait for you, and those done.',
  },
  waiting: { zh: (n: Count) => `待办 ${n}`, en: (n: Count) => `Waiting ${n}` },
  done: { zh: (n: Count) => `已办 ${n}`, en: (n: Count) => `Done ${n}` },
  doneTable: { zh: '已办', en: 'Done' },
  nothing: { zh: '没有等待处理的报告。', en: 'Nothing waits.' },
  noneDone: { zh: '还没有处理过报告。', en: 'Nothing was done yet.' },
  subject: { zh: '填报主体', en: 'Subject' },
  year: { zh: '年度', en: 'Year' },
  state: { zh: '状态', en: 'State' },
  round: { zh: '提交次数', en: 'Rounds' },
  since: { zh: '到达', en: 'Since' },
  move: { zh: '处理', en: 'Done' },
  at: { zh: '时间', en: 'At' },
  opinion: { zh: '意见', en: 'Opinion' },
  matrix: { zh: '城市一览', en: 'Matrix' },
  matrixLead: {
    zh: '各城市逐项结论（含核查结论），按已提交的报告。',
    en: 'Every subject, target by target, by what was submitted and found.',
  },
  province: { zh: '省份', en: 'Province' },
  everywhere: { zh: '全部省份', en: 'All provinces' },
  outcome: { zh: '结论', en: 'Outcome' },
  everyOutcome: { zh: '全部结论', en: 'All outcomes' },
  everyGate: { zh: '拨付条件：全部', en: 'Gate: all' },
  target: { zh: '绩效目标', en: 'Target' },
  anyTarget: { zh: '任一目标', en: 'Any target' },
  doubtful: {
    zh: '只看存疑（申报与核算相差 10% 以上）',
    en: 'Doubtful only (declared is off by over 10 %)',
  },
  doubtfulCell: {
    zh: '存疑：申报与核算相差 10% 以上',
    en: 'Doubtful: declared is off by over 10 %',
  },
  shown: {
    zh: (n: number, of: number) => `${n} / ${of} 个城市`,
    en: (n: number, of: number) => `${n} of ${of} subjects`,
  },
  nothingReported: { zh: '未报送', en: 'Nothing reported' },
  gate: { zh: '拨付条件', en: 'Gate' },
  code: { zh: '代码', en: 'Code' },
  distanceOf: {
    zh: (target: string) => `${target}：与目标值之差`,
    en: (target: string) => `${target}: distance`,
  },
  review: { zh: '审核', en: 'Review' },
  decide: { zh: '作出处理', en: 'Decide' },
  returnTargets: { zh: '因哪些目标退回', en: 'Targets concerned' },
  returnReason: { zh: '退回理由（对所选各项）', en: 'Reason, for each of them' },
  needed: { zh: '请填写', en: 'Please fill in' },
  notYours: {
    zh: '本年度报告目前不由您处理。',
    en: 'This report does not wait for you just now.',
  },
  money: { zh: '资金', en: 'Money' },
  notEvaluated: {
    zh: '尚无按已提交报告作出的评定。',
    en: 'What was submitted is not evaluated yet.',
  },
} as const;

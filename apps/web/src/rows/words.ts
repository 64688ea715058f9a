/** What is said of single rows. */
export const rowWords = {
  row: { zh: (n: number) => `第 ${n} 行`, en: (n: number) => `row ${n}` },
  more: { zh: (n: number) => `另有 ${n} 行，查看第`, en: (n: number) => `${n} more; show row` },
  open: { zh: '查看', en: 'Show' },
  close: { zh: '关闭', en: 'Close' },
  file: { zh: '文件', en: 'File' },
  sheet: { zh: '工作表', en: 'Sheet' },
  column: { zh: '列', en: 'Column' },
  cell: { zh: '单元格内容', en: 'Cell' },
  finding: { zh: '对这一行作出结论', en: 'Decide on this row' },
  findingWhy: {
    zh: '结论随即重新评定本市，以及重复申报同一内容的其他主体。',
    en: 'This subject, and others that claim the same, are evaluated again.',
  },
  outcome: { zh: '结论', en: 'Outcome' },
  excluded: { zh: '剔除，不作证据', en: 'Leave out' },
  confirmed: { zh: '确认属于该主体', en: 'Confirm as theirs' },
  reason: { zh: '理由', en: 'Reason' },
  needed: { zh: '请填写', en: 'Please fill in' },
  record: { zh: '记录结论', en: 'Record' },
  recorded: { zh: '结论已记录，正在重新评定。', en: 'Recorded; evaluating again.' },
  current: {
    zh: (outcome: string, reason: string) =>
      `现有结论：${outcome}（${reason}）；记录新结论即予更正。`,
    en: (outcome: string, reason: string) =>
      `In force: ${outcome} (${reason}); a new one corrects it.`,
  },
} as const;

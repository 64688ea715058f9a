/** What the page of the audit says. */
export const auditPageWords = {
  title: { zh: '审计', en: 'Audit' },
  lead: {
    zh: '每一次改动、登录和拒绝都有记录，并封入一条散列链；这里只能看，不能改。',
    en: 'Every change, sign-in and refusal is recorded and sealed in one chain of hashes.',
  },
  verify: { zh: '核对审计链与全部数据', en: 'Verify the chain and all data' },
  verifying: {
    zh: '正在逐行重新计算，数据多时需要一些时间…',
    en: 'Recomputing every row; this takes a while where there is much data…',
  },
  whole: {
    zh: (links: number, rows: number) =>
      `核对了审计链 ${links} 环和报告内容 ${rows} 行，全部相符：没有记录被改动、删除、添加或调换。`,
    en: (links: number, rows: number) =>
      `Verified ${links} links of the chain and ${rows} rows of reports: nothing was changed, removed, added or reordered.`,
  },
  deviates: {
    zh: (links: number, rows: number, found: number) =>
      `核对了审计链 ${links} 环和报告内容 ${rows} 行，有 ${found} 处不符。请保留现场并立即报告安全管理员。`,
    en: (links: number, rows: number, found: number) =>
      `Verified ${links} links and ${rows} rows: ${found} deviations. Keep everything as it is and tell the security administrator.`,
  },
  seal: {
    zh: (number: number, chain: string, at: string) =>
      `校验点：第 ${number} 环，${chain}（${at}）。抄存他处，日后可证明此前的记录没有被改写。`,
    en: (number: number, chain: string, at: string) =>
      `Checkpoint: link ${number}, ${chain} (${at}). Noted elsewhere, it proves later that nothing before was rewritten.`,
  },
  who: { zh: '人员', en: 'Who' },
  anybody: { zh: '全部人员', en: 'Anybody' },
  system: { zh: '系统', en: 'The system' },
  what: { zh: '事项', en: 'What' },
  anything: { zh: '全部事项', en: 'Anything' },
  about: { zh: '对象', en: 'About' },
  aboutHint: { zh: '代码、编号或散列', en: 'A code, id or hash' },
  when: { zh: '时间', en: 'When' },
  since: { zh: '自', en: 'From' },
  until: { zh: '至', en: 'To' },
  number: { zh: '序号', en: 'No.' },
  link: { zh: '链环', en: 'Link' },
  more: { zh: '显示更多', en: 'Show more' },
  nothing: { zh: '没有符合条件的记录。', en: 'No such entry.' },
  clear: { zh: '清除筛选', en: 'Clear' },
} as const;

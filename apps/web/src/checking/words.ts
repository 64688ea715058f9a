/** What the pages of checking say. */
export const checkWords = {
  checkTitle: {
    zh: (what: string) => `核对：${what}`,
    en: (what: string) => `Check: ${what}`,
  },
  lead: {
    zh: '请逐项核对，确认后才生效。',
    en: 'Check every line. Nothing happens until you confirm.',
  },
  next: { zh: '下一步：核对', en: 'Next: check' },
  change: { zh: '返回修改', en: 'Change' },
  final: { zh: '不可撤销的事项', en: 'What cannot be undone' },
  confirm: { zh: (what: string) => `确认${what}`, en: (what: string) => `Confirm: ${what}` },
  done: { zh: (what: string) => `已${what}`, en: (what: string) => `Done: ${what}` },
} as const;

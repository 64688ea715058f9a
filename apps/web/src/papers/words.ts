import type { PaperView, VerifiedPaperView } from '#contracts';
import type { Tone } from '#wording';
import type { Said } from '../language/language.js';

/** What the pages about papers say. */
export const paperWords = {
  papers: { zh: '文件', en: 'Papers' },
  none: { zh: '本年度还没有出具文件。', en: 'No paper of this year was issued yet.' },
  noLetter: { zh: '这笔拨付还没有出具资金拨付函。', en: 'No letter was issued yet.' },
  issue: {
    'self-assessment': { zh: '出具绩效目标自评表', en: 'Issue the self-assessment' },
    draft: { zh: '出具绩效目标自评表（草稿）', en: 'Issue the self-assessment (draft)' },
    summary: { zh: '出具评定情况汇总', en: 'Issue the summary' },
  },
  letter: {
    zh: (amount: string) => `出具资金拨付函（${amount} 万元）`,
    en: (amount: string) => `Issue the release letter (${amount} 万元)`,
  },
  issued: {
    zh: (code: string) => `已出具，核验码 ${code}。`,
    en: (code: string) => `Issued under the code ${code}.`,
  },
  issuedAt: { zh: '出具时间', en: 'Issued' },
  code: { zh: '核验码', en: 'Code' },
  draft: { zh: '草稿', en: 'draft' },
  download: { zh: (format: string) => `下载 ${format}`, en: (format: string) => `Save ${format}` },
  verify: { zh: '文件核验', en: 'Verify a paper' },
  verifyHint: {
    zh: '输入文件页脚的核验码，核对它是不是本系统出具的、现在是否有效。不须登录。',
    en: 'Enter the code at the foot of the paper to see whether it was issued here and still holds.',
  },
  check: { zh: '核验', en: 'Verify' },
  needed: { zh: '请填写核验码。', en: 'Enter the code.' },
  kind: { zh: '文件', en: 'Paper' },
  programme: { zh: '项目', en: 'Programme' },
  subject: { zh: '填报主体', en: 'Subject' },
  year: { zh: '年度', en: 'Year' },
  gist: { zh: '主要内容', en: 'Gist' },
  determination: { zh: '评定结果 SHA-256', en: 'Determination, SHA-256' },
  files: { zh: '文件 SHA-256', en: 'Files, SHA-256' },
  filesHint: {
    zh: '手中的电子文件应与其中一个完全相同。',
    en: 'A file at hand should have exactly one of these.',
  },
} as const;

export const kindWords: Readonly<Record<PaperView['kind'], Said>> = {
  'self-assessment': { zh: '绩效目标自评表', en: 'Self-assessment' },
  summary: { zh: '绩效评定情况汇总', en: 'Summary of the evaluation' },
  'release-letter': { zh: '资金拨付函', en: 'Release letter' },
};

export const standingWords: Readonly<
  Record<VerifiedPaperView['standing'], Said & { readonly tone: Tone }>
> = {
  'in-force': { zh: '由本系统出具，现行有效', en: 'Issued here, in force', tone: 'good' },
  replaced: {
    zh: '由本系统出具，已有新的文件代替',
    en: 'Issued here, replaced by a later paper',
    tone: 'unsure',
  },
  'determination-changed': {
    zh: '由本系统出具，评定结果此后已变更',
    en: 'Issued here; the determination is another by now',
    tone: 'unsure',
  },
  'release-basis-changed': {
    zh: '由本系统出具，批准所依据的数据此后已变化，不能据此付款',
    en: 'Issued here; what the approval rests on has changed, and nothing can be paid on it',
    tone: 'bad',
  },
  'release-ended': {
    zh: '由本系统出具，这笔拨付已终止',
    en: 'Issued here; the release has ended',
    tone: 'bad',
  },
};

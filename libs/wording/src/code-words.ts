import { failureWords } from './failure-words.js';
import { outcomeWords, type Said } from './words.js';

/** The roles (角色), as people read them. */
export const roleWords = {
  'city-clerk': { zh: '城市填报员', en: 'City clerk' },
  'provincial-reviewer': { zh: '省级审核员', en: 'Provincial reviewer' },
  'ip-reviewer': { zh: '知识产权局核查员', en: 'IP office reviewer' },
  'finance-reviewer': { zh: '财政部审核员', en: 'Finance reviewer' },
  'finance-approver': { zh: '财政部审批员', en: 'Finance approver' },
  auditor: { zh: '审计员', en: 'Auditor' },
  'system-administrator': { zh: '系统管理员', en: 'System administrator' },
  'security-administrator': { zh: '安全管理员', en: 'Security administrator' },
} as const satisfies Readonly<Record<string, Said>>;

/** What is done with a release (拨付). */
export const releaseMoveNames = {
  propose: { zh: '提出', en: 'Propose' },
  approve: { zh: '批准', en: 'Approve' },
  reject: { zh: '不予批准', en: 'Reject' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  pay: { zh: '记录支付', en: 'Record the payment' },
  cancel: { zh: '取消', en: 'Cancel' },
  fail: { zh: '记录支付失败', en: 'Record that the payment failed' },
  return: { zh: '记录退回款', en: 'Record money that came back' },
  void: { zh: '失效', en: 'Void' },
} as const satisfies Readonly<Record<string, Said>>;

/** The codes that an entry of the audit gives, by what they are of. */
const auditCodeWords: Readonly<Record<string, Readonly<Record<string, Said>> | undefined>> = {
  failure: failureWords,
  kind: {
    'self-assessment': { zh: '绩效目标自评表', en: 'self-assessment' },
    summary: { zh: '绩效评定情况汇总', en: 'summary' },
    'release-letter': { zh: '资金拨付函', en: 'release letter' },
    award: { zh: '核定资金', en: 'award' },
    payment: { zh: '首批拨付', en: 'first payment' },
    near: { zh: '将到期', en: 'due soon' },
    overdue: { zh: '已逾期', en: 'overdue' },
  },
  move: releaseMoveNames,
  outcome: outcomeWords,
  role: roleWords,
  result: { passed: { zh: '通过', en: 'passed' }, failed: { zh: '未通过', en: 'failed' } },
  scopes: { read: { zh: '读取', en: 'read' }, submit: { zh: '报送', en: 'submit' } },
  standing: { draft: { zh: '草稿', en: 'draft' }, submitted: { zh: '已提交', en: 'submitted' } },
  step: {
    submit: { zh: '提交', en: 'submit' },
    forward: { zh: '转报', en: 'forward' },
    verify: { zh: '核查通过', en: 'verify' },
    return: { zh: '退回', en: 'return' },
  },
};

/** What an entry of the audit names, in words where it is a code, or several; else as it is kept. */
export function auditThingWords(name: string, thing: unknown): Said {
  const kept = String(thing);
  const codes = kept.split(',');
  const words = auditCodeWords[name] ?? {};
  const said = codes.flatMap((code) => (Object.hasOwn(words, code) ? (words[code] ?? []) : []));
  if (said.length < codes.length) return { zh: kept, en: kept };
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') };
}

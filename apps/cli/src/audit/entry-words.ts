import type { AuditEntry } from '#application';

const whatWords: Readonly<Record<AuditEntry['what'], string>> = {
  'audit-begun': '审计开始',
  'subject-enrolled': '登记填报主体',
  'report-received': '收到报告',
  'report-drafted': '重新列为草稿',
  'report-accepted': '报告已读取',
  'report-refused': '报告不能读取',
  'report-set-aside': '报告搁置',
  'report-moved': '报告流转',
  'evaluation-set-aside': '评定搁置',
  'determination-made': '作出评定',
  'yearly-run-started': '年度评定开始',
  'yearly-run-result': '年度评定单项完成',
  'yearly-run-finished': '年度评定完成',
  'yearly-run-set-aside': '年度评定搁置',
  'finding-recorded': '记录核查结论',
  'row-finding-recorded': '记录单行核查结论',
  'money-entry-recorded': '记录资金',
  'conclusion-recorded': '记录考核结论',
  'release-proposed': '提出拨付',
  'release-moved': '办理拨付',
  'plan-filed': '方案备案',
  'plan-decided': '方案审核',
  'sample-drawn': '抽样',
  'sample-marked': '记录抽样核查',
  'deadline-recorded': '记录期限',
  'holidays-recorded': '记录放假安排',
  'reminder-made': '提醒',
  'reminder-delivery': '发送提醒邮件',
  'reminder-set-aside': '提醒邮件搁置',
  refused: '操作被拒绝',
  'secrets-key-set': '启用密钥',
  'account-created': '建立账号',
  'account-closed': '注销账号',
  'account-locked': '账号锁定',
  'account-unlocked': '账号解锁',
  'role-granted': '授予角色',
  'credentials-reset': '重置登录凭据',
  'credentials-enrolled': '登记登录凭据',
  'signed-in': '登录',
  'signed-out': '退出登录',
  'sign-in-refused': '登录被拒绝',
  'sessions-ended': '结束登录',
  'token-issued': '签发令牌',
  'token-revoked': '吊销令牌',
  'access-refused': '越权访问被拒绝',
};

const aboutWords: Readonly<Record<string, string>> = {
  account: '账号',
  area: '区域',
  code: '代码',
  conclusion: '考核结论',
  deadline: '期限',
  determination: '评定结果',
  device: '动态口令设备',
  document: '文号',
  due: '期限日',
  entry: '资金记录',
  failure: '原因代码',
  fen: '金额（分）',
  finding: '核查结论',
  from: '来自',
  hash: '散列算法',
  kind: '种类',
  ledger: '台账',
  mark: '密钥标记',
  marks: '记录数',
  move: '办理',
  outcome: '结果',
  plan: '方案',
  programme: '项目',
  reason: '原因',
  release: '拨付',
  reminder: '提醒',
  report: '报告',
  request: '请求',
  role: '角色',
  result: '结果',
  round: '提交次数',
  rows: '行数',
  scopes: '权限',
  session: '登录',
  sample: '抽样',
  seed: '种子',
  sha256: '文件SHA-256',
  size: '抽取行数',
  standing: '依据',
  step: '环节',
  subjects: '主体数',
  summary: '汇总',
  target: '绩效目标',
  token: '令牌',
  until: '至',
  year: '年度',
};

const isWhat = (what: string): what is AuditEntry['what'] => Object.hasOwn(whatWords, what);

/** What was done, in words; as it is kept where no version of the product knows it. */
export function wordsOfWhat(what: string): string {
  return isWhat(what) ? whatWords[what] : what;
}

/** What it was done to, from the JSON that is kept; that itself where it is none. */
export function wordsOfAbout(json: string): string {
  try {
    const about: unknown = JSON.parse(json);
    if (typeof about !== 'object' || about === null) return json;
    return Object.entries(about)
      .map(([name, value]) => `${aboutWords[name] ?? name}：${String(value)}`)
      .join('；');
  } catch {
    return json;
  }
}

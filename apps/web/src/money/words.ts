import { releaseMoveNames } from '#wording';

/** What the money desk says. */
export const moneyWords = {
  desk: { zh: '资金拨付', en: 'Money' },
  deskLead: {
    zh: '各填报主体的核定、已拨和剩余资金，现在能否拨付，以及正在办理的拨付。',
    en: 'Award, paid and remaining money of every subject, and what may go out now.',
  },
  programme: { zh: '项目', en: 'Programme' },
  year: { zh: '年度', en: 'Year' },
  code: { zh: '代码', en: 'Code' },
  subject: { zh: '填报主体', en: 'Subject' },
  award: { zh: '核定资金', en: 'Award' },
  paid: { zh: '首批已拨付', en: 'Paid first' },
  released: { zh: '已批准或已拨付', en: 'Released' },
  remaining: { zh: '剩余资金', en: 'Remaining' },
  releasable: { zh: '现可拨付', en: 'Releasable now' },
  wanYuan: { zh: '万元', en: '10k yuan' },
  inWanYuan: { zh: '单位：万元', en: 'In 10k yuan' },
  standing: { zh: '能否拨付', en: 'Whether it may go out' },
  under: { zh: '正在办理', en: 'Under way' },
  views: {
    all: { zh: '全部', en: 'All' },
    open: { zh: '现在可拨付', en: 'Releasable' },
    waiting: { zh: '待审批', en: 'To approve' },
    approved: { zh: '待支付', en: 'To pay' },
  },
  none: { zh: '没有符合条件的填报主体。', en: 'No such subject.' },
  chart: { zh: '资金构成', en: 'What the award is made of' },
  chartWords: {
    zh: '核定资金 = 首批已拨付 + 已批准或已拨付 + 剩余资金；最后一条是其中现在可以拨付的部分。',
    en: 'Award = paid first + released + remaining; the last bar is what may go out now.',
  },
  asTable: { zh: '以表格查看', en: 'As a table' },
  part: { zh: '部分', en: 'Part' },
  amount: { zh: '金额', en: 'Amount' },
  amountWan: { zh: '金额（万元）', en: 'Amount (10k yuan)' },
  amountYuan: { zh: '金额（元）', en: 'Amount (yuan)' },
  propose: { zh: '提出拨付', en: 'Propose a release' },
  recordEntry: { zh: '记录核定或首批拨付', en: 'Record an award or payment' },
  correctEntry: { zh: '更正资金记录', en: 'Correct an entry' },
  correct: { zh: '更正', en: 'Correct' },
  recordConclusion: { zh: '记录考核结论', en: 'Record the conclusion' },
  correctConclusion: { zh: '更正考核结论', en: 'Correct the conclusion' },
  releases: { zh: '各笔拨付', en: 'Releases' },
  noReleases: { zh: '还没有提出过拨付。', en: 'Nothing was proposed yet.' },
  state: { zh: '状态', en: 'State' },
  proposedAt: { zh: '提出时间', en: 'Proposed at' },
  returned: { zh: '已退回', en: 'Came back' },
  open: { zh: '查看', en: 'Open' },
  openRelease: { zh: '查看这笔拨付', en: 'Open this release' },
  ledger: { zh: '资金台账', en: 'Ledger' },
  noEntries: { zh: '还没有资金记录。', en: 'No entry yet.' },
  recordedAt: { zh: '记录时间', en: 'Recorded at' },
  kind: { zh: '类别', en: 'Kind' },
  kinds: {
    award: { zh: '核定资金', en: 'Award' },
    payment: { zh: '首批拨付', en: 'First payment' },
  },
  document: { zh: '文号', en: 'Document' },
  conclusions: { zh: '考核结论', en: 'Official conclusions' },
  noConclusions: { zh: '还没有记录考核结论。', en: 'None recorded yet.' },
  date: { zh: '日期', en: 'Date' },
  result: { zh: '结论', en: 'Result' },
  results: {
    passed: { zh: '通过', en: 'Passed', tone: 'good' },
    failed: { zh: '未通过', en: 'Failed', tone: 'bad' },
  },
  inForce: { zh: '现行', en: 'In force' },
  corrected: { zh: '已更正', en: 'Corrected' },
  back: { zh: '返回资金', en: 'Back to the money' },
  opensSentence: {
    zh: (amount: string) => `现在可以拨付 ${amount} 万元。`,
    en: (amount: string) => `${amount} × 10,000 yuan may go out now.`,
  },
  closedSentence: {
    zh: (why: readonly string[]) => `现在不能拨付：${why.join('；')}。`,
    en: (why: readonly string[]) => `Nothing may go out now: ${why.join('; ')}.`,
  },
} as const;

/** The states of a release. */
export const releaseStateWords = {
  proposed: { zh: '待审批', en: 'To be approved', tone: 'strong' },
  approved: { zh: '已批准，待支付', en: 'Approved', tone: 'strong' },
  paid: { zh: '已支付', en: 'Paid', tone: 'good' },
  returned: { zh: '有退回', en: 'Came back', tone: 'unsure' },
  rejected: { zh: '未批准', en: 'Rejected', tone: 'bad' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', tone: 'quiet' },
  void: { zh: '已失效', en: 'Void', tone: 'bad' },
  cancelled: { zh: '已取消', en: 'Cancelled', tone: 'quiet' },
  failed: { zh: '支付失败', en: 'Payment failed', tone: 'bad' },
} as const;

/** The moves of a release, each with what cannot be undone about it. */
export const releaseMoveWords = {
  propose: {
    ...releaseMoveNames.propose,
    final: {
      zh: '提出不付款，须由另一人审批；审批之前可以撤回。提出的记录永久保存，不能修改或删除；办结之前不能再提另一笔。',
      en: 'Nothing is paid yet: another person has to approve it, and until then it can be withdrawn. The record stays for good, and while it is open there can be no other.',
    },
  },
  approve: {
    ...releaseMoveNames.approve,
    final: {
      zh: '批准不能撤销。批准后这笔金额即从剩余资金中扣除，财政部审核员据此办理支付；支付之前只能由其取消。批准的记录永久保存。',
      en: 'An approval cannot be undone. The amount leaves the remainder, and the finance reviewer has it paid; until then only he can cancel it. The record stays for good.',
    },
  },
  reject: {
    ...releaseMoveNames.reject,
    final: {
      zh: '不予批准不能撤销：这笔拨付就此办结，资金须另行提出。',
      en: 'A rejection cannot be undone: the release ends, and the money has to be proposed anew.',
    },
  },
  withdraw: {
    ...releaseMoveNames.withdraw,
    final: {
      zh: '撤回不能撤销：这笔拨付就此办结，资金须另行提出。',
      en: 'It cannot be undone: the release ends, and the money has to be proposed anew.',
    },
  },
  pay: {
    ...releaseMoveNames.pay,
    final: {
      zh: '支付记录不能修改或删除。此后如有款项退回，只能另记退回。',
      en: 'The payment cannot be changed or removed. What comes back is recorded apart.',
    },
  },
  cancel: {
    ...releaseMoveNames.cancel,
    final: {
      zh: '取消不能撤销：金额回到剩余资金，须另行提出和审批。',
      en: 'It cannot be undone: the amount goes back, and has to be proposed and approved anew.',
    },
  },
  fail: {
    ...releaseMoveNames.fail,
    final: {
      zh: '记录后不能撤销：金额回到剩余资金，须另行提出和审批。',
      en: 'It cannot be undone: the amount goes back, and has to be proposed and approved anew.',
    },
  },
  return: {
    ...releaseMoveNames.return,
    final: {
      zh: '退回记录不能修改或删除；退回的金额回到剩余资金。',
      en: 'It cannot be changed or removed; what came back goes to the remainder.',
    },
  },
  void: { ...releaseMoveNames.void, final: { zh: '', en: '' } },
} as const;

/** What the forms of the money desk say. */
export const formWords = {
  needed: { zh: '请填写', en: 'Please fill in' },
  choose: { zh: '请选择', en: 'Please choose' },
  opinion: { zh: '意见', en: 'Opinion' },
  opinionOptional: { zh: '意见（可不填）', en: 'Opinion (optional)' },
  amountHint: {
    zh: '单位万元，最多六位小数，精确到分',
    en: 'In 10,000 yuan, six decimals at most: exact to the fen',
  },
  amountForm: {
    zh: '请填大于零的万元金额，最多六位小数，例如 1234.5',
    en: 'An amount above zero in 10,000 yuan, with six decimals at most',
  },
  tooMuch: {
    zh: (most: string) => `不能超过 ${most} 万元`,
    en: (most: string) => `At most ${most}`,
  },
  paymentDocument: { zh: '支付凭证号', en: 'Number of the payment' },
  otherDocument: { zh: '凭证或文件号', en: 'Number of the document' },
  cameBack: { zh: '退回金额（万元）', en: 'What came back (10k yuan)' },
  determination: { zh: '所依据的评定', en: 'Determination' },
  conclusion: { zh: '考核结论', en: 'Official conclusion' },
  noConclusion: { zh: '尚未记录', en: 'None' },
  gate: { zh: '拨付条件', en: 'Gate' },
  hash: { zh: '评定编号（SHA-256）', en: 'Determination (SHA-256)' },
  shown: { zh: '所示内容的散列（SHA-256）', en: 'What is shown (SHA-256)' },
  remainingNow: { zh: '现有剩余资金', en: 'Remaining now' },
  remainingAfter: { zh: '批准后剩余资金', en: 'Remaining once approved' },
  proposer: { zh: '提出人', en: 'Proposed by' },
  you: { zh: '您本人', en: 'yourself' },
  what: { zh: '办理', en: 'What' },
  by: { zh: '办理人', en: 'By' },
  system: { zh: '系统', en: 'the system' },
  at: { zh: '时间', en: 'At' },
  entryFinal: {
    zh: '记录后不能修改或删除，只能以新的记录更正；首批拨付在记录考核结论后不能再更正。已提出而未支付的拨付如受影响即失效。',
    en: 'It cannot be changed or removed, only corrected by another, a first payment only until there is a conclusion; a release that rested on it becomes void.',
  },
  conclusionFinal: {
    zh: '记录后不能修改或删除，只能以新的结论更正；已提出而未支付的拨付如受影响即失效。',
    en: 'It cannot be changed or removed, only corrected by another; a release that rested on it becomes void.',
  },
  replaces: { zh: '所更正的结论', en: 'Corrects' },
  replacedEntry: { zh: '所更正的记录', en: 'Corrects' },
  correctionLead: {
    zh: '更正是一条新的记录，从此代替原记录计算；原记录保留，标为“已更正”。原文件无误而只是录入有误的，文号可以照旧。',
    en: 'A correction is a new entry, which counts in place of the former; that one stays, marked as corrected. Where only the entry was wrong and not its document, the number may stay.',
  },
} as const;

/** What the page of one release says. */
export const releaseWords = {
  title: { zh: '拨付', en: 'Release' },
  moves: { zh: '办理经过', en: 'What was done' },
  action: { zh: '办理', en: 'Act' },
  changed: {
    zh: '提出以来，所依据的数据已经变化：批准或支付时本笔将失效，须重新提出。',
    en: 'What it rests on has changed since: at its approval or payment it becomes void.',
  },
  voidWhy: {
    zh: '本笔已失效，没有付款：提出以后所依据的数据已变化，须按现在的情况重新提出。',
    en: 'It is void and nothing was paid: what it rested on has changed. Propose it anew.',
  },
  nowWhy: { zh: '现在的情况：', en: 'As it stands: ' },
  notYours: { zh: '这笔拨付目前不由您办理。', en: 'It does not wait for you just now.' },
} as const;

/** What the city's desk says. */
export const deskWords = {
  title: { zh: '城市工作台', en: 'City desk' },
  noSubject: {
    zh: '您的账号没有可填报的城市，请联系系统管理员。',
    en: 'No city is assigned to this account. Ask an administrator.',
  },
  years: { zh: '报告年度', en: 'Year' },
  base: { zh: '基期', en: 'base year' },
  period: { zh: '实施期', en: 'Period' },
  round: {
    zh: (n: number) => (n === 0 ? '尚未提交' : `第 ${n} 次提交`),
    en: (n: number) => (n === 0 ? 'not submitted yet' : `round ${n}`),
  },
  next: { zh: '下一步', en: 'Next' },
  nothingNext: { zh: '已办结', en: 'Done' },
  prepare: { zh: '准备报告', en: 'Prepare the report' },
  template: { zh: '下载填报模板', en: 'Download the template' },
  templateWhy: {
    zh: '模板与本年度的校验规则一致，带下拉选项和填写说明。',
    en: 'It carries the rules of this year, drop-down lists and notes.',
  },
  drop: { zh: '把填好的工作簿拖到这里，或按回车选择文件', en: 'Drop the workbook here, or choose' },
  dropWhy: {
    zh: '支持 .xlsx 或 .json。同一年度的新文件替代旧草稿；提交之前只有您自己能改。',
    en: '.xlsx or .json. A new file replaces the draft of its year; nothing is submitted yet.',
  },
  locked: {
    zh: '本年度报告已提交并锁定；退回后方可更换文件。',
    en: 'The report is submitted and locked; files can be changed once it is returned.',
  },
  stages: {
    sending: { zh: '正在上传', en: 'Uploading' },
    waiting: { zh: '等待读取', en: 'Waiting' },
    reading: { zh: '正在逐行读取', en: 'Reading row by row' },
    evaluating: { zh: '读取完毕，正在评定', en: 'Read; evaluating' },
    retrying: { zh: '暂时受阻，正在重试', en: 'Held up; trying again' },
    done: { zh: '读取并评定完毕', en: 'Read and evaluated' },
    refused: { zh: '不能作为报告', en: 'Refused' },
    'set-aside': { zh: '暂时搁置', en: 'Set aside' },
  },
  rowsSoFar: { zh: (n: number) => `已接收 ${n} 行`, en: (n: number) => `${n} rows accepted` },
  otherYear: {
    zh: (n: number) => `这是 ${n} 年度的报告，已归入该年度。`,
    en: (n: number) => `This report is about ${n} and went to that year.`,
  },
  toYear: { zh: (n: number) => `转到 ${n} 年度`, en: (n: number) => `Go to ${n}` },
  files: { zh: '报告文件', en: 'Files' },
  noFiles: { zh: '本年度还没有文件。', en: 'There is no file of this year yet.' },
  file: { zh: '文件', en: 'File' },
  received: { zh: '收到', en: 'Received' },
  rows: { zh: '有效行', en: 'Valid rows' },
  rejected: { zh: '不作证据的行', en: 'Rejected rows' },
  problemsOf: {
    zh: (name: string) => `“${name}”的问题`,
    en: (name: string) => `Problems in “${name}”`,
  },
  problemsTogether: {
    zh: '汇总各份报告时发现的问题',
    en: 'Problems found when the reports are put together',
  },
  noProblems: { zh: '没有发现问题。', en: 'No problem was found.' },
  marked: { zh: '标注副本', en: 'Marked copy' },
  markedDownload: { zh: '下载标注副本', en: 'Download' },
  markedWhy: {
    zh: '您的原文件，错误和警告已逐格标出，并在右侧写明原因。',
    en: 'Your file with every error and warning painted and explained.',
  },
  severity: {
    error: { zh: '错误', en: 'Error' },
    warning: { zh: '警告', en: 'Warning' },
    notice: { zh: '提示', en: 'Notice' },
  },
  severityTitle: { zh: '级别', en: 'Severity' },
  sheet: { zh: '工作表', en: 'Sheet' },
  rowNumber: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  place: { zh: '位置', en: 'Place' },
  what: { zh: '问题与改法', en: 'What is wrong' },
  seen: { zh: '填的是', en: 'Found' },
  expected: { zh: '应为', en: 'Expected' },
  copy: {
    zh: '复制位置：在表格软件中按 F5 或 Ctrl+G，粘贴后回车即跳到该行',
    en: 'Copy the place: press F5 or Ctrl+G in your spreadsheet, paste, Enter',
  },
  copied: { zh: '位置已复制', en: 'Copied' },
  all: { zh: '全部', en: 'All' },
  more: { zh: '显示更多', en: 'Show more' },
  assess: { zh: '自评', en: 'Self-assessment' },
  assessWhy: {
    zh: '按现有草稿，由与评定相同的规则算出。',
    en: 'Computed from the draft by the very rules of the assessment.',
  },
  open: { zh: '查看自评', en: 'Open the self-assessment' },
  whatIf: { zh: '试算', en: 'What-if' },
  notEvaluated: {
    zh: '还没有自评结果：先报送本年度的报告文件。',
    en: 'Nothing to show yet: send in a report file of this year.',
  },
  baseOnly: {
    zh: '基期年度只供计算增幅，本身不评定。',
    en: 'The base year is not assessed itself.',
  },
  submit: { zh: '核对并提交', en: 'Check and submit' },
  history: { zh: '办理经过', en: 'History' },
  at: { zh: '时间', en: 'At' },
  move: { zh: '处理', en: 'Move' },
  roundNumber: { zh: '提交次数', en: 'Round' },
  role: { zh: '办理人', en: 'By' },
  opinion: { zh: '意见', en: 'Opinion' },
  noHistory: { zh: '还没有提交过。', en: 'Nothing was submitted yet.' },
  reasons: { zh: '退回理由', en: 'Reasons' },
  row: {
    zh: (sheet: string, n: number) => `“${sheet}”第 ${n} 行`,
    en: (sheet: string, n: number) => `“${sheet}”, row ${n}`,
  },
} as const;

/** The states of a year's report. */
export const stateWords = {
  draft: { zh: '草稿', en: 'Draft', tone: 'quiet' },
  submitted: { zh: '已提交', en: 'Submitted', tone: 'strong' },
  forwarded: { zh: '省级转报', en: 'Forwarded', tone: 'strong' },
  verified: { zh: '核查通过', en: 'Verified', tone: 'good' },
  returned: { zh: '退回', en: 'Returned', tone: 'bad' },
} as const;

/** The moves of a year's report. */
export const moveWords = {
  submit: { zh: '提交', en: 'Submit' },
  forward: { zh: '转报', en: 'Forward' },
  verify: { zh: '核查通过', en: 'Verify' },
  return: { zh: '退回', en: 'Return' },
} as const;

/** What the page of submission says. */
export const submissionWords = {
  title: { zh: '核对并提交', en: 'Check your answers' },
  lead: {
    zh: '提交后本年度的文件锁定，由上级审核；退回之前不能更改。请逐项核对。',
    en: 'Submitting locks the files of this year for review. Check everything first.',
  },
  cover: { zh: '封面', en: 'Cover' },
  filledBy: { zh: '填报人', en: 'Filled in by' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '电话', en: 'Phone' },
  filledOn: { zh: '填报日期', en: 'Filled in on' },
  outcome: { zh: '自评结果', en: 'Self-assessment' },
  errors: {
    zh: (n: number) => `有 ${n} 行因填写错误不作证据。可以带着它们提交，但它们不计数。`,
    en: (n: number) => `${n} rows are no evidence. They may be submitted, but do not count.`,
  },
  opinion: { zh: '填报说明', en: 'Statement' },
  opinionHint: { zh: '例如：数据经核对无误。', en: 'For example: figures checked.' },
  statement: {
    zh: '我已核对以上内容，所报数据真实、完整',
    en: 'I have checked the above; the figures are true and complete',
  },
  confirm: { zh: '提交，锁定本年度报告', en: 'Submit and lock' },
  back: { zh: '返回修改', en: 'Back' },
  done: { zh: '已提交', en: 'Submitted' },
} as const;

/** What is said of deadlines. */
export const deadlineWords = {
  title: { zh: '期限', en: 'Due dates' },
  none: {
    zh: (year: number) => `${year} 年度还没有规定期限。`,
    en: (year: number) => `No deadline is set for ${year} yet.`,
  },
  untilEnd: { zh: '24 时前', en: 'end of day' },
  open: { zh: '未办', en: 'Open', tone: 'strong' },
  overdue: { zh: '逾期未办', en: 'Overdue', tone: 'bad' },
  inTime: { zh: '按期办理', en: 'In time', tone: 'good' },
  late: { zh: '逾期办理', en: 'Late', tone: 'unsure' },
  left: { zh: (days: number) => `还有 ${days} 天`, en: (days: number) => `${days} days left` },
} as const;

/** The steps that have deadlines. */
export const stepWords = {
  submit: { zh: '报送', en: 'Submission' },
  forward: { zh: '省级转报', en: 'Forwarding' },
  review: { zh: '核查', en: 'Review' },
} as const;

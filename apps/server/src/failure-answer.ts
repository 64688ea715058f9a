import type { Failure, MoveName, MoveRule, YearState } from '#application';
import type { FailureView } from '#contracts';
import { releaseMoveNames, roleWords } from '#wording';
import type { EdgeFailure } from './request-failure.js';
import { obstaclesToView, wanYuan } from './views.js';

interface Answer {
  readonly status: number;
  readonly message: string;
  readonly messageEn: string;
}

/** How an expected failure is answered. */
export function failureAnswer(failure: Failure | EdgeFailure): {
  readonly status: number;
  readonly body: FailureView;
} {
  const { status, message, messageEn } = answerTo(failure);
  return { status, body: { error: { code: failure.kind, message, messageEn } } };
}

const notHttp: Answer = {
  status: 400,
  message: '收到的不是完整的 HTTP 请求，请检查地址和端口。',
  messageEn: 'This is no complete HTTP request.',
};

const unreadable: Readonly<Record<string, Answer>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    message: '请求的地址和头部过长，请缩短后再试。',
    messageEn: 'The address and the heads of the request are too long.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    message: '请求迟迟没有发完，请重新发送。',
    messageEn: 'The request was not complete in time.',
  },
};

/** The only place that knows both a failure and HTTP. */
function answerTo(failure: Failure | EdgeFailure): Answer {
  switch (failure.kind) {
    case 'key-missing':
      return {
        status: 400,
        message:
          '凡有改动的请求须带 Idempotency-Key：1 至 255 个可见 ASCII 字符，每次新的请求换一个。',
        messageEn: 'A call that changes something needs an Idempotency-Key of its own.',
      };
    case 'unreadable-request':
      return unreadable[failure.code] ?? notHttp;
    case 'key-used':
      return unfit(
        `Idempotency-Key ${failure.key} 已用于另一个请求，请换一个。`,
        'This Idempotency-Key was used for another request.',
      );
    case 'not-signed-in':
      return unauthorised('请先登录。', 'Sign in first.');
    case 'foreign-origin':
      return forbidden(
        '该请求不是本系统页面发出的，请从本系统的页面办理。',
        'The request comes from another site.',
      );
    case 'role-not-allowed':
      return forbidden(
        '您的角色不能使用此功能；确需使用的，请联系管理员。',
        'Your role may not do this.',
      );
    case 'area-not-allowed':
      return forbidden(
        '此功能限全国范围的账号使用，请由这样的账号办理。',
        'Only accounts of the whole nation may do this.',
      );
    case 'scope-not-allowed':
      return forbidden(
        '该令牌的权限不包括此功能，请换用权限包括它的令牌。',
        'The token may not do this.',
      );
    case 'sign-in-refused':
      return unauthorised(
        '邮箱、密码或动态口令不对，或账号已锁定；请核对后再试，仍不成的请联系管理员。',
        'Wrong e-mail, password or device code, or the account is locked.',
      );
    case 'code-refused':
      return unauthorised(
        '该凭据不对、已用过或已过期；请核对，仍不成的请管理员另发。',
        'The code is wrong, used already, or over.',
      );
    case 'weak-password':
      return unfit(weaknesses[failure.weakness], `The password is unfit: ${failure.weakness}.`);
    case 'device-not-proven':
      return unfit(
        '须先取得动态口令设备的密钥，并填写它当前显示的口令。',
        'Take a device first, and give the code that it shows now.',
      );
    case 'unknown-account':
      return notFound('没有这个账号，请从账号列表里选。', 'No such account.');
    case 'account-exists':
      return conflict(`邮箱 ${failure.email} 已有账号。`, 'There is an account with this e-mail.');
    case 'account-closed':
      return conflict('该账号已注销，不能再办理；需要的请另开账号。', 'The account is closed.');
    case 'own-account':
      return conflict(
        '不能办理本人的账号，请由另一位管理员办理。',
        'Nobody may do this to the own account.',
      );
    case 'no-role':
      return conflict('请先授予角色。', 'A role has to be granted first.');
    case 'unfit-area':
      return unfit(
        `该角色的区域应为${failure.kinds.map((kind) => areaNames[kind]).join('或')}。`,
        `The area of a ${failure.role} is: ${failure.kinds.join(', ')}.`,
      );
    case 'last-of-its-role':
      return conflict(
        '这是最后一个担任此角色的账号，请先另授一人。',
        `This is the last ${failure.role}.`,
      );
    case 'unknown-session':
      return notFound('没有这个登录，可能已经退出，请重新查看。', 'No such session.');
    case 'unknown-token':
      return notFound('没有这个令牌，可能已经作废，请重新查看。', 'No such token.');
    case 'scope-beyond-role':
      return unfit(
        '令牌的权限不能超出本人的角色，请少选几项。',
        'A token may not do more than its account.',
      );
    case 'unknown-programme':
      return notFound(`没有项目 ${failure.programme}，请核对项目编码。`, 'No such programme.');
    case 'unfit-code':
      return unfit(
        `${failure.code} 不是${failure.subject === 'division' ? '六位行政区划代码' : '统一社会信用代码'}，请核对。`,
        'No such code can be of a subject of this programme.',
      );
    case 'subject-exists':
      return conflict(
        `${failure.known.code} 已按 ${failure.known.document} 登记为“${failure.known.name}”。`,
        'This subject is enrolled already, with other particulars.',
      );
    case 'unknown-report':
      return notFound('没有这份报告，请从报告列表里选。', 'No such report.');
    case 'not-to-be-marked':
      return conflict(
        '只有读取成功的 .xlsx 工作簿才有标注副本。',
        'Only a workbook that was accepted can be marked.',
      );
    case 'unknown-subject':
      return notFound(
        `没有填报主体 ${failure.code}，请核对代码；没有登记的请先登记。`,
        'No such subject.',
      );
    case 'unknown-determination':
      return notFound('没有这份评定结果，请核对年度和散列。', 'No such determination.');
    case 'not-evaluated':
      return notFound(`${failure.year}年尚无评定结果，请先上传该年的报告。`, 'Not evaluated yet.');
    case 'no-yearly-run':
      return notFound(
        `${failure.year}年度评定尚未开始，请先开始。`,
        'That yearly run was not begun.',
      );
    case 'run-unfinished':
      return notFound(
        `${failure.year}年度评定尚未完成，请完成以后再看。`,
        'That yearly run is not finished.',
      );
    case 'year-not-assessed':
      return unfit(
        `${failure.year}年不是考核年度，考核年度为${failure.years.join('、')}。`,
        `Assessed years: ${failure.years.join(', ')}.`,
      );
    case 'year-not-over':
      return unfit(
        `${failure.year}年还没有结束，年度评定最早于${failure.year + 1}年1月1日（北京时间）开始；此前请看各主体的自评。`,
        `${failure.year} is not over; its run begins on ${failure.year + 1}-01-01 in Beijing at the earliest.`,
      );
    case 'year-not-reported':
      return unfit(
        `${failure.year}年不是报告年度，报告年度为${failure.years.join('、')}。`,
        `Years reported: ${failure.years.join(', ')}.`,
      );
    case 'report-move-not-possible':
      return conflict(
        `报告处于“${stateWords[failure.state]}”，您不能${moveWords[failure.move]}；` +
          `可以：${possibleWords(failure.possible) || '无'}。`,
        `The report is ${failure.state}; possible: ` +
          `${failure.possible.map(({ move, by }) => `${move} by ${by}`).join(', ')}.`,
      );
    case 'nothing-to-submit':
      return conflict(
        `${failure.year}年还没有读取成功的报告文件，请先上传。`,
        `No report file of ${failure.year} was accepted yet.`,
      );
    case 'reading-unfinished':
      return conflict(
        `报告文件 ${failure.report} 还在读取，请读完后再提交。`,
        `Report ${failure.report} is still being read.`,
      );
    case 'reasons-needed':
      return unfit(
        '退回须逐项说明理由：按绩效目标，或按行。',
        'To return a report needs a reason for a target or a row.',
      );
    case 'reasons-not-asked':
      return unfit(
        `${moveWords[failure.move]}不须逐项说明理由，请去掉。`,
        'Only a return has reasons.',
      );
    case 'unknown-row':
      return unfit(
        `报告 ${failure.part} 的工作表“${failure.sheet}”没有第${failure.row}行，请核对行号。`,
        `The report has no row ${failure.row} on this sheet.`,
      );
    case 'unknown-ledger':
      return unfit(
        `没有台账 ${failure.ledger}，可用：${failure.known.join('、')}。`,
        `Ledgers: ${failure.known.join(', ')}.`,
      );
    case 'claim-confirmed':
      return conflict(
        `同一内容已确认属于 ${failure.owner}；须先更正该结论。`,
        `It is confirmed of ${failure.owner}; that finding has to be corrected first.`,
      );
    case 'unknown-round':
      return notFound(
        `${failure.year}年没有第${failure.round}次提交，请核对次数。`,
        `There is no round ${failure.round}.`,
      );
    case 'unknown-target':
      return unfit(
        `没有绩效目标 ${failure.target}，可用：${failure.known.join('、')}。`,
        `Targets: ${failure.known.join(', ')}.`,
      );
    case 'nothing-to-decide':
      return unfit(
        `${failure.target} 没有待核查事项 ${failure.on}，可用：${failure.known.join('、')}。`,
        `To be decided of ${failure.target}: ${failure.known.join(', ')}.`,
      );
    case 'unfit-plan':
      return unfit(
        `方案有误：${failure.faults.join('；')}。`,
        'The plan is not as docs/verdict.md says.',
      );
    case 'plan-undecided':
      return conflict(
        `方案 ${failure.document} 尚未受理，请待其受理或不予受理后再备案。`,
        'An earlier filing is not decided yet.',
      );
    case 'plan-exists':
      return conflict(
        `方案 ${failure.document} 早已受理；调整后的方案应另有文号。`,
        'A plan with this document was accepted already.',
      );
    case 'approval-needed':
      return unfit(
        `调整方案 ${failure.amends} 须填批准文号（approval）。`,
        "An amendment needs the approving document's number ('approval').",
      );
    case 'unknown-plan':
      return notFound('没有这份方案，请从方案列表里选。', 'No such plan.');
    case 'plan-decided':
      return conflict(
        `该方案已${failure.as === 'accepted' ? '受理' : '不予受理'}，不能再办理；要变更的请另行备案。`,
        'This filing is decided already.',
      );
    case 'nothing-to-sample':
      return conflict(
        `${failure.year}年尚无已提交的报告可供抽样，请待提交以后再抽。`,
        'Nothing was submitted yet.',
      );
    case 'sample-out-of-bounds':
      return unfit(
        `抽取行数应在${failure.least}至${failure.most}之间，各台账至少一行。`,
        `A sample has ${failure.least} to ${failure.most} rows, at least one of each ledger.`,
      );
    case 'unknown-sample':
      return notFound('没有这次抽样，请从抽样列表里选。', 'No such sample.');
    case 'unknown-sample-row':
      return unfit(
        `抽样中没有第${failure.position}行，共${failure.most}行。`,
        `The sample has ${failure.most} rows.`,
      );
    case 'holidays-unknown':
      return unfit(
        `尚无${failure.year}年的放假安排，不能计算工作日；请先记录。`,
        `The holidays of ${failure.year} are not known; record them first.`,
      );
    case 'day-outside-year':
      return unfit(
        `${failure.day} 不在${failure.year}年，请改填该年的日期。`,
        `${failure.day} is not in ${failure.year}.`,
      );
    case 'deadline-exists':
      return conflict(
        `已有期限 ${failure.id}；变更请在 replaces 中注明。`,
        `Deadline ${failure.id} exists; a change names it in 'replaces'.`,
      );
    case 'not-the-current-deadline':
      return conflict(
        `${failure.replaces} 不是现行的期限，请重新查看，更正现行的。`,
        `${failure.replaces} is not the current deadline.`,
      );
    case 'document-needed':
      return unfit('“不适用”须注明文号。', 'not_applicable needs a document number.');
    case 'finding-exists':
      return conflict(
        `已有核查结论 ${failure.id}；更正请在 replaces 中注明。`,
        `Finding ${failure.id} exists; a correction names it in 'replaces'.`,
      );
    case 'not-the-current-finding':
      return conflict(
        `${failure.replaces} 不是现行的核查结论，请重新查看，更正现行的。`,
        `${failure.replaces} is not the current finding.`,
      );
    case 'award-out-of-bounds':
      return unfit(
        `核定金额应在${wanYuan(failure.least)}万元至${wanYuan(failure.most)}万元之间，填的是${wanYuan(failure.fen)}万元。`,
        'The award is outside the bounds of the programme.',
      );
    case 'amount-needed':
      return unfit('金额应大于零。', 'The amount must be above zero.');
    case 'first-payment-out-of-bounds':
      return unfit(
        `首批拨付合计应在${wanYuan(failure.least)}万元至${wanYuan(failure.most)}万元之间，记入后为${wanYuan(failure.paid)}万元。`,
        'What is paid before any assessment would be outside the bounds of the programme.',
      );
    case 'payment-after-conclusion':
      return conflict(
        '已有考核结论和首批拨付，不能再记或更正首批拨付；其余资金请提出拨付。',
        'There is a conclusion and a first payment; from then on money goes out by releases alone.',
      );
    case 'award-exists':
      return conflict(
        `已有核定金额，文号 ${failure.document}；更正请在 replaces 中注明。`,
        `An award is recorded already, by ${failure.document}; a correction names it in 'replaces'.`,
      );
    case 'award-exceeded':
      return conflict(
        `更正后的核定资金${wanYuan(failure.fen)}万元，少于首批已拨付的${wanYuan(failure.paid)}万元与已批准或已拨付的${wanYuan(failure.released)}万元之和，请核对金额。`,
        'What was paid first and released comes to more than the corrected award.',
      );
    case 'not-the-current-money-entry':
      return conflict(
        `${failure.replaces} 不是该主体现行的同类资金记录，请重新查看，更正现行的。`,
        `${failure.replaces} is not a current entry of this kind and subject.`,
      );
    case 'no-award':
      return conflict('尚无核定金额，请先记录。', 'No award is recorded yet.');
    case 'exceeds-remainder':
      return conflict(
        `拨付${wanYuan(failure.fen)}万元超过剩余的${wanYuan(failure.remaining)}万元，请改小金额。`,
        'The payment exceeds what remains.',
      );
    case 'date-to-come':
      return unfit(`${failure.date} 还没有到，请填今天或以前的日期。`, 'This day is yet to come.');
    case 'conclusion-exists':
      return conflict(
        `已有考核结论 ${failure.id}；更正请在 replaces 中注明。`,
        `Conclusion ${failure.id} exists; a correction names it in 'replaces'.`,
      );
    case 'not-the-current-conclusion':
      return conflict(
        `${failure.replaces} 不是现行的考核结论，请重新查看，更正现行的。`,
        `${failure.replaces} is not the current conclusion.`,
      );
    case 'unfit-weights':
      return unfit(
        `分值有误：${failure.faults.join('；')}。`,
        'The weights do not fit the targets.',
      );
    case 'weights-exist':
      return conflict(
        `该年度已有分值 ${failure.id}；更正请在 replaces 中注明。`,
        `Weights ${failure.id} exist; a correction names them in 'replaces'.`,
      );
    case 'not-the-current-weights':
      return conflict(
        `${failure.replaces} 不是现行的分值，请重新查看，更正现行的。`,
        `${failure.replaces} are not the current weights.`,
      );
    case 'unknown-paper':
      return notFound(
        `没有文件 ${failure.id}，请从文件列表里选。`,
        `There is no paper ${failure.id}.`,
      );
    case 'paper-too-slow':
      return unfit(
        `文件超过${failure.seconds}秒没有写完，没有出具；请稍后再试，仍不成的，请缩短报告中的偏差原因等说明。`,
        `The paper was not written within ${failure.seconds} seconds; try again, or shorten the statements of the report.`,
      );
    case 'paper-too-large':
      return unfit(
        '文件内容过多，没有出具；请缩短报告中的偏差原因等说明后再试。',
        'The paper says too much to be written; shorten the statements of the report.',
      );
    case 'unknown-verification-code':
      return notFound(
        '没有这个核验码的文件：请对照文件页脚逐字核对；核对无误仍查不到的，该文件不是本系统出具的。',
        'No paper bears this code: compare it with the foot of the page.',
      );
    case 'release-not-approved':
      return conflict(
        '这笔拨付没有批准，或已经终止，不能出具资金拨付函。',
        'This release is not approved, or has ended.',
      );
    case 'release-basis-changed':
      return conflict(
        '这笔拨付批准以后，所依据的评定、考核结论或资金情况有了变化，不能再出具资金拨付函。',
        'What this release was approved on has changed since.',
      );
    case 'not-the-current-determination':
      return conflict(
        `${failure.determination} 不是现行的评定结果，请重新查看后再办。`,
        'This is not the determination in force.',
      );
    case 'gate-closed': {
      const why = obstaclesToView(failure.why);
      return conflict(
        `不能拨付：${why.map(({ message }) => message).join('')}`,
        `Nothing can be released: ${why.map(({ messageEn }) => messageEn).join(' ')}`,
      );
    }
    case 'exceeds-releasable':
      return conflict(
        `拨付${wanYuan(failure.fen)}万元超过可拨付的${wanYuan(failure.releasable)}万元，请改小金额。`,
        'The amount exceeds what may be released.',
      );
    case 'unknown-release':
      return notFound('没有这笔拨付，请从拨付列表里选。', 'No such release.');
    case 'move-not-possible':
      return conflict(
        '这笔拨付的状态已经改变，不能再这样办理；请看办理经过，按现在的状态办理。',
        `From ${failure.state} it can only ${failure.possible.join(', ') || 'stay'}.`,
      );
    case 'move-of-another-role':
      return forbidden(
        `您的角色不能“${releaseMoveNames[failure.move].zh}”，请由有此权限的人办理。`,
        `Your role cannot ${releaseMoveNames[failure.move].en.toLowerCase()}.`,
      );
    case 'own-proposal':
      return forbidden(
        '提出人不能审批自己提出的拨付，请由另一人审批。',
        'Nobody decides on a proposal of his own.',
      );
    case 'not-what-is-shown':
      return conflict(
        '所填散列不是现在所示内容的散列，请重新查看后再批准。',
        'This is not the hash of what is shown; look again before you approve.',
      );
    case 'release-void':
      return conflict(
        `自提出以来数据已变化，这笔拨付已作废。${obstaclesToView(failure.why)
          .map(({ message }) => message)
          .join('')}`,
        'What it rested on has changed since it was proposed, and the release is void.',
      );
    case 'exceeds-release':
      return conflict(
        `退回${wanYuan(failure.fen)}万元超过尚未退回的${wanYuan(failure.left)}万元，请改小金额。`,
        'More cannot come back than is out.',
      );
    case 'document-used':
      return conflict(
        `文号 ${failure.document} 已记${wanYuan(failure.fen)}万元，不能再记；请核对文号。`,
        'This document is recorded already.',
      );
    case 'not-ready':
      return {
        status: 503,
        message: `数据库不能读写：${failure.why}`,
        messageEn: `The database cannot be read and written: ${failure.why}`,
      };
    case 'storage-full':
      return {
        status: 507,
        message: '存储空间已满，什么也没有保存；请联系管理员，腾出空间后再试。',
        messageEn: 'The storage is full and nothing was kept; try again once there is room.',
      };
    case 'too-many-requests':
      return {
        status: 429,
        message: `请求过于频繁，请在${failure.seconds}秒后再试。`,
        messageEn: `Too many requests; try again in ${failure.seconds} seconds.`,
      };
    case 'file-missing':
      return {
        status: 400,
        message: '没有收到文件，请以表单的 file 或 application/octet-stream 上传。',
        messageEn: 'No file was sent; send a form with a file, or application/octet-stream.',
      };
    case 'upload-malformed':
      return {
        status: 400,
        message: '上传的表单有误：只能含一个名为 file 的文件。',
        messageEn: `Malformed upload, which is one file called 'file': ${failure.why}.`,
      };
    case 'file-too-large':
      return {
        status: 413,
        message: `文件超过${failure.limit / 1024 / 1024}MB，请分成几份上传。`,
        messageEn: 'The file is too large.',
      };
  }
}

const weaknesses = {
  'too-short': '密码至少12个字符。',
  'too-long': '密码至多128个字符。',
  common: '密码过于常见，请换一个。',
  'names-its-owner': '密码不能含有姓名、单位或邮箱名。',
} as const;
const areaNames = { nation: '全国', province: '一个省', subject: '一个填报主体' } as const;

const unauthorised = (message: string, messageEn: string): Answer => ({
  ...{ status: 401, message, messageEn },
});
const stateWords: Readonly<Record<YearState, string>> = {
  draft: '草稿',
  submitted: '已提交',
  forwarded: '省级转报',
  verified: '核查通过',
  returned: '退回',
};

const moveWords: Readonly<Record<MoveName, string>> = {
  submit: '提交',
  forward: '转报',
  verify: '核查通过',
  return: '退回',
};

function possibleWords(rules: readonly MoveRule[]): string {
  return rules.map(({ move, by }) => `由${roleWords[by].zh}${moveWords[move]}`).join('、');
}

const notFound = (message: string, messageEn: string): Answer => ({
  ...{ status: 404, message, messageEn },
});
const forbidden = (message: string, messageEn: string): Answer => ({
  ...{ status: 403, message, messageEn },
});
const conflict = (message: string, messageEn: string): Answer => ({
  ...{ status: 409, message, messageEn },
});
const unfit = (message: string, messageEn: string): Answer => ({
  ...{ status: 422, message, messageEn },
});

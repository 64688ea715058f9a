import { conflict, notFound, unfit, type Answers } from './answer.js';

/** What reviewers record: plans, findings, samples, deadlines, points. */
export const reviewFailures = {
  'claim-confirmed': (failure) =>
    conflict(
      `同一内容已确认属于 ${failure.owner}；须先更正该结论。`,
      `It is confirmed of ${failure.owner}; that finding has to be corrected first.`,
    ),
  'unknown-target': (failure) =>
    unfit(
      `没有绩效目标 ${failure.target}，可用：${failure.known.join('、')}。`,
      `Targets: ${failure.known.join(', ')}.`,
    ),
  'nothing-to-decide': (failure) =>
    unfit(
      `${failure.target} 没有待核查事项 ${failure.on}，可用：${failure.known.join('、')}。`,
      `To be decided of ${failure.target}: ${failure.known.join(', ')}.`,
    ),
  'unfit-plan': (failure) =>
    unfit(`方案有误：${failure.faults.join('；')}。`, 'The plan is not as docs/verdict.md says.'),
  'plan-undecided': (failure) =>
    conflict(
      `方案 ${failure.document} 尚未受理，请待其受理或不予受理后再备案。`,
      'An earlier filing is not decided yet.',
    ),
  'plan-exists': (failure) =>
    conflict(
      `方案 ${failure.document} 早已受理；调整后的方案应另有文号。`,
      'A plan with this document was accepted already.',
    ),
  'approval-needed': (failure) =>
    unfit(
      `调整方案 ${failure.amends} 须填批准文号（approval）。`,
      "An amendment needs the approving document's number ('approval').",
    ),
  'unknown-plan': () => notFound('没有这份方案，请从方案列表里选。', 'No such plan.'),
  'plan-decided': (failure) =>
    conflict(
      `该方案已${failure.as === 'accepted' ? '受理' : '不予受理'}，不能再办理；要变更的请另行备案。`,
      'This filing is decided already.',
    ),
  'nothing-to-sample': (failure) =>
    conflict(
      `${failure.year}年尚无已提交的报告可供抽样，请待提交以后再抽。`,
      'Nothing was submitted yet.',
    ),
  'sample-out-of-bounds': (failure) =>
    unfit(
      `抽取行数应在${failure.least}至${failure.most}之间，各台账至少一行。`,
      `A sample has ${failure.least} to ${failure.most} rows, at least one of each ledger.`,
    ),
  'unknown-sample': () => notFound('没有这次抽样，请从抽样列表里选。', 'No such sample.'),
  'unknown-sample-row': (failure) =>
    unfit(
      `抽样中没有第${failure.position}行，共${failure.most}行。`,
      `The sample has ${failure.most} rows.`,
    ),
  'holidays-unknown': (failure) =>
    unfit(
      `尚无${failure.year}年的放假安排，不能计算工作日；请先记录。`,
      `The holidays of ${failure.year} are not known; record them first.`,
    ),
  'day-outside-year': (failure) =>
    unfit(
      `${failure.day} 不在${failure.year}年，请改填该年的日期。`,
      `${failure.day} is not in ${failure.year}.`,
    ),
  'day-off-and-worked': (failure) =>
    unfit(
      `${failure.day} 既列为放假又列为调休上班，请只留一处。`,
      `${failure.day} is among the holidays and the workdays; leave it in one.`,
    ),
  'deadline-exists': (failure) =>
    conflict(
      `已有期限 ${failure.id}；须变更的，请变更该期限（接口中以 replaces 指明）。`,
      `Deadline ${failure.id} exists; change that one (over the API: 'replaces').`,
    ),
  'not-the-current-deadline': (failure) =>
    conflict(
      `${failure.replaces} 不是现行的期限，请重新查看，更正现行的。`,
      `${failure.replaces} is not the current deadline.`,
    ),
  'document-needed': () => unfit('“不适用”须注明文号。', 'not_applicable needs a document number.'),
  'finding-exists': (failure) =>
    conflict(
      `已有核查结论 ${failure.id}；须更正的，请更正该结论（接口中以 replaces 指明）。`,
      `Finding ${failure.id} exists; correct that one (over the API: 'replaces').`,
    ),
  'not-the-current-finding': (failure) =>
    conflict(
      `${failure.replaces} 不是现行的核查结论，请重新查看，更正现行的。`,
      `${failure.replaces} is not the current finding.`,
    ),
  'unfit-weights': (failure) =>
    unfit(`分值有误：${failure.faults.join('；')}。`, 'The weights do not fit the targets.'),
  'weights-exist': (failure) =>
    conflict(
      `该年度已有分值 ${failure.id}；须更正的，请更正该分值（接口中以 replaces 指明）。`,
      `Weights ${failure.id} exist; correct those (over the API: 'replaces').`,
    ),
  'not-the-current-weights': (failure) =>
    conflict(
      `${failure.replaces} 不是现行的分值，请重新查看，更正现行的。`,
      `${failure.replaces} are not the current weights.`,
    ),
} satisfies Partial<Answers>;

import { releaseMoveNames } from '#wording';
import { obstaclesToView, wanYuan } from '../views.js';
import { conflict, forbidden, notFound, unfit, type Answers } from './answer.js';

/** Money: what was awarded and paid, conclusions, releases. */
export const moneyFailures = {
  'award-out-of-bounds': (failure) =>
    unfit(
      `核定金额应在${wanYuan(failure.least)}万元至${wanYuan(failure.most)}万元之间，填的是${wanYuan(failure.fen)}万元。`,
      'The award is outside the bounds of the programme.',
    ),
  'amount-needed': () => unfit('金额应大于零。', 'The amount must be above zero.'),
  'first-payment-out-of-bounds': (failure) =>
    unfit(
      `首批拨付合计应在${wanYuan(failure.least)}万元至${wanYuan(failure.most)}万元之间，记入后为${wanYuan(failure.paid)}万元。`,
      'What is paid before any assessment would be outside the bounds of the programme.',
    ),
  'payment-after-conclusion': () =>
    conflict(
      '已有考核结论和首批拨付，不能再记或更正首批拨付；其余资金请提出拨付。',
      'There is a conclusion and a first payment; from then on money goes out by releases alone.',
    ),
  'award-exists': (failure) =>
    conflict(
      `已有核定金额，文号 ${failure.document}；须更正的，请更正该记录（接口中以 replaces 指明）。`,
      `An award is recorded already, by ${failure.document}; correct that one (over the API: 'replaces').`,
    ),
  'award-exceeded': (failure) =>
    conflict(
      `更正后的核定资金${wanYuan(failure.fen)}万元，少于首批已拨付的${wanYuan(failure.paid)}万元与已批准或已拨付的${wanYuan(failure.released)}万元之和，请核对金额。`,
      'What was paid first and released comes to more than the corrected award.',
    ),
  'not-the-current-money-entry': (failure) =>
    conflict(
      `${failure.replaces} 不是该主体现行的同类资金记录，请重新查看，更正现行的。`,
      `${failure.replaces} is not a current entry of this kind and subject.`,
    ),
  'no-award': () => conflict('尚无核定金额，请先记录。', 'No award is recorded yet.'),
  'exceeds-remainder': (failure) =>
    conflict(
      `拨付${wanYuan(failure.fen)}万元超过剩余的${wanYuan(failure.remaining)}万元，请改小金额。`,
      'The payment exceeds what remains.',
    ),
  'date-to-come': (failure) =>
    unfit(`${failure.date} 还没有到，请填今天或以前的日期。`, 'This day is yet to come.'),
  'conclusion-exists': (failure) =>
    conflict(
      `已有考核结论 ${failure.id}；须更正的，请更正该结论（接口中以 replaces 指明）。`,
      `Conclusion ${failure.id} exists; correct that one (over the API: 'replaces').`,
    ),
  'not-the-current-conclusion': (failure) =>
    conflict(
      `${failure.replaces} 不是现行的考核结论，请重新查看，更正现行的。`,
      `${failure.replaces} is not the current conclusion.`,
    ),
  'not-the-current-determination': (failure) =>
    conflict(
      `${failure.determination} 不是现行的评定结果，请重新查看后再办。`,
      'This is not the determination in force.',
    ),
  'gate-closed': (failure) => {
    const why = obstaclesToView(failure.why);
    return conflict(
      `不能拨付：${why.map(({ message }) => message).join('')}`,
      `Nothing can be released: ${why.map(({ messageEn }) => messageEn).join(' ')}`,
    );
  },
  'exceeds-releasable': (failure) =>
    conflict(
      `拨付${wanYuan(failure.fen)}万元超过可拨付的${wanYuan(failure.releasable)}万元，请改小金额。`,
      'The amount exceeds what may be released.',
    ),
  'unknown-release': () => notFound('没有这笔拨付，请从拨付列表里选。', 'No such release.'),
  'move-not-possible': (failure) =>
    conflict(
      '这笔拨付的状态已经改变，不能再这样办理；请看办理经过，按现在的状态办理。',
      `From ${failure.state} it can only ${failure.possible.join(', ') || 'stay'}.`,
    ),
  'move-of-another-role': (failure) =>
    forbidden(
      `您的角色不能“${releaseMoveNames[failure.move].zh}”，请由有此权限的人办理。`,
      `Your role cannot ${releaseMoveNames[failure.move].en.toLowerCase()}.`,
    ),
  'own-proposal': () =>
    forbidden(
      '提出人不能审批自己提出的拨付，请由另一人审批。',
      'Nobody decides on a proposal of his own.',
    ),
  'not-what-is-shown': () =>
    conflict(
      '所填散列不是现在所示内容的散列，请重新查看后再批准。',
      'This is not the hash of what is shown; look again before you approve.',
    ),
  'release-void': (failure) =>
    conflict(
      `自提出以来数据已变化，这笔拨付已作废。${obstaclesToView(failure.why)
        .map(({ message }) => message)
        .join('')}`,
      'What it rested on has changed since it was proposed, and the release is void.',
    ),
  'exceeds-release': (failure) =>
    conflict(
      `退回${wanYuan(failure.fen)}万元超过尚未退回的${wanYuan(failure.left)}万元，请改小金额。`,
      'More cannot come back than is out.',
    ),
  'document-used': (failure) =>
    conflict(
      `文号 ${failure.document} 已记${wanYuan(failure.fen)}万元，不能再记；请核对文号。`,
      'This document is recorded already.',
    ),
} satisfies Partial<Answers>;

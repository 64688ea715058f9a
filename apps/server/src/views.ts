import {
  nextMoves,
  type Gate,
  type MoneyEntry,
  type Obstacle,
  type Release,
  type ShownRelease,
} from '#application';
import type { GateView, MoneyEntryView, ReleaseView, ShownReleaseView } from '#contracts';
import { formatQuantity } from '#engine';

/** An amount of 分, in 万元. */
export const wanYuan = (fen: bigint) => formatQuantity(fen, '万元');

const obstacleTexts: Readonly<Record<Obstacle, { message: string; messageEn: string }>> = {
  'no-determination': { message: '该年度尚无评定结果。', messageEn: 'Not evaluated yet.' },
  'not-verified': {
    message: '有年度的报告尚未核查通过。',
    messageEn: "A year's report is not verified.",
  },
  'evaluation-unfinished': {
    message: '有新的报告或核查结论尚未评定，请稍候。',
    messageEn: 'A new report or finding is not evaluated yet.',
  },
  'evaluation-failed': {
    message: '最近一次评定没有成功，请查看运行日志。',
    messageEn: 'The last evaluation failed; see the log.',
  },
  'not-eligible': {
    message: '有应考核的绩效目标未达标。',
    messageEn: 'A target that is due is not met.',
  },
  undetermined: {
    message: '有绩效目标无法判定。',
    messageEn: 'A target is undetermined.',
  },
  'no-award': { message: '尚未记录核定资金。', messageEn: 'No award is recorded.' },
  'no-first-payment': {
    message: '尚未记录首批拨付，剩余多少无从确定。',
    messageEn: 'No first payment is recorded, so that it is unknown what remains.',
  },
  'nothing-remains': { message: '没有剩余资金。', messageEn: 'Nothing remains.' },
  'all-paid-at-start': {
    message: '该项目资金在立项时一次拨付，没有后续拨付。',
    messageEn: 'The programme pays everything at the start.',
  },
  'share-released': {
    message: '该年度可拨付的份额已全部拨付。',
    messageEn: 'The share that the year opens is released already.',
  },
  'release-open': {
    message: '有一笔拨付正在办理，办结后方可再提。',
    messageEn: 'Another release is under way.',
  },
  'no-official-conclusion': {
    message: '尚未记录两部门的考核结论。',
    messageEn: 'No official conclusion is recorded.',
  },
  'conclusion-failed': {
    message: '两部门的考核结论为未通过。',
    messageEn: 'The official conclusion is that the year failed.',
  },
  'conclusion-disagrees': {
    message: '考核结论与评定结果不一致，须先查明。',
    messageEn: 'The official conclusion and the determination disagree.',
  },
};

/** Obstacles as sentences. */
export function obstaclesToView(why: readonly Obstacle[]) {
  return why.map((code) => ({ code, ...obstacleTexts[code] }));
}

export function gateToView({ why, money, awaiting, ...gate }: Gate): GateView {
  return {
    ...gate,
    awaiting: [...awaiting],
    why: obstaclesToView(why),
    money: {
      award: money.award === null ? null : wanYuan(money.award),
      paid: wanYuan(money.paid),
      released: wanYuan(money.released),
      releasable: wanYuan(money.releasable),
      remaining: money.remaining === null ? null : wanYuan(money.remaining),
    },
  };
}

export function moneyEntryToView({ fen, ...entry }: MoneyEntry): MoneyEntryView {
  return { ...entry, amount: wanYuan(fen) };
}

export function releaseToView({ fen, returned, ...release }: Release): ReleaseView {
  const { id, year, state, proposedBy, proposedAt } = release;
  return {
    ...{ id, year, state, proposedBy, proposedAt },
    ...{ amount: wanYuan(fen), returned: wanYuan(returned) },
  };
}

export function shownReleaseToView({
  release,
  moves,
  gate,
  shown,
}: ShownRelease): ShownReleaseView {
  return {
    ...releaseToView(release),
    moves: moves.map(({ returned, ...move }) => ({
      ...move,
      returned: returned === null ? null : wanYuan(returned),
    })),
    next: [...nextMoves(release.state)],
    ...{ gate: gateToView(gate), shown, holds: shown === release.shown },
  };
}

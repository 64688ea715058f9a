import type { Gate, MoneyEntry, Obstacle } from '#application';
import type { GateView, MoneyEntryView } from '#contracts';
import { formatQuantity } from '#engine';

/** An amount of 分, in 万元. */
export const wanYuan = (fen: bigint) => formatQuantity(fen, '万元');

const obstacleTexts: Readonly<Record<Obstacle, { message: string; messageEn: string }>> = {
  'no-determination': { message: '该年度尚无评定结果。', messageEn: 'Not evaluated yet.' },
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
  'nothing-remains': { message: '没有剩余资金。', messageEn: 'Nothing remains.' },
  'no-official-conclusion': {
    message: '尚未记录两部门的考核结论。',
    messageEn: 'No official conclusion is recorded.',
  },
};

export function gateToView({ why, money, ...gate }: Gate): GateView {
  return {
    ...gate,
    why: why.map((code) => ({ code, ...obstacleTexts[code] })),
    money: {
      award: money.award === null ? null : wanYuan(money.award),
      paid: wanYuan(money.paid),
      remaining: money.remaining === null ? null : wanYuan(money.remaining),
    },
  };
}

export function moneyEntryToView({ fen, ...entry }: MoneyEntry): MoneyEntryView {
  return { ...entry, amount: wanYuan(fen) };
}

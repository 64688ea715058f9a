import type { VerdictDocument } from '#engine';
import { outcomeWords } from '#wording';
import { outcomeOf } from './score.js';

/** Verdicts by what kind of indicator they are, as 绩效目标表 sorts them. */
export interface IndicatorGroup {
  /** 一级指标. */
  readonly first: string;
  /** 二级指标. */
  readonly second: string;
  readonly verdicts: readonly VerdictDocument[];
}

const groups: readonly (Omit<IndicatorGroup, 'verdicts'> & {
  readonly holds: (verdict: VerdictDocument) => boolean;
})[] = [
  { first: '产出指标', second: '数量指标', holds: (each) => isMeasured(each) && !isGrowth(each) },
  { first: '产出指标', second: '质量指标', holds: (each) => !isMeasured(each) },
  { first: '效益指标', second: '经济效益指标', holds: isGrowth },
];

/** Counted targets are outputs, findings are about their quality, and growth is the effect. */
export function indicatorGroups(verdicts: readonly VerdictDocument[]): readonly IndicatorGroup[] {
  return groups
    .map(({ first, second, holds }) => ({ first, second, verdicts: verdicts.filter(holds) }))
    .filter((group) => group.verdicts.length > 0);
}

function isMeasured({ kind }: VerdictDocument): boolean {
  return kind === 'measured';
}

function isGrowth(verdict: VerdictDocument): boolean {
  return isMeasured(verdict) && verdict.unit === '%';
}

/** What was asked (指标值). */
export function askedOf(verdict: VerdictDocument): string {
  const { threshold, unit } = verdict;
  if (threshold === null) return '定性核查';
  return `${isGrowth(verdict) ? '增幅' : ''}≥${threshold}${unit ?? ''}`;
}

/** What was reached (实际完成值), and what that came to. */
export function reachedOf(verdict: VerdictDocument): string {
  const { value, range, unit, kind } = verdict;
  const word = outcomeWords[outcomeOf(verdict)].zh;
  if (kind === 'qualitative') return outcomeOf(verdict) === 'undetermined' ? '尚待核查' : word;
  if (value !== null) return `${value}${unit ?? ''}（${word}）`;
  if (!range) return word;
  const [lower, upper] = range;
  const most = upper === null ? '上限不明' : `至多${upper}${unit ?? ''}`;
  return `可确认${lower}${unit ?? ''}，${most}（${word}）`;
}

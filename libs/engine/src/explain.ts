import { causesInWords, rangeText } from './causes-in-words.js';
import type { Outcome, VerdictDocument } from './determination-document.js';
import { formatQuantity } from './exact.js';
import type { PlacedItem } from './facts.js';
import type { Finding } from './finding.js';
import { leadingOf, type GrowthJudgement, type Judgement } from './judge.js';
import type { Programme } from './programme.js';
import { excludedSentences } from './set-aside-in-words.js';
import type { Confirmation, QualitativeTarget } from './target.js';
import type { ThresholdInForce } from './threshold.js';

/** A verdict's reason, one sentence or two in each language. */
type Reason = Pick<VerdictDocument, 'reason' | 'reasonEn'>;

/** What a qualitative target still lacks. */
export interface Missing {
  readonly aspects: readonly Confirmation[];
  readonly evidence: boolean;
}

type Draft = Omit<VerdictDocument, 'reason' | 'reasonEn'>;

/** Puts a measured verdict into words: the values compared, and what would settle it. */
export function explainMeasured(
  draft: Draft,
  decisive: Judgement,
  inForce: ThresholdInForce,
  excluded: readonly PlacedItem[],
  programme: Programme,
): Reason {
  const leading = leadingOf(decisive);
  const zh = [
    leading.kind === 'growth' ? growthSentence(draft, leading) : quantitySentence(draft),
    ...causesInWords(leading, programme),
    draft.outcome === 'undetermined' && decisive.outcome === 'not_met'
      ? '条款允许适当放宽，须有批准文号方可认定'
      : '',
    draft.rejectedRows > 0
      ? `另有${draft.rejectedRows}行因填写错误不作证据，改正后${draft.correctionCouldChange ? '可能改变' : '不会改变'}结论`
      : '',
    ...excludedSentences(excluded),
    planSentence(draft, inForce),
    ...besideSentences(draft, programme),
    refusedSentence(inForce),
  ];
  return { reason: sentence(zh), reasonEn: englishSentence(draft) };
}

/** What the notice asks, and what the plan asked before, where the plan decides. */
function planSentence(
  { noticeThreshold, earlierThreshold, approval, unit }: Draft,
  { from }: ThresholdInForce,
) {
  if (noticeThreshold === undefined) return '';
  const what = from === 'milestone' ? '按方案的年度进度' : '按方案';
  const before = earlierThreshold
    ? `，原方案“${earlierThreshold.document}”为${earlierThreshold.value}${unit ?? ''}`
    : '';
  const why = approval === undefined ? '' : `，由“${approval}”批准`;
  return `${what}；通知要求${noticeThreshold}${unit ?? ''}${before}${why}`;
}

function refusedSentence({ refused, threshold, from }: ThresholdInForce): string {
  if (refused === null) return '';
  const unit = threshold.unit;
  const than =
    from === 'notice' ? '通知要求' : `原方案的${formatQuantity(threshold.value, unit)}${unit}`;
  return `方案自定的${formatQuantity(refused, unit)}${unit}低于${than}且无批准文号，不予采用`;
}

function besideSentences({ beside = [], unit }: Draft, { readings }: Programme): string[] {
  return beside.map(({ reading, value, figure }) => {
    const words = readings.find(({ id }) => id === reading)?.values[value] ?? value;
    if (figure === null) return `${words}不明`;
    if (typeof figure === 'string') return `${words}为${figure}${unit ?? ''}`;
    const [lower, upper] = figure;
    return `${words}至少${lower}${unit ?? ''}${upper === null ? '' : `，至多${upper}${unit ?? ''}`}`;
  });
}

/** Puts a qualitative verdict into words. */
export function explainQualitative(
  target: QualitativeTarget,
  outcome: Outcome,
  findings: readonly Finding[],
  missing: Missing,
  excluded: readonly PlacedItem[],
): Reason {
  const found = findings.map(
    ({ on, outcome: each, reason }) =>
      `“${target.aspects.find(({ id }) => id === on)?.what ?? on}”核查结论为${outcomeWords[each].zh}：${reason}`,
  );
  const zh = [
    ...found,
    missing.aspects.length > 0
      ? `“${missing.aspects.map(({ what }) => what).join('”“')}”尚无核查结论`
      : '',
    missing.evidence ? `“${target.evidence?.ledger.sheet ?? ''}”表中没有可作证据的行` : '',
    ...excludedSentences(excluded),
  ];
  const en = missing.aspects.length > 0 ? 'No finding yet' : outcomeWords[outcome].en;
  return { reason: sentence(zh), reasonEn: `${en}.` };
}

/** The outcomes in words. */
const outcomeWords: Readonly<Record<Outcome, { readonly zh: string; readonly en: string }>> = {
  met: { zh: '达标', en: 'Met' },
  not_met: { zh: '未达标', en: 'Not met' },
  undetermined: { zh: '无法判定', en: 'Cannot be judged' },
  not_applicable: { zh: '不适用', en: 'Not applicable' },
};

function sentence(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('；')}。`;
}

function quantitySentence({ value, range, threshold, unit, margin, outcome }: Draft): string {
  const bar = `${threshold ?? ''}${unit ?? ''}`;
  if (margin !== null) {
    const gap = margin.replace('-', '');
    const held = `${value ?? ''}${unit ?? ''}`;
    if (margin.startsWith('-')) return `${held}，低于${bar}，还差${gap}${unit ?? ''}`;
    return gap === '0'
      ? `${held}，恰好达到${bar}`
      : `${held}，不低于${bar}，超出${gap}${unit ?? ''}`;
  }
  if (!range) return `没有可核算的数，须不低于${bar}`;
  const [lower, upper] = range;
  const most = upper === null ? '上限不明' : `至多${upper}${unit ?? ''}`;
  const verb = outcome === 'met' ? '已达到' : outcome === 'not_met' ? '低于' : '须不低于';
  return `可确认${lower}${unit ?? ''}，${most}，${verb}${bar}`;
}

const methodWords = { compound: '复合', arithmetic: '算术平均', simple: '简单平均' } as const;

function growthSentence(draft: Draft, { facts, comparison, outcome }: GrowthJudgement): string {
  const bar = `${draft.threshold ?? ''}%`;
  const final = facts.after.at(-1);
  const { substitute } = facts;
  if (substitute?.kind === 'absolute' && final && !comparison) {
    const asked = `${formatQuantity(substitute.value, facts.unit)}${facts.unit}`;
    return `${final.year}年${rangeText(final.quantity.range, facts.unit)}；基期为零，按${substitute.document}批准的替代办法须不低于${asked}`;
  }
  if (!comparison || !final) return `须年均增长${bar}以上`;
  const values = `${comparison.fromYear}年${anchorText(facts, comparison.fromYear)}，${final.year}年${rangeText(comparison.final, facts.unit)}`;
  const rate =
    draft.value === null ? '' : `，年均增幅（${methodWords[facts.method]}）${draft.value}%`;
  const needed = `${formatQuantity(comparison.needed, facts.unit)}${facts.unit}`;
  if (outcome === 'met') return `${values}${rate}，不低于${bar}（须达到${needed}）`;
  if (outcome === 'undetermined') return `${values}，须达到${needed}方为年均${bar}`;
  return `${values}${rate}，低于${bar}：须达到${needed}${draft.shortfall === undefined ? '' : `，还差${draft.shortfall}${facts.unit}`}`;
}

function anchorText(facts: GrowthJudgement['facts'], year: number): string {
  const range =
    year === facts.baseYear
      ? facts.base.kind === 'known' && facts.base.quantity.range
      : facts.after.find((each) => each.year === year)?.quantity.range;
  return range ? rangeText(range, facts.unit) : '';
}

function englishSentence({
  outcome,
  value,
  range,
  threshold,
  unit,
  margin,
  shortfall,
  needed,
}: Draft) {
  const word = outcomeWords[outcome].en;
  const bar = `${threshold ?? ''} ${unit ?? ''}`;
  if (value !== null) {
    const short =
      shortfall === undefined || !needed ? '' : `; short by ${shortfall} ${needed.unit}`;
    return `${word}: ${value} against ${bar} (${margin ?? ''})${short}.`;
  }
  if (needed && outcome !== 'undetermined') {
    return `${word}: the final value against ${needed.value} ${needed.unit}.`;
  }
  if (range) return `${word}: between ${range[0]} and ${range[1] ?? 'unknown'} against ${bar}.`;
  return `${word}: no figure to hold against ${bar}.`;
}

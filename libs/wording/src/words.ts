import type { Basis, GateState, Outcome, VerdictDocument } from '#engine';
import type { Tone } from './paint.js';

/** The four outcomes (verdict), as people read them. */
export const outcomeWords: Readonly<
  Record<Outcome, { mark: string; zh: string; en: string; tone: Tone }>
> = {
  met: { mark: '✓', zh: '达标', en: 'met', tone: 'good' },
  not_met: { mark: '✗', zh: '未达标', en: 'not met', tone: 'bad' },
  undetermined: { mark: '?', zh: '无法判定', en: 'undetermined', tone: 'unsure' },
  not_applicable: { mark: '–', zh: '不适用', en: 'not applicable', tone: 'quiet' },
};

/** The states of a gate (拨付条件). */
export const gateWords: Readonly<Record<GateState, { zh: string; en: string; tone: Tone }>> = {
  eligible: { zh: '符合', en: 'eligible', tone: 'good' },
  ineligible: { zh: '不符合', en: 'ineligible', tone: 'bad' },
  undetermined: { zh: '无法判定', en: 'undetermined', tone: 'unsure' },
};

/** Which values decide (口径). */
export const basisWords: Readonly<Record<Basis, { zh: string; en: string }>> = {
  evidence: { zh: '核算值', en: 'evidence' },
  declared: { zh: '申报值', en: 'declared' },
};

/** An exact decimal with thousands separators, for reading only. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** Words in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** What English says beside a figure; what is counted (家, 个, 笔 …) it names elsewhere. */
const unitsInEnglish: Readonly<Record<string, string | undefined>> = {
  ...{ 万元: '10k yuan', 百分点: 'points', '%': '%' },
};

/** A unit (单位) as people read it; empty in English where things are counted. */
export function unitWords(unit: string | null): Said {
  return { zh: unit ?? '', en: unitsInEnglish[unit ?? ''] ?? '' };
}

/** A figure in words with its unit behind it. */
export function withUnit(figure: string, unit: string | null): Said {
  const { zh, en } = unitWords(unit);
  return { zh: `${figure} ${zh}`.trimEnd(), en: `${figure} ${en}`.trimEnd() };
}

const none: Said = { zh: '—', en: '—' };

/** A verdict's value with its unit; bounds where it is not one number; a dash where there is none. */
export function valueWords({ value, range, unit }: VerdictDocument): Said {
  if (value !== null) return withUnit(grouped(value), unit);
  if (range === undefined) return none;
  const [lower, upper] = range;
  return withUnit(
    upper === null ? `≥ ${grouped(lower)}` : `${grouped(lower)}–${grouped(upper)}`,
    unit,
  );
}

const origins = {
  notice: { zh: '', en: '' },
  plan: { zh: '（方案）', en: ' (plan)' },
  milestone: { zh: '（节点）', en: ' (milestone)' },
} as const;

/** A verdict's threshold with its unit and, where it is not the notice's, its origin. */
export function thresholdWords({ threshold, thresholdFrom, unit }: VerdictDocument): Said {
  if (threshold === null) return { zh: '核查结论', en: 'finding' };
  const { zh, en } = withUnit(`≥ ${grouped(threshold)}`, unit);
  const origin = origins[thresholdFrom ?? 'notice'];
  return { zh: zh + origin.zh, en: en + origin.en };
}

/**
 * A verdict's distance to its threshold, signed, with its unit; what is missing where the margin
 * shows nothing.
 */
export function marginWords({
  margin,
  unit,
  shortfall,
  needed,
}: Pick<VerdictDocument, 'margin' | 'unit' | 'shortfall' | 'needed'>): Said {
  if (margin === null) return none;
  // Percentages differ by points.
  const own = unit === '%' ? '百分点' : unit;
  if (margin.startsWith('-')) return withUnit(`−${grouped(margin.slice(1))}`, own);
  if (Number(margin) !== 0) return withUnit(`+${grouped(margin)}`, own);
  return shortfall && needed
    ? withUnit(`−${grouped(shortfall)}`, needed.unit)
    : withUnit(margin, own);
}

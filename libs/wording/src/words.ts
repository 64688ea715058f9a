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

/** A verdict's value with its unit; bounds where it is not one number; a dash where there is none. */
export function valueWords({ value, range, unit }: VerdictDocument): string {
  const suffix = unit === null ? '' : ` ${unit}`;
  if (value !== null) return grouped(value) + suffix;
  if (range === undefined) return '—';
  const [lower, upper] = range;
  return upper === null
    ? `≥ ${grouped(lower)}${suffix}`
    : `${grouped(lower)}–${grouped(upper)}${suffix}`;
}

/** A verdict's threshold with its unit and, where it is not the notice's, its origin. */
export function thresholdWords({ threshold, thresholdFrom, unit }: VerdictDocument): string {
  if (threshold === null) return '核查结论';
  const origin = { notice: '', plan: '（方案）', milestone: '（节点）' }[thresholdFrom ?? 'notice'];
  return `≥ ${grouped(threshold)}${unit === null ? '' : ` ${unit}`}${origin}`;
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
}: Pick<VerdictDocument, 'margin' | 'unit' | 'shortfall' | 'needed'>): string {
  if (margin === null) return '—';
  // Percentages differ by points.
  const suffix = unit === null ? '' : ` ${unit === '%' ? '百分点' : unit}`;
  if (margin.startsWith('-')) return `−${grouped(margin.slice(1))}${suffix}`;
  if (Number(margin) !== 0) return `+${grouped(margin)}${suffix}`;
  return shortfall && needed ? `−${grouped(shortfall)} ${needed.unit}` : margin + suffix;
}

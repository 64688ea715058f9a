import type { Basis, Finding, GatePolicy } from '#engine';

/**
 * A scenario file as written: text throughout, as YAML's failsafe schema reads it, so that no
 * figure passes through a float.
 */
export interface ScenarioFile {
  readonly 项目: string;
  readonly 评定年度: string;
  /** Sheets that every scenario of the file is given besides its own. */
  readonly 共同?: Given;
  readonly 情形: readonly Scenario[];
}

export interface Scenario {
  readonly 名称: string;
  /** Who published the figures, and where. */
  readonly 来源?: string;
  readonly 评定年度?: string;
  readonly 口径?: Basis;
  readonly 解释?: Readonly<Record<string, string>>;
  readonly 方案?: unknown;
  readonly 核查结论?: readonly WrittenFinding[];
  readonly 拨付规则?: WrittenPolicy;
  readonly 已知: Given;
  readonly 应为: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Reports by `2021年`, or `2021年第2份` for a further part of the same year's. */
export type Given = Readonly<Record<string, Readonly<Record<string, WrittenSheet>>>>;

/** 无 says zero; 缺 takes away what 共同 gave; else rows, or the figures of 年度数据. */
export type WrittenSheet =
  '无' | '缺' | readonly Readonly<Record<string, WrittenRow>>[] | Readonly<Record<string, string>>;

/** Cells by header. `第3号` is the third generated value of a column, `第3号起` counts on. */
export type WrittenRow = Readonly<Record<string, string>>;

interface WrittenFinding {
  readonly 目标: string;
  readonly 事项: string;
  readonly 结论: string;
  readonly 理由: string;
  readonly 文号?: string;
}

interface WrittenPolicy {
  readonly 规则: 'every-target' | 'quantified-only' | 'score';
  readonly 文号?: string;
  readonly 分值?: Readonly<Record<string, string>>;
  readonly 合格?: string;
  readonly 档次?: readonly { readonly 起: string; readonly 比例: string }[];
}

export const outcomeWords = {
  达标: 'met',
  未达标: 'not_met',
  无法判定: 'undetermined',
  不适用: 'not_applicable',
} as const;

function outcomeOf(word: string) {
  if (word === '达标' || word === '未达标' || word === '不适用') return outcomeWords[word];
  throw new Error(`'${word}' is no result of a finding`);
}

/** The findings of a scenario's year. */
export function findingsOf({ 核查结论 = [] }: Scenario, year: number): Finding[] {
  return 核查结论.map(({ 目标, 事项, 结论, 理由, 文号 }) => ({
    target: 目标,
    on: 事项,
    year,
    outcome: outcomeOf(结论),
    reason: 理由,
    ...(文号 !== undefined && { document: 文号 }),
  }));
}

/** The gate policy of a scenario, where it is not the programme's own. */
export function policyOf({ 拨付规则: written }: Scenario): GatePolicy | undefined {
  if (!written) return undefined;
  const { 规则: kind, 文号: document = '' } = written;
  const head = { id: kind, from: '2019-01-01', clause: { document, article: '', quote: '' } };
  if (kind !== 'score') return { ...head, kind };
  const { 分值 = {}, 合格 = '', 档次 = [] } = written;
  return {
    ...head,
    kind,
    document,
    weights: Object.fromEntries(Object.entries(分值).map(([id, points]) => [id, Number(points)])),
    passMark: Number(合格),
    tiers: 档次.map((tier) => ({ from: Number(tier.起), sharePercent: Number(tier.比例) })),
  };
}

import { parse } from 'yaml';
import { z } from 'zod';
import type { Finding, GatePolicy } from '#engine';

const text = z.string();
const byName = z.record(text, text);

/** 无 says zero; 缺 takes away what 共同 gave; else rows, or the figures of 年度数据. */
const sheet = z.union([z.enum(['无', '缺']), z.array(z.record(text, byName)), byName]);

/** Reports by `2021年`, or `2021年第2份` for a further part of the same year's. */
const given = z.record(text, z.record(text, sheet));

const finding = z.strictObject({
  目标: text,
  事项: text,
  结论: z.enum(['达标', '未达标', '不适用']),
  理由: text,
  文号: text.optional(),
});

const place = { 年度: text, 工作表: text, 行: text };

const rowFinding = z.strictObject({
  ...place,
  结论: z.enum(['排除', '确认']),
  理由: text,
});

/** A row that 示例二市 claims too, by one column where the ledger has several to claim it by. */
const dispute = z.strictObject({ ...place, 凭: text.optional(), 对方年度: text.optional() });

const policy = z.strictObject({
  规则: z.enum(['every-target', 'quantified-only', 'score']),
  文号: text.default(''),
  分值: byName.default({}),
  合格: text.default(''),
  档次: z.array(z.strictObject({ 起: text, 比例: text })).default([]),
});

const scenario = z.strictObject({
  名称: text,
  /** Who published the figures, and where. */
  来源: text.optional(),
  评定年度: text.optional(),
  口径: z.enum(['evidence', 'declared']).default('evidence'),
  解释: byName.default({}),
  方案: z.unknown().optional(),
  核查结论: z.array(finding).default([]),
  单行核查结论: z.array(rowFinding).default([]),
  跨市重复: z.array(dispute).default([]),
  拨付规则: policy.optional(),
  已知: given,
  /** By target id, or 拨付, 问题 and 行数: what the determination shows, exactly. */
  应为: z.record(text, z.record(text, z.unknown())),
});

const scenarioFile = z.strictObject({
  项目: text,
  评定年度: text,
  /** Sheets that every scenario of the file is given besides its own. */
  共同: given.default({}),
  情形: z.array(scenario),
});

export type ScenarioFile = z.infer<typeof scenarioFile>;
export type Scenario = z.infer<typeof scenario>;
export type Given = z.infer<typeof given>;
export type Place = z.infer<z.ZodObject<typeof place>>;
export type WrittenSheet = z.infer<typeof sheet>;

/** Reads a scenario file: text throughout, so that no figure passes through a float. */
export function readScenarios(yaml: string): ScenarioFile {
  return scenarioFile.parse(parse(yaml, { schema: 'failsafe' }));
}

export const outcomeWords = {
  达标: 'met',
  未达标: 'not_met',
  无法判定: 'undetermined',
  不适用: 'not_applicable',
} as const;

/** The findings of a scenario's year. */
export function findingsOf({ 核查结论 }: Scenario, year: number): Finding[] {
  return 核查结论.map(({ 目标, 事项, 结论, 理由, 文号 }) => ({
    target: 目标,
    on: 事项,
    year,
    outcome: outcomeWords[结论],
    reason: 理由,
    ...(文号 !== undefined && { document: 文号 }),
  }));
}

/** The gate policy of a scenario, where it is not the programme's own. */
export function policyOf({ 拨付规则: written }: Scenario): GatePolicy | undefined {
  if (!written) return undefined;
  const { 规则: kind, 文号: document, 分值, 合格, 档次 } = written;
  const head = { id: kind, from: '2019-01-01', clause: { document, article: '', quote: '' } };
  if (kind !== 'score') return { ...head, kind };
  return {
    ...head,
    kind,
    document,
    weights: Object.fromEntries(Object.entries(分值).map(([id, points]) => [id, Number(points)])),
    passMark: Number(合格),
    tiers: 档次.map((tier) => ({ from: Number(tier.起), sharePercent: Number(tier.比例) })),
  };
}

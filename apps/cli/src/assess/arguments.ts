import type { Basis, ChosenReadings } from '#engine';
import { parseOptions } from '../options.js';

export const assessUsage = `用法 Usage:
  npm run -s assess -- FILE [FILE …] [--json] [--basis evidence|declared] [--year Y]
                       [--reading name=value] [--plan FILE] [--marked OUT.xlsx] [--exit-code]

  FILE             各年度的报告（.xlsx 或 .json）；同一年度可以分几个文件
  --json           输出 JSON
  --basis          口径：evidence 核算值（默认），declared 申报值
  --year           评定年度；默认为最晚的报告年度
  --reading        换一种解释口径试算，可以重复；结果不能用于拨款
  --plan           备案方案（JSON）
  --marked         另存一份标出问题的工作簿；只能给一个 .xlsx 报告，不覆盖已有的文件
  --exit-code      量化目标不符合拨付条件时以 1 结束`;

/** What `assess` was asked to do. */
export interface AssessArguments {
  readonly files: readonly [string, ...string[]];
  readonly json: boolean;
  readonly basis: Basis;
  readonly year: number | undefined;
  readonly readings: ChosenReadings;
  readonly plan: string | undefined;
  readonly marked: string | undefined;
  readonly exitCode: boolean;
}

export type ParsedArguments =
  | { readonly kind: 'arguments'; readonly asked: AssessArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

const wrong = (sentence: string): ParsedArguments => ({ kind: 'wrong', sentence });

const options = {
  json: { type: 'boolean' },
  basis: { type: 'string' },
  year: { type: 'string' },
  reading: { type: 'string', multiple: true },
  plan: { type: 'string' },
  marked: { type: 'string' },
  'exit-code': { type: 'boolean' },
} as const;

/** Reads the words after `assess`; names the first thing that is wrong with them. */
export function parseAssessArguments(words: readonly string[]): ParsedArguments {
  const parsed = parseOptions(words, options, { files: true });
  if (parsed.kind === 'wrong') return parsed;
  const { values, files } = parsed;
  if (values.help) return { kind: 'help' };
  const [first, ...others] = files;
  if (first === undefined) return wrong('请至少给出一个报告文件。');
  const basis = values.basis ?? 'evidence';
  if (basis !== 'evidence' && basis !== 'declared') {
    return wrong(`--basis 只能是 evidence 或 declared，不能是“${basis}”。`);
  }
  if (values.year !== undefined && !/^\d{4}$/.test(values.year)) {
    return wrong(`--year 应为四位年份，不能是“${values.year}”。`);
  }
  const readings: Record<string, string> = {};
  for (const given of values.reading ?? []) {
    const [name, value, ...rest] = given.split('=');
    if (!name || !value || rest.length > 0) {
      return wrong(`--reading 应写成 名称=取值，不能是“${given}”。`);
    }
    if (Object.hasOwn(readings, name)) return wrong(`--reading ${name} 给了两次。`);
    readings[name] = value;
  }
  return {
    kind: 'arguments',
    asked: {
      files: [first, ...others],
      json: values.json ?? false,
      basis,
      year: values.year === undefined ? undefined : Number(values.year),
      readings,
      plan: values.plan,
      marked: values.marked,
      exitCode: values['exit-code'] ?? false,
    },
  };
}

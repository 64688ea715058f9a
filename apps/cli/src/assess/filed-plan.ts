import { readFile } from 'node:fs/promises';
import type { Plan, Programme } from '#engine';
import { parsePlan } from '#report';

export type FiledPlan =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Reads the filed plan (备案方案) from a JSON file. */
export async function readFiledPlan(path: string, programme: Programme): Promise<FiledPlan> {
  const refused = (why: string): FiledPlan => ({ kind: 'refused', sentence: `${path}：${why}` });
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return refused(`方案不是有效的 JSON（${error.message}）。`);
    if (error instanceof Error && 'code' in error)
      return refused(`方案打不开（${String(error.code)}）。`);
    throw error;
  }
  const reading = parsePlan(json, programme);
  return reading.kind === 'plan' ? reading : refused(`方案有误。${reading.faults.join('；')}。`);
}

import { z } from 'zod';

/** Names of things, as they stand in addresses and answers. */

export const programmeId = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .meta({ description: '项目编码 programme', example: '2019-city-operation' });

export const subjectCode = z
  .string()
  .regex(/^[0-9A-Z]{6,18}$/)
  .meta({ description: '主体代码 division or credit code', example: '999901' });

export const year = z.int().min(1900).max(9999).meta({ description: '年度 year', example: 2021 });

export const yearInAddress = z.coerce.number<string>().pipe(year);

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256, hexadecimal' });

export const moment = z.string().meta({
  description: '北京时间 a moment in Beijing time',
  example: '2026-11-21T12:05:07.123+08:00',
});

export const day = z.string().meta({ example: '2021-12-31' });

/** An exact amount of money. */
export const wanYuan = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/, '应为万元金额，最多六位小数')
  .meta({ description: '万元, exact, at most six decimals', example: '15000.5' });

/** Whether something rests on drafts, or on what was submitted. */
export const standing = z.enum(['draft', 'submitted']);

export const gateState = z.enum(['eligible', 'ineligible', 'undetermined']);

export const subjectParams = z.object({ programme: programmeId, code: subjectCode });
export const reportParams = subjectParams.extend({ id: z.uuid() });
export const hashParams = subjectParams.extend({ hash: sha256 });
export const subjectYearParams = subjectParams.extend({ year: yearInAddress });

/** The largest number by which either database counts rows. */
const mostRows = 2 ** 31 - 1;

/** Part of a longer list. */
export const pageQuery = z.object({
  limit: z.coerce.number<string>().pipe(z.int().min(1).max(500)).default(100),
  from: z.coerce
    .number<string>()
    .pipe(z.int().min(0).max(mostRows))
    .exactOptional()
    .meta({ description: 'what the last page gave as `next`' }),
});

export type PageQuery = z.infer<typeof pageQuery>;

/** A page of such items. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next: z.int().nullable().meta({ description: 'where the next page starts; null on the last' }),
  });
}

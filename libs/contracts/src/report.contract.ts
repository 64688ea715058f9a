import { z } from 'zod';
import {
  day,
  moment,
  programmeId,
  sha256,
  subjectCode,
  year,
  yearInAddress,
} from './names.contract.js';

export const problemView = z
  .object({
    severity: z.enum(['error', 'warning', 'notice']),
    code: z.string(),
    file: z.string().meta({ description: '文件名 the name that the file came with' }),
    sheet: z.string().optional(),
    row: z.int().optional(),
    column: z.string().optional(),
    seen: z.string().optional(),
    expected: z.string().optional(),
    message: z.string(),
  })
  .meta({ id: 'Problem' });

export const progressView = z
  .object({
    stage: z.enum(['waiting', 'reading', 'evaluating', 'retrying', 'done', 'refused', 'set-aside']),
    rows: z.int().meta({ description: '已接收行数 rows accepted so far' }),
  })
  .meta({ id: 'Progress' });

const accepted = z.object({
  kind: z.literal('accepted'),
  at: moment,
  subjectName: z.string(),
  year,
  filledOn: day.nullable(),
  filledBy: z.string(),
  contact: z.string(),
  phone: z.string(),
  rows: z.object({ accepted: z.int(), rejected: z.int() }),
  problems: z.object({ error: z.int(), warning: z.int(), notice: z.int() }),
});

export const reportView = z
  .object({
    id: z.uuid(),
    subject: z.object({ programme: programmeId, code: subjectCode }),
    file: sha256,
    fileName: z.string(),
    fileSize: z.int().meta({ description: 'bytes' }),
    receivedAt: moment,
    receivedFrom: z.string().meta({ description: '报送账号 the account that sent it in' }),
    beside: z
      .boolean()
      .meta({ description: '并列：与该年度其他文件并列，而不替代它们 a part beside the others' }),
    state: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('received'),
        rows: z.int().meta({ description: '已接收行数 rows accepted so far' }),
      }),
      accepted,
      z.object({
        kind: z.literal('refused'),
        at: moment,
        code: z.string(),
        message: z.string(),
      }),
      z.object({ kind: z.literal('set-aside'), at: moment, message: z.string() }),
    ]),
  })
  .meta({ id: 'Report' });

/** What a file is called, however it comes. */
export const fileName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^\P{Cc}*$/u, '不能含有控制字符 no control characters')
  .meta({ description: '文件名 file name; goes before the one in a form' });

export const uploadQuery = z.object({
  name: fileName.optional(),
  beside: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true')
    .meta({
      description:
        '并列：加入该年度的草稿，而不替代它 joins the draft of its year, in place of replacing it',
    }),
});

export const templateQuery = z.object({ year: yearInAddress });

export type ReportView = z.infer<typeof reportView>;
export type ProblemView = z.infer<typeof problemView>;
export type ProgressView = z.infer<typeof progressView>;

import { z } from 'zod';
import { programmeId } from './names.contract.js';

export const aboutView = z
  .object({
    demonstration: z.boolean().meta({ description: '演示 true where all figures are invented' }),
    programmes: z.array(
      z.object({ id: programmeId, name: z.string(), version: z.string(), document: z.string() }),
    ),
  })
  .meta({ id: 'About' });

export const healthView = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

export const failureView = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      messageEn: z.string(),
      details: z.array(z.string()).optional(),
      requestId: z.string().optional().meta({ description: '请求编号，见运行日志 as in the log' }),
    }),
  })
  .meta({ id: 'Failure' });

export type AboutView = z.infer<typeof aboutView>;
export type FailureView = z.infer<typeof failureView>;

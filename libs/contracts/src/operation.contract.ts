import { z } from 'zod';
import { moment, pageOf } from './names.contract.js';

export const settingsView = z
  .array(
    z.object({
      name: z.string().meta({ example: 'UPLOAD_LIMIT_MB' }),
      value: z
        .string()
        .nullable()
        .meta({ description: '现行值，含密码的只说是否已设 null where it is not set' }),
    }),
  )
  .meta({ id: 'Settings' });

const count = z.int();

export const jobsView = pageOf(
  z.object({
    number: z.int(),
    job: z.string().meta({ description: '任务 its kind and what it is about' }),
    attempts: z.int(),
    reason: z.string().nullable(),
    finishedAt: moment.nullable(),
  }),
)
  .extend({
    counts: z
      .object({ waiting: count, running: count, succeeded: count, failed: count })
      .meta({ description: '各状态的任务数' }),
  })
  .meta({ id: 'Jobs' });

export type SettingsView = z.infer<typeof settingsView>;

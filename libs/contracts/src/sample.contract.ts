import { z } from 'zod';
import { moment, sha256, subjectYearParams, year } from './names.contract.js';

export const newSample = z
  .strictObject({
    size: z.int().min(1).max(2000).meta({ description: '抽取行数' }),
    seed: z
      .string()
      .min(1)
      .max(100)
      .regex(/^\P{Cc}*$/u)
      .exactOptional()
      .meta({ description: '种子：同一种子抽出同样的行 the same seed draws the same rows' }),
  })
  .meta({ id: 'NewSample' });

const mark = z.object({
  outcome: z.enum(['confirmed', 'not-confirmed']).meta({ description: '属实、不属实' }),
  reason: z.string().trim().min(1).max(2000),
});

export const newMarks = z
  .strictObject({
    marks: z
      .array(mark.extend({ position: z.int().min(1) }))
      .min(1)
      .max(2000),
  })
  .meta({ id: 'NewMarks' });

const drawn = z.object({
  id: z.uuid(),
  year,
  seed: z.string(),
  population: z.int().meta({ description: '总行数 rows that it was drawn from' }),
  drawnAt: moment,
  drawnBy: z.string(),
});

export const sampleView = drawn.extend({ size: z.int() }).meta({ id: 'Sample' });

export const sampleFoundView = drawn
  .extend({
    rows: z.array(
      z.object({
        position: z.int(),
        report: z.uuid(),
        file: sha256,
        ledger: z.string(),
        row: z.int(),
        cells: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
        mark: mark.extend({ markedAt: moment, markedBy: z.string() }).nullable(),
      }),
    ),
    confirmed: z.int(),
    notConfirmed: z.int(),
    confirmedShare: z
      .int()
      .nullable()
      .meta({ description: '属实率，万分之一 of the marked rows, in hundredths of a percent' }),
    declaredAndDerived: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: z.string().nullable(),
        declared: z.string().nullable(),
        derived: z.string().nullable(),
        difference: z.enum(['within-5', 'within-10', 'more']).nullable(),
      }),
    ),
  })
  .meta({ id: 'SampleFound' });

export const sampleParams = subjectYearParams.extend({ id: z.uuid() });

export type NewSampleBody = z.infer<typeof newSample>;
export type NewMarksBody = z.infer<typeof newMarks>;
export type SampleView = z.infer<typeof sampleView>;

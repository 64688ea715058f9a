import { z } from 'zod';
import {
  moment,
  programmeId,
  sha256,
  standing,
  subjectCode,
  subjectParams,
  year,
  yearInAddress,
} from './names.contract.js';

const document = z.string().trim().min(1).max(200);
const points = z
  .string()
  .regex(/^(?:0|[1-9]\d?)(?:\.\d{1,2})?$/, '应为分值，最多两位小数')
  .meta({ description: '分值 points of 100, at most two decimals', example: '6.5' });

export const newWeights = z
  .strictObject({
    year,
    document: document.meta({ description: '确定分值的文号 the document that sets them' }),
    points: z
      .record(z.string().max(64), points)
      .meta({ description: '各绩效目标的分值，合计90分 by target, 90 points together' }),
    replaces: z.uuid().nullable().default(null).meta({ description: '所更正的分值' }),
  })
  .meta({ id: 'NewWeights' });

export const weightsView = z
  .object({
    id: z.uuid(),
    programme: programmeId,
    year,
    document: z.string(),
    points: z.record(z.string(), points),
    replaces: z.uuid().nullable(),
    recordedAt: moment,
    recordedBy: z.string(),
    inForce: z.boolean().meta({ description: '现行' }),
  })
  .meta({ id: 'Weights' });

export const paperKind = z
  .enum(['self-assessment', 'summary', 'release-letter'])
  .meta({ description: '绩效目标自评表、绩效评定情况汇总、资金拨付函' });

export const paperFormat = z.enum(['docx', 'pdf', 'xlsx']);

export const newSelfAssessmentPaper = z
  .strictObject({ year, standing: standing.default('submitted') })
  .meta({ id: 'NewSelfAssessmentPaper' });

export const newSummaryPaper = z.strictObject({ year }).meta({ id: 'NewSummaryPaper' });

export const newReleaseLetter = z
  .strictObject({ release: z.uuid().meta({ description: '已批准的拨付' }) })
  .meta({ id: 'NewReleaseLetter' });

const files = z
  .array(z.object({ format: paperFormat, sha256 }))
  .meta({ description: '各文件的 SHA-256' });

export const paperView = z
  .object({
    id: z.uuid(),
    code: z.string().meta({ description: '核验码' }),
    kind: paperKind,
    year,
    standing,
    release: z.uuid().nullable(),
    determination: sha256,
    gist: z.string().meta({ description: '主要内容' }),
    issuedAt: moment,
    files,
  })
  .meta({ id: 'Paper' });

export const paperFileParams = subjectParams.extend({ id: z.uuid(), format: paperFormat });

export const papersQuery = z.object({ year: yearInAddress.optional() });

export const verificationParams = z.object({ code: z.string().min(1).max(60) });

/** What anybody who holds a paper may know of it. */
export const verifiedPaperView = z
  .object({
    code: z.string(),
    kind: paperKind,
    programme: z.object({ id: programmeId, name: z.string() }),
    subject: z.object({ code: subjectCode, name: z.string() }),
    year,
    standing: z
      .enum([
        ...(['in-force', 'replaced', 'determination-changed'] as const),
        ...(['release-basis-changed', 'release-ended'] as const),
      ])
      .meta({ description: '现行、已有新的文件、评定结果已变更、拨付依据已变化、拨付已终止' }),
    isDraft: z.boolean().meta({ description: '出自未报送的草稿' }),
    gist: z.string().meta({ description: '主要内容' }),
    issuedAt: moment,
    determination: sha256,
    files,
  })
  .meta({ id: 'VerifiedPaper' });

export type NewWeightsBody = z.infer<typeof newWeights>;
export type WeightsView = z.infer<typeof weightsView>;
export type PaperView = z.infer<typeof paperView>;
export type VerifiedPaperView = z.infer<typeof verifiedPaperView>;

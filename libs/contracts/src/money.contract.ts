import { z } from 'zod';
import { moment, sha256, subjectParams, wanYuan, year } from './names.contract.js';

const document = z.string().trim().min(1).max(200);
const opinion = z.string().trim().min(1).max(2000);

export const releaseParams = subjectParams.extend({ id: z.uuid() });

export const newConclusion = z
  .object({
    year,
    document: document.meta({ description: '考核结论文号 its number' }),
    date: z.iso.date().meta({ description: '结论日期', example: '2022-06-30' }),
    result: z.enum(['passed', 'failed']).meta({ description: 'passed 通过, failed 未通过' }),
    replaces: z.uuid().optional().meta({ description: 'the conclusion that this one corrects' }),
  })
  .meta({ id: 'NewConclusion' });

export const conclusionView = newConclusion
  .omit({ replaces: true })
  .extend({ id: z.uuid(), replaces: z.uuid().nullable(), recordedAt: moment })
  .meta({ id: 'Conclusion' });

export const newRelease = z
  .object({
    year,
    determination: sha256.meta({ description: '所依据的评定结果 the determination it rests on' }),
    amount: wanYuan,
    opinion: opinion.optional(),
  })
  .meta({ id: 'NewRelease' });

/** What is done with a release, with what it takes. */
export const newReleaseMove = z
  .discriminatedUnion('move', [
    z.object({
      move: z.literal('approve'),
      shown: sha256.meta({ description: 'the hash of what the approver was shown' }),
      opinion: opinion.optional(),
    }),
    z.object({ move: z.enum(['reject', 'withdraw', 'cancel']), opinion }),
    z.object({
      move: z.literal('pay'),
      document: document.meta({ description: '支付凭证号 the number of the payment' }),
    }),
    z.object({ move: z.literal('fail'), document, opinion }),
    z.object({ move: z.literal('return'), document, opinion, amount: wanYuan }),
  ])
  .meta({ id: 'NewReleaseMove' });

const releaseState = z.enum([
  ...(['proposed', 'approved', 'paid', 'returned'] as const),
  ...(['rejected', 'withdrawn', 'void', 'cancelled', 'failed'] as const),
]);

export const releaseMove = z.enum([
  ...(['propose', 'approve', 'reject', 'withdraw', 'pay'] as const),
  ...(['cancel', 'fail', 'return', 'void'] as const),
]);

export const releaseView = z
  .object({
    id: z.uuid(),
    year,
    amount: wanYuan,
    returned: wanYuan,
    state: releaseState,
    proposedBy: z.string(),
    proposedAt: moment,
  })
  .meta({ id: 'Release' });

export const releaseMoveView = z
  .object({
    move: releaseMove,
    to: releaseState,
    who: z.string(),
    at: moment,
    opinion: z.string().nullable(),
    document: z.string().nullable(),
    returned: wanYuan.nullable(),
    shown: sha256.nullable(),
  })
  .meta({ id: 'ReleaseMove' });

export type NewConclusionBody = z.infer<typeof newConclusion>;
export type ConclusionView = z.infer<typeof conclusionView>;
export type NewReleaseBody = z.infer<typeof newRelease>;
export type NewReleaseMoveBody = z.infer<typeof newReleaseMove>;
export type ReleaseView = z.infer<typeof releaseView>;
export type ReleaseMoveView = z.infer<typeof releaseMoveView>;

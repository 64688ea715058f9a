import { z } from 'zod';
import { moment, subjectParams } from './names.contract.js';

const words = z.string().trim().min(1).max(2000);
const documentNumber = z.string().trim().min(1).max(200);

const plan = z
  .record(z.string(), z.unknown())
  .meta({ description: '方案，与 assess --plan 的文件相同 the same JSON as of assess --plan' });

export const newPlan = z
  .strictObject({
    plan,
    approval: documentNumber
      .nullable()
      .default(null)
      .meta({ description: '批准文号，调整方案时必填 needed by an amendment' }),
  })
  .meta({ id: 'NewPlan' });

export const newPlanDecision = z
  .strictObject({
    outcome: z.enum(['accepted', 'declined']).meta({ description: '受理、不予受理' }),
    opinion: words.meta({ description: '意见' }),
  })
  .meta({ id: 'NewPlanDecision' });

export const planView = z
  .object({
    id: z.uuid(),
    document: z.string().meta({ description: '方案文号' }),
    approval: z.string().nullable().meta({ description: '批准文号' }),
    amends: z.uuid().nullable().meta({ description: '所调整的备案 the filing that it amends' }),
    plan,
    filedAt: moment,
    filedBy: z.string(),
    decision: newPlanDecision.extend({ decidedAt: moment, decidedBy: z.string() }).nullable(),
    inForce: z.boolean().meta({ description: '现行方案 decides in evaluations' }),
  })
  .meta({ id: 'Plan' });

export const planParams = subjectParams.extend({ id: z.uuid() });

export type NewPlanBody = z.infer<typeof newPlan>;
export type NewPlanDecisionBody = z.infer<typeof newPlanDecision>;
export type PlanView = z.infer<typeof planView>;

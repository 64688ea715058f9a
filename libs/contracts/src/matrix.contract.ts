import { z } from 'zod';
import { gateState, sha256, subjectCode } from './names.contract.js';

const outcome = z.enum(['met', 'not_met', 'undetermined', 'not_applicable']);

/** A subject's line in the matrix of a year. */
export const matrixLineView = z
  .object({
    code: subjectCode,
    name: z.string(),
    underDirectPlanning: z.boolean(),
    state: z
      .enum(['draft', 'submitted', 'forwarded', 'verified', 'returned'])
      .nullable()
      .meta({ description: 'null 尚未报送 nothing reported' }),
    determination: z
      .object({
        hash: sha256,
        quantified: gateState,
        overall: gateState,
        targets: z.array(
          z.object({
            target: z.string(),
            outcome,
            overall: outcome,
            due: z.boolean(),
            margin: z.string().nullable().meta({ description: '与目标值之差 value − threshold' }),
            unit: z.string().nullable(),
            difference: z
              .enum(['within-5', 'within-10', 'more'])
              .nullable()
              .meta({ description: '申报值与核算值之差 declared against derived' }),
          }),
        ),
      })
      .nullable()
      .meta({ description: '按已提交报告作出的现行评定结果 in force, on what was submitted' }),
  })
  .meta({ id: 'MatrixLine' });

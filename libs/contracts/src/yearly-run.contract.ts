import { z } from 'zod';
import {
  gateState,
  moment,
  programmeId,
  sha256,
  subjectCode,
  year,
  yearInAddress,
} from './names.contract.js';

export const programmeParams = z.object({ programme: programmeId });
export const programmeYearParams = programmeParams.extend({ year: yearInAddress });

export const newYearlyRun = z.object({ year }).meta({ id: 'NewYearlyRun' });

export const yearlyRunView = z
  .object({
    programme: programmeId,
    year,
    startedAt: moment,
    startedBy: z.string().meta({ description: '账号 an account, or `system`' }),
    subjects: z.int().meta({ description: '填报主体数 how many it evaluates' }),
    evaluated: z.int(),
    setAside: z
      .array(z.object({ code: subjectCode, name: z.string() }))
      .readonly()
      .meta({
        description:
          '评定已搁置的填报主体；再次开始即继续 set aside until the run is started again',
      }),
    standsStill: z.boolean().meta({
      description: '余下的或汇总都已搁置，再次开始才继续 goes on only once it is started again',
    }),
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'YearlyRun' });

const fen = z.string().regex(/^\d+$/).meta({ description: '分' });
const gates = z.record(gateState, z.int());
const outcomes = z.record(z.enum(['met', 'not_met', 'undetermined', 'not_applicable']), z.int());

/** The summary itself goes out byte for byte as it was frozen. */
export const yearlySummaryView = z
  .object({
    programme: programmeId,
    rulebook: z.string(),
    year,
    gates,
    provinces: z.array(z.object({ province: z.string(), gates })),
    targets: z.array(z.object({ target: z.string(), outcomes })),
    releasable: fen,
    subjects: z.array(
      z.object({
        code: subjectCode,
        name: z.string(),
        determination: sha256.nullable(),
        quantified: gateState,
        overall: gateState,
        notMet: z.array(z.object({ target: z.string(), margin: z.string().nullable() })),
        undetermined: z.array(z.object({ target: z.string(), reason: z.string() })),
        changes: z.array(z.object({ of: z.string(), from: z.string(), to: z.string() })),
        releasable: fen,
      }),
    ),
  })
  .meta({ id: 'YearlySummary' });

export type YearlyRunView = z.infer<typeof yearlyRunView>;
export type YearlySummaryView = z.infer<typeof yearlySummaryView>;

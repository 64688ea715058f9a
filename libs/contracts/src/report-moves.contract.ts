import { z } from 'zod';
import {
  moment,
  pageOf,
  programmeId,
  subjectCode,
  subjectYearParams,
  year,
} from './names.contract.js';
import { reportView } from './report.contract.js';

export const yearState = z
  .enum(['draft', 'submitted', 'forwarded', 'verified', 'returned'])
  .meta({ description: '草稿、已提交、省级转报、核查通过、退回' });

const moveName = z
  .enum(['submit', 'forward', 'verify', 'return'])
  .meta({ description: '提交、转报、核查通过、退回' });

const mover = z
  .enum(['city-clerk', 'provincial-reviewer', 'ip-reviewer'])
  .meta({ description: '城市填报员、省级审核员、知识产权局核查员' });

const words = z.string().trim().min(1).max(2000);

const returnReason = z.union([
  z.strictObject({ target: z.string().min(1).max(64), reason: words }),
  z.strictObject({
    part: z.uuid().meta({ description: '报告 the report that is returned, or one of its parts' }),
    sheet: z.string().min(1).max(64).meta({ description: '工作表' }),
    row: z.int().min(1).meta({ description: '行号 as a spreadsheet numbers it' }),
    reason: words,
  }),
]);

export const newMove = z
  .object({
    move: moveName,
    opinion: words.meta({ description: '意见' }),
    reasons: z
      .array(returnReason)
      .max(500)
      .default([])
      .meta({ description: '退回理由，按绩效目标或按行 reasons of a return, by target or by row' }),
  })
  .meta({ id: 'NewMove' });

export const moveView = z
  .object({
    id: z.uuid(),
    year,
    round: z.int().meta({ description: '第几次提交 how often it was submitted so far' }),
    sequence: z.int(),
    move: moveName,
    from: yearState,
    to: yearState,
    who: z.string(),
    role: mover,
    at: moment,
    opinion: z.string(),
    reasons: z.array(returnReason),
    parts: z.array(z.uuid()).meta({ description: '所涉报告 the reports that it is about' }),
  })
  .meta({ id: 'Move' });

export const yearView = z
  .object({
    year,
    state: yearState,
    round: z.int().meta({ description: '0 before it was first submitted' }),
    next: z.array(z.object({ move: moveName, by: mover, to: yearState })),
    draft: z.array(reportView).meta({ description: '草稿：提交时将锁定的文件' }),
    submitted: z.array(reportView).meta({ description: '最近一次提交所锁定的文件' }),
  })
  .meta({ id: 'Year' });

const subject = { programme: programmeId, code: subjectCode, name: z.string() };
const counted = { total: z.int() };

export const waitingView = pageOf(
  z.object({
    ...{ ...subject, year, state: yearState },
    round: z.int(),
    since: moment.nullable(),
  }),
).extend(counted);

export const doneView = pageOf(moveView.extend(subject)).extend(counted);

export const roundParams = subjectYearParams.extend({
  round: z.coerce.number<string>().pipe(z.int().min(1).max(1_000_000)),
});

export type NewMoveBody = z.infer<typeof newMove>;
/** As a client sends it. */
export type NewMoveRequest = z.input<typeof newMove>;
export type YearView = z.infer<typeof yearView>;

import { z } from 'zod';
import { moment, reportParams, subjectCode, year } from './names.contract.js';

const place = z.object({ part: z.uuid(), row: z.int() });
const cell = z.string().nullable();

export const rowChangeView = z
  .object({
    sheet: z.string(),
    ledger: z.string().nullable(),
    item: z.string().meta({ description: '同一项的标识 what tells it from other rows' }),
    kind: z.enum(['added', 'removed', 'changed']).meta({ description: '新增、删去、改动' }),
    before: place.nullable(),
    after: place.nullable(),
    cells: z.array(z.object({ column: z.string(), before: cell, after: cell })),
  })
  .meta({ id: 'RowChange' });

export const reportRowParams = reportParams.extend({
  ledger: z.string().min(1).max(64),
  row: z.coerce.number<string>().pipe(z.int().min(1).max(10_000_000)),
});

export const reportRowView = z
  .object({
    part: z.uuid(),
    fileName: z.string(),
    sheet: z.string(),
    row: z.int().meta({ description: '行号 as a spreadsheet numbers it' }),
    cells: z.record(z.string(), z.string()).meta({ description: '按列名，空格省略' }),
  })
  .meta({ id: 'ReportRow' });

const rowOutcome = z
  .enum(['excluded', 'confirmed'])
  .meta({ description: '剔除、确认 excluded, or confirmed of this subject' });
const reason = z.string().trim().min(1).max(2000);
const ledger = z.string().min(1).max(64).meta({ description: '台账编码 the ledger’s id' });

export const newRowFinding = z
  .object({
    part: z.uuid().meta({ description: '已提交的报告 a report that was submitted' }),
    ledger,
    row: z.int().min(1).meta({ description: '行号 as a spreadsheet numbers it' }),
    outcome: rowOutcome,
    reason,
    replaces: z.uuid().nullable().default(null).meta({ description: '所更正的结论' }),
  })
  .meta({ id: 'NewRowFinding' });

export const rowFindingView = z
  .object({
    id: z.uuid(),
    ledger: z.string(),
    item: z.string(),
    year,
    part: z.uuid(),
    row: z.int(),
    outcome: rowOutcome,
    reason: z.string(),
    replaces: z.uuid().nullable(),
    recordedAt: moment,
  })
  .meta({ id: 'RowFinding' });

const conflictRow = z.object({
  code: subjectCode,
  name: z.string(),
  part: z.uuid(),
  year,
  row: z.int(),
  cells: z.record(z.string(), z.string()),
  finding: z.object({ id: z.uuid(), outcome: rowOutcome, reason: z.string() }).nullable(),
});

export const conflictView = z
  .object({
    ledger: z.string(),
    sheet: z.string(),
    claim: z.record(z.string(), z.string()).meta({ description: '相同的内容 what both say' }),
    own: z.array(conflictRow),
    others: z.array(conflictRow).meta({ description: '最多五十行 fifty at most' }),
  })
  .meta({ id: 'Conflict' });

export type NewRowFindingBody = z.infer<typeof newRowFinding>;
export type ConflictView = z.infer<typeof conflictView>;

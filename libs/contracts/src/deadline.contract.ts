import { z } from 'zod';
import { moment, pageOf, programmeId, year } from './names.contract.js';

const words = z.string().trim().min(1).max(200);
const aDay = z.iso.date().meta({ description: '日期 a day in Beijing', example: '2022-01-31' });

export const step = z
  .enum(['submit', 'forward', 'review'])
  .meta({ description: '报送、省级转报、核查' });

const counted = z
  .strictObject({
    workdays: z.int().min(1).max(250).meta({ description: '工作日数' }),
    after: aDay,
  })
  .meta({ description: '某日后若干个工作日 so many workdays after a day' });

export const newDeadline = z
  .strictObject({
    ...{ year, step },
    due: z.union([aDay, counted]).meta({ description: '截至当日24时 until its end' }),
    remindBefore: z
      .int()
      .min(0)
      .max(60)
      .default(5)
      .meta({ description: '提前若干个工作日提醒 reminders go out so many workdays before' }),
    document: words.meta({ description: '文号 document number' }),
    replaces: z.uuid().nullable().default(null).meta({ description: '所变更的期限' }),
  })
  .meta({ id: 'NewDeadline' });

export const deadlineView = z
  .object({
    id: z.uuid(),
    programme: programmeId,
    ...{ year, step },
    due: aDay,
    counted: counted.nullable(),
    remindFrom: aDay,
    document: z.string(),
    replaces: z.uuid().nullable(),
    recordedAt: moment,
    recordedBy: z.string(),
    inForce: z.boolean().meta({ description: '现行' }),
  })
  .meta({ id: 'Deadline' });

export const newHolidays = z
  .strictObject({
    year,
    document: words,
    holidays: z.array(aDay).max(366).meta({ description: '放假' }),
    workdays: z.array(aDay).max(366).meta({ description: '调休上班 weekend days worked' }),
  })
  .meta({ id: 'NewHolidays' });

export const holidaysView = newHolidays
  .extend({ recordedAt: moment, recordedBy: z.string() })
  .meta({ id: 'Holidays' });

export const keptDeadlineView = z
  .object({
    ...{ year, step },
    due: aDay,
    doneAt: moment.nullable(),
    state: z
      .enum(['open', 'overdue', 'in-time', 'late'])
      .meta({ description: '未到期、逾期未办、按期、逾期办理' }),
  })
  .meta({ id: 'KeptDeadline' });

export const reminderView = z
  .object({
    id: z.uuid(),
    deadline: z.uuid(),
    kind: z.enum(['near', 'overdue']).meta({ description: '临近、逾期' }),
    account: z.string(),
    at: moment,
    delivery: z
      .object({ outcome: z.enum(['sent', 'failed']), reason: z.string().nullable(), at: moment })
      .nullable()
      .meta({ description: '邮件 the last try to send it by e-mail' }),
  })
  .meta({ id: 'Reminder' });

export const remindersView = pageOf(reminderView);

export type NewDeadlineBody = z.infer<typeof newDeadline>;
export type DeadlineView = z.infer<typeof deadlineView>;
export type NewHolidaysBody = z.infer<typeof newHolidays>;

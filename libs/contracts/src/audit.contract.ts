import { z } from 'zod';
import { moment, pageOf, pageQuery, sha256 } from './names.contract.js';

const day = z.iso.date().exactOptional();

/** Which entries of the audit are asked for; all where nothing is said. */
export const auditQuery = z.object({
  who: z
    .union([z.uuid(), z.literal('system')])
    .exactOptional()
    .meta({ description: '账号 an account, or the system itself' }),
  what: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .exactOptional()
    .meta({ description: '事项' }),
  about: z
    .string()
    .regex(/^[\p{L}\p{N}〔〕.:/@-]{1,100}$/u)
    .exactOptional()
    .meta({ description: '对象：代码或编号 an id, code or hash that the entry names' }),
  since: day.meta({ description: '自某日 from this day on, Beijing' }),
  until: day.meta({ description: '至某日 to the end of this day' }),
});

export const auditPageQuery = auditQuery.extend(pageQuery.shape);

export const auditEntryView = z
  .object({
    number: z.int(),
    at: moment,
    who: z.string().meta({ description: '账号 an account’s id, or `system`' }),
    name: z.string().nullable().meta({ description: '姓名 of the account' }),
    what: z.string(),
    about: z.record(z.string(), z.union([z.string(), z.number()])),
    link: z.int().nullable().meta({ description: '链环 the link of the chain that seals it' }),
  })
  .meta({ id: 'AuditEntry' });

export const auditPageView = pageOf(auditEntryView);

export const checkpointView = z
  .object({ number: z.int(), chain: sha256, at: moment })
  .meta({ id: 'Checkpoint', description: '校验点 where the chain stood' });

export const auditVerificationView = z
  .object({
    links: z.int().meta({ description: '核对的链环数' }),
    contentRows: z.int().meta({ description: '核对的报告内容行数' }),
    deviations: z.int().meta({ description: '不符处数' }),
    found: z.array(z.string()).meta({ description: '不符之处，最多一百条 a hundred at most' }),
    checkpoint: checkpointView.nullable(),
  })
  .meta({ id: 'AuditVerification' });

export type AuditQuery = z.infer<typeof auditQuery>;
export type AuditEntryView = z.infer<typeof auditEntryView>;
export type AuditVerificationView = z.infer<typeof auditVerificationView>;

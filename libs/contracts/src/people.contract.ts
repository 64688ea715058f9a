import { z } from 'zod';
import { moment, subjectCode } from './names.contract.js';

export const role = z.enum([
  ...['city-clerk', 'provincial-reviewer', 'ip-reviewer', 'finance-reviewer', 'finance-approver'],
  ...['auditor', 'system-administrator', 'security-administrator'],
] as const);

export const area = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nation') }),
  z.object({
    kind: z.literal('province'),
    province: z
      .string()
      .regex(/^\d{2}$/)
      .meta({ description: '区划代码前两位', example: '95' }),
  }),
  z.object({ kind: z.literal('subject'), code: subjectCode }),
]);

const password = z.string().min(1).max(1024);
const secret = z.string().min(1).max(200);
const deviceCode = z
  .string()
  .max(16)
  .optional()
  .meta({ description: '动态口令 what the device shows; all but city clerks have one' });

export const newAccount = z
  .object({
    name: z.string().trim().min(1).max(100),
    organisation: z.string().trim().min(1).max(200),
    email: z.email().max(254),
  })
  .meta({ id: 'NewAccount' });

export const newGrant = z.object({ role, area }).meta({ id: 'Grant' });

export const accountView = newAccount
  .extend({
    id: z.uuid(),
    email: z.string(),
    createdAt: moment,
    grant: newGrant.nullable(),
    closedAt: moment.nullable(),
  })
  .meta({ id: 'Account' });

export const enrolmentCodeView = z
  .object({
    code: z.string().meta({ description: '一次性登记码，只显示一次 shown this once' }),
    until: moment,
  })
  .meta({ id: 'EnrolmentCode' });

export const firstAdministrators = z
  .object({
    code: secret.meta({
      description: '首次启动时打印的凭据 printed when the service first starts',
    }),
    'system-administrator': newAccount,
    'security-administrator': newAccount,
    auditor: newAccount,
  })
  .meta({ id: 'FirstAdministrators' });

export const firstAdministratorsView = z.array(
  z.object({ account: accountView, enrolment: enrolmentCodeView }),
);

export const offerDevice = z.object({ code: secret }).meta({ id: 'DeviceWanted' });

export const deviceView = z
  .object({ secret: z.string(), uri: z.string().meta({ example: 'otpauth://totp/…' }) })
  .meta({ id: 'Device' });

export const enrolment = z.object({ code: secret, password, deviceCode }).meta({ id: 'Enrolment' });

export const signIn = z
  .object({
    email: z.string().min(1).max(254),
    password,
    deviceCode,
    bearer: z.boolean().default(false).meta({
      description: '为真时不设 cookie 而返回 secret true to be given a secret instead of a cookie',
    }),
  })
  .meta({ id: 'SignIn' });

export const sessionView = z
  .object({ id: z.uuid(), begunAt: moment, seenAt: moment, endsAt: moment })
  .meta({ id: 'Session' });

export const signedInView = z
  .object({
    account: accountView,
    session: sessionView.nullable().meta({ description: 'null for a machine' }),
    idleMinutes: z.number().meta({ description: '多久不操作即退出 until an idle session ends' }),
    secret: z.string().optional(),
  })
  .meta({ id: 'SignedIn' });

const scope = z.enum(['read', 'submit']);

export const newToken = z
  .object({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(scope).min(1).max(2),
    days: z.int().min(1).max(366).meta({ description: '有效天数' }),
  })
  .meta({ id: 'NewToken' });

export const tokenView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(scope),
    issuedAt: moment,
    expiresAt: moment,
    revokedAt: moment.nullable(),
  })
  .meta({ id: 'Token' });

export const issuedTokenView = tokenView
  .extend({ secret: z.string().meta({ description: '只显示一次 shown this once' }) })
  .meta({ id: 'IssuedToken' });

export const accountParams = z.object({ account: z.uuid() });
export const accountSessionParams = accountParams.extend({ id: z.uuid() });
export const ownParams = z.object({ id: z.uuid() });

export type AccountView = z.infer<typeof accountView>;
export type NewAccountBody = z.infer<typeof newAccount>;
export type NewGrantBody = z.infer<typeof newGrant>;
export type EnrolmentCodeView = z.infer<typeof enrolmentCodeView>;
export type FirstAdministratorsBody = z.infer<typeof firstAdministrators>;
export type FirstAdministratorsView = z.infer<typeof firstAdministratorsView>;
export type SignInBody = z.infer<typeof signIn>;
export type SignedInView = z.infer<typeof signedInView>;

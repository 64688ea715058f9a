import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { auditHashes, type AuditHash } from '#persistence';
import { z } from 'zod';

// What zod says of settings and requests, people read.
z.config(z.locales.zhCN());

type Environment = Readonly<Record<string, string | undefined>>;

/** A whole number, of at most nine digits. */
const whole = (min: number, max: number) => {
  const error = `应为 ${min} 至 ${max} 的整数 a whole number from ${min} to ${max}`;
  const digits = z.string().regex(/^\d{1,9}$/, error);
  return digits.transform(Number).pipe(z.int().min(min, error).max(max, error));
};
const port = whole(0, 65_535);
const perMinute = whole(1, 999_999_999);
const file = z
  .string()
  .min(1)
  .transform((path) => resolve(path));

/** Addresses and networks, such as `10.0.0.7,10.1.0.0/16,::1`. */
const addresses = z.string().transform((list, context) => {
  const block = new BlockList();
  for (const each of list.split(',').map((part) => part.trim())) {
    const [address = '', length, ...rest] = each.split('/');
    const [family, most] = isIP(address) === 6 ? (['ipv6', 128] as const) : (['ipv4', 32] as const);
    const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
    if (isIP(address) > 0 && rest.length === 0 && bits <= most) {
      block.addSubnet(address, bits, family);
    } else context.addIssue(`${each} 不是地址或网段，应形如 10.0.0.7,10.1.0.0/16`);
  }
  return block;
});

/** What begins on 29 February begins a day later in the other years. */
const isDayOfLeapYear = (text: string) =>
  z.iso.date().safeParse(`2000-${text.slice(0, 5)}`).success;

const settingsSchema = z
  .object({
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: port.default(3000),
    DATA_DIR: file.prefault('data'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres:\/\/[^/]+\/.+/, '应形如 postgres://用户:密码@主机:端口/数据库')
      .optional(),
    QUEUE_URL: z
      .string()
      .regex(/^(redis|rediss|postgres):\/\/.+/, '应形如 redis://主机:端口 或 postgres://…')
      .optional(),
    UPLOAD_LIMIT_MB: whole(1, 1024).default(256),
    JOBS: z.enum(['here', 'elsewhere']).default('here'),
    YEARLY_RUN: z
      .string()
      .regex(/^\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, {
        error: '应为月-日T时:分，如 03-31T02:00',
        abort: true,
      })
      .refine(isDayOfLeapYear, '没有这一天，应为月-日T时:分，如 03-31T02:00 there is no such day')
      .default('03-31T02:00'),
    SECRETS_KEY_FILE: file.optional(),
    SESSION_IDLE_MINUTES: whole(1, 720).default(30),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/.+/, '应形如 smtp://用户:密码@主机:端口')
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(/^([^<>@]*<)?[^<>@\s]+@[^<>@\s]+>?$/, '应形如 绩效核查 <no-reply@example.cn>')
      .optional(),
    AUDIT_HASH: z.enum(auditHashes).optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    TLS_KEY_FILE: file.optional(),
    TLS_CERT_FILE: file.optional(),
    TRUSTED_PROXIES: addresses.optional(),
    METRICS_HOST: z.string().min(1).default('127.0.0.1'),
    METRICS_PORT: port.optional(),
    RATE_LIMIT_ADDRESS: perMinute.default(3000),
    RATE_LIMIT_ACCOUNT: perMinute.default(600),
    RATE_LIMIT_SIGN_IN: perMinute.default(20),
  })
  .refine((read) => (read.TLS_KEY_FILE === undefined) === (read.TLS_CERT_FILE === undefined), {
    path: ['TLS_KEY_FILE'],
    message: 'TLS_KEY_FILE 与 TLS_CERT_FILE 应同时给出',
  })
  .refine((read) => (read.SMTP_URL === undefined) === (read.MAIL_FROM === undefined), {
    path: ['MAIL_FROM'],
    message: 'SMTP_URL 与 MAIL_FROM 应同时给出',
  });

/** Settings that hold a password. */
const secretSettings = ['DATABASE_URL', 'QUEUE_URL', 'SMTP_URL'] as const;

/** The names of all settings, as the environment gives them. */
export const settingNames: readonly string[] = [
  ...Object.keys(settingsSchema.shape),
  ...secretSettings.map((name) => `${name}_FILE`),
];

/** How a server or worker runs. */
export interface Settings {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** An absolute path. */
  readonly dataFolder: string;
  /** A PostgreSQL database by its URL; undefined for SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
  /** A server through which jobs are announced; undefined to look for them in the database. */
  readonly queueUrl: string | undefined;
  /** In bytes. */
  readonly uploadLimit: number;
  /** Whether a server runs the jobs itself, or leaves them to workers on the same data. */
  readonly jobs: 'here' | 'elsewhere';
  /** When the yearly run of the year before begins: month, day and time in Beijing. */
  readonly yearlyRun: string;
  /** Where the key lies that secrets are closed in with; undefined for one in the data folder. */
  readonly secretsKeyFile: string | undefined;
  /** In milliseconds: after so long without a request a session is over. */
  readonly sessionIdleTime: number;
  /** The server that reminders go through, and the address they come from; undefined for none. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** What the audit chain of a new database is made with; undefined for SHA-256. */
  readonly auditHash: AuditHash | undefined;
  readonly logLevel: string;
  /** Files, by their absolute paths, with what TLS is offered by; undefined for plain HTTP. */
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  /** Those whose word on whom they ask for is taken. */
  readonly trustedProxies: BlockList;
  /** Where figures of the operation are told; undefined for nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** The most requests a minute that a server answers to one address, or one account. */
  readonly mostRequests: {
    readonly address: number;
    readonly account: number;
    /** Tries to sign in, of one address. */
    readonly signIn: number;
  };
}

/**
 * Reads settings from the environment. Those that hold a password may be given by a file instead,
 * which DATABASE_URL_FILE, QUEUE_URL_FILE or SMTP_URL_FILE names.
 * @throws with every setting that is wrong, what was found and what is expected
 */
export function readSettings(environment: Environment): Settings {
  const given = { ...environment, ...secretsIn(environment) };
  const result = settingsSchema.safeParse(given);
  if (!result.success) {
    throw new SettingsError(
      result.error.issues.map(({ path, message }) => {
        const name = path.join('.');
        // A URL may hold a password.
        const found = name.endsWith('_URL') ? '…' : (given[name] ?? '');
        return `${name}=${found}: ${message}`;
      }),
    );
  }
  const read = result.data;
  const { TLS_KEY_FILE: key, TLS_CERT_FILE: cert, METRICS_PORT: metricsPort } = read;
  const { SMTP_URL: url, MAIL_FROM: from } = read;
  return {
    host: read.HOST,
    port: read.PORT,
    dataFolder: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL,
    queueUrl: read.QUEUE_URL,
    uploadLimit: read.UPLOAD_LIMIT_MB * 1024 * 1024,
    jobs: read.JOBS,
    yearlyRun: read.YEARLY_RUN,
    secretsKeyFile: read.SECRETS_KEY_FILE,
    sessionIdleTime: read.SESSION_IDLE_MINUTES * 60 * 1000,
    mail: url !== undefined && from !== undefined ? { url, from } : undefined,
    auditHash: read.AUDIT_HASH,
    logLevel: read.LOG_LEVEL,
    tls: key !== undefined && cert !== undefined ? { key, cert } : undefined,
    trustedProxies: read.TRUSTED_PROXIES ?? new BlockList(),
    metrics: metricsPort === undefined ? undefined : { host: read.METRICS_HOST, port: metricsPort },
    mostRequests: {
      address: read.RATE_LIMIT_ADDRESS,
      account: read.RATE_LIMIT_ACCOUNT,
      signIn: read.RATE_LIMIT_SIGN_IN,
    },
  };
}

class SettingsError extends Error {
  constructor(lines: readonly string[]) {
    super(`设置有误 Settings are wrong:\n${lines.map((line) => `  ${line}`).join('\n')}`);
  }
}

/** What stands in the files that are named for settings that hold a password. */
function secretsIn(environment: Environment): Record<string, string> {
  const secrets: Record<string, string> = {};
  const wrong: string[] = [];
  for (const name of secretSettings) {
    const path = environment[`${name}_FILE`];
    if (path === undefined) continue;
    try {
      secrets[name] = readFileSync(path, 'utf8').trim();
    } catch (error) {
      wrong.push(`${name}_FILE=${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (wrong.length > 0) throw new SettingsError(wrong);
  return secrets;
}

import { resolve } from 'node:path';
import { auditHashes, type AuditHash } from '#persistence';
import { z } from 'zod';

// What zod says of settings and requests, people read.
z.config(z.locales.zhCN());

const digits = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const settingsSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: digits.pipe(z.int().min(0).max(65535)).default(3000),
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .transform((folder) => resolve(folder)),
  DATABASE_URL: z
    .string()
    .regex(/^postgres:\/\/[^/]+\/.+/, '应形如 postgres://用户:密码@主机:端口/数据库')
    .optional(),
  QUEUE_URL: z
    .string()
    .regex(/^(redis|rediss|postgres):\/\/.+/, '应形如 redis://主机:端口 或 postgres://…')
    .optional(),
  UPLOAD_LIMIT_MB: digits.pipe(z.int().min(1).max(1024)).default(256),
  JOBS: z.enum(['here', 'elsewhere']).default('here'),
  YEARLY_RUN: z
    .string()
    .regex(
      /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/,
      '应为月-日T时:分，如 03-31T02:00',
    )
    .default('03-31T02:00'),
  AUDIT_HASH: z.enum(auditHashes).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

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
  /** What the audit chain of a new database is made with; undefined for SHA-256. */
  readonly auditHash: AuditHash | undefined;
  readonly logLevel: string;
}

/**
 * Reads settings from the environment.
 * @throws with every setting that is wrong, what was found and what is expected
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = settingsSchema.safeParse(environment);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      // A URL may hold a password.
      const found = name.endsWith('_URL') ? '…' : (environment[name] ?? '');
      return `  ${name}=${found}: ${message}`;
    });
    throw new Error(`设置有误 Settings are wrong:\n${lines.join('\n')}`);
  }
  const {
    HOST,
    PORT,
    DATA_DIR,
    DATABASE_URL,
    QUEUE_URL,
    UPLOAD_LIMIT_MB,
    JOBS,
    YEARLY_RUN,
    AUDIT_HASH,
    LOG_LEVEL,
  } = read.data;
  return {
    host: HOST,
    port: PORT,
    dataFolder: DATA_DIR,
    databaseUrl: DATABASE_URL,
    queueUrl: QUEUE_URL,
    uploadLimit: UPLOAD_LIMIT_MB * 1024 * 1024,
    jobs: JOBS,
    yearlyRun: YEARLY_RUN,
    auditHash: AUDIT_HASH,
    logLevel: LOG_LEVEL,
  };
}

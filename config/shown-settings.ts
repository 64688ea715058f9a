import type { Settings } from './settings.js';

/** Settings as an administrator may see them: of those that hold a password only whether they are set. */
export function shownSettings(
  settings: Settings,
): readonly { readonly name: string; readonly value: string | null }[] {
  const { mail, tls, metrics, mostRequests } = settings;
  const set = (value: unknown) => (value === undefined ? null : '已设置 set');
  const shown: Readonly<Record<string, string | number | null>> = {
    HOST: settings.host,
    PORT: settings.port,
    DATA_DIR: settings.dataFolder,
    DATABASE_URL: set(settings.databaseUrl),
    QUEUE_URL: set(settings.queueUrl),
    UPLOAD_LIMIT_MB: settings.uploadLimit / 1024 / 1024,
    JOBS: settings.jobs,
    YEARLY_RUN: settings.yearlyRun,
    SECRETS_KEY_FILE: settings.secretsKeyFile ?? null,
    SESSION_IDLE_MINUTES: settings.sessionIdleTime / 60_000,
    SMTP_URL: set(mail?.url),
    MAIL_FROM: mail?.from ?? null,
    AUDIT_HASH: settings.auditHash ?? null,
    LOG_LEVEL: settings.logLevel,
    TLS_KEY_FILE: tls?.key ?? null,
    TLS_CERT_FILE: tls?.cert ?? null,
    TRUSTED_PROXIES: settings.trustedProxies.rules.join('，') || null,
    METRICS_HOST: metrics?.host ?? null,
    METRICS_PORT: metrics?.port ?? null,
    RATE_LIMIT_ADDRESS: mostRequests.address,
    RATE_LIMIT_ACCOUNT: mostRequests.account,
    RATE_LIMIT_SIGN_IN: mostRequests.signIn,
  };
  return Object.entries(shown).map(([name, value]) => ({
    name,
    value: value === null ? null : String(value),
  }));
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings.js';

describe('settings', () => {
  it('bind to this machine alone unless told otherwise', () => {
    expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 3000 });
  });

  it('are all named at once when they are wrong, with what was found', () => {
    expect(() => readSettings({ PORT: '70000', LOG_LEVEL: 'loud' })).toThrow(
      /PORT=70000.*\n.*LOG_LEVEL=loud/,
    );
  });

  it.each(['', 'x', '1.5', '-1'])("refuse the port '%s'", (PORT) => {
    expect(() => readSettings({ PORT })).toThrow('PORT=');
  });

  it.each([
    ['PORT', 'abc', '应为 0 至 65535 的整数'],
    ['RATE_LIMIT_SIGN_IN', '0', '应为 1 至 999999999 的整数'],
    ['UPLOAD_LIMIT_MB', '5000', '应为 1 至 1024 的整数'],
    ['YEARLY_RUN', '02-30T02:00', '没有这一天'],
    ['YEARLY_RUN', '13-01T02:00', '没有这一天'],
    ['YEARLY_RUN', '31.03.', '应为月-日T时:分，如 03-31T02:00'],
  ])('say of %s=%s what is expected', (name, found, expected) => {
    expect(() => readSettings({ [name]: found })).toThrow(`${name}=${found}: ${expected}`);
  });

  it('let the yearly run begin on a day that leap years have', () => {
    expect(readSettings({ YEARLY_RUN: '02-29T02:00' }).yearlyRun).toBe('02-29T02:00');
  });

  it('take those that hold a password from files, and never repeat one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'settings-'));
    const path = join(folder, 'database-url');
    await writeFile(path, 'postgres://pilot:sekret@host/db\n');
    expect(readSettings({ DATABASE_URL_FILE: path }).databaseUrl).toMatch(/sekret@host\/db$/);
    await writeFile(path, 'mysql://pilot:sekret@host/db');
    const refused = () => readSettings({ DATABASE_URL_FILE: path });
    expect(refused).toThrow('DATABASE_URL=…');
    expect(refused).not.toThrow('sekret');
    await rm(folder, { recursive: true });
    expect(refused).toThrow(`DATABASE_URL_FILE=${path}`);
  });

  it('want a key and a certificate, or neither', () => {
    expect(() => readSettings({ TLS_KEY_FILE: 'key.pem' })).toThrow('TLS_CERT_FILE');
    expect(readSettings({ TLS_KEY_FILE: 'a', TLS_CERT_FILE: 'b' }).tls).toBeDefined();
  });

  it('want a mail server and an address, or neither, and never repeat the password', () => {
    const SMTP_URL = 'smtp://pilot:sekret@mail.example.cn:25';
    expect(() => readSettings({ SMTP_URL })).toThrow('MAIL_FROM');
    const refused = () =>
      readSettings({ SMTP_URL: SMTP_URL.replace('smtp', 'http'), MAIL_FROM: '' });
    expect(refused).toThrow(/SMTP_URL=….*\n.*MAIL_FROM=/);
    expect(refused).not.toThrow('sekret');
    for (const from of ['no-reply@example.cn', '绩效核查 <no-reply@example.cn>']) {
      expect(readSettings({ SMTP_URL, MAIL_FROM: from }).mail).toEqual({ url: SMTP_URL, from });
    }
  });

  it('trust nobody but the addresses and networks that they name', () => {
    const { trustedProxies } = readSettings({ TRUSTED_PROXIES: '10.0.0.7, 10.1.0.0/16,fd00::/8' });
    const trusted = (address: string, family?: 'ipv6') => trustedProxies.check(address, family);
    expect(['10.0.0.7', '10.1.255.1'].map((each) => trusted(each))).toEqual([true, true]);
    expect(trusted('fd12::1', 'ipv6')).toBe(true);
    expect(trusted('10.0.0.8')).toBe(false);
    expect(readSettings({}).trustedProxies.check('127.0.0.1')).toBe(false);
  });

  it.each(['', 'proxy', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/x', 'fd00::/129', '10.0.0.7,'])(
    "refuse to trust '%s'",
    (TRUSTED_PROXIES) => {
      expect(() => readSettings({ TRUSTED_PROXIES })).toThrow('TRUSTED_PROXIES=');
    },
  );
});

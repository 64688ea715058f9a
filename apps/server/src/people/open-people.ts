import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  KeepSecretsKey,
  rolesWithDevice,
  SecretBox,
  type People,
  type Service,
} from '#application';
import type { Purpose } from '#persistence';
import type { Settings } from '../../../../config/settings.js';

/** Accounts as a server works with them. Throws where it has another key than its database. */
export async function openPeople(
  service: Service,
  { secretsKeyFile, dataFolder, sessionIdleTime }: Settings,
  purpose: Purpose,
): Promise<People> {
  const file = secretsKeyFile ?? join(dataFolder, 'secrets.key');
  const named = secretsKeyFile === undefined ? file : `SECRETS_KEY_FILE=${file}`;
  const people: People = {
    ...service,
    secrets: new SecretBox(await secretsKey(file, secretsKeyFile === undefined, named)),
    // Who looks at invented figures has no device at hand.
    rolesWithDevice: purpose === 'demonstration' ? [] : rolesWithDevice,
    idleTime: sessionIdleTime,
  };
  if (await new KeepSecretsKey(people).execute()) return people;
  throw new Error(
    `${file} 不是该数据库所用的密钥；各服务器须用 SECRETS_KEY_FILE 共用同一密钥。` +
      'This key is not the one of the database, which all its servers share.',
  );
}

/**
 * The key in a file: 64 hexadecimal digits, for whoever runs the server alone.
 * @param named the file with the setting that leads to it
 */
async function secretsKey(file: string, mayBeMade: boolean, named: string): Promise<Uint8Array> {
  if (mayBeMade) {
    const made = randomBytes(32).toString('hex');
    await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch(unlessItExists);
  }
  const text = (await readFile(file, 'utf8').catch(unreadable(named))).trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new Error(`${named}: 应为 64 位十六进制密钥。 It should hold 64 hexadecimal digits.`);
  }
  return Buffer.from(text, 'hex');
}

function unreadable(named: string) {
  return (error: unknown): never => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${named}: 读不到，应为有读取权限的、存放 64 位十六进制密钥的文件。` +
        `It should be a readable file that holds 64 hexadecimal digits: ${why}`,
      { cause: error },
    );
  };
}

function unlessItExists(error: unknown): void {
  const code = typeof error === 'object' && error !== null && 'code' in error && error.code;
  if (code !== 'EEXIST') throw error;
}

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { readSettings } from '../../../config/settings.js';

const script = join(import.meta.dirname, '../../../config/services.mjs');

describe('npm run services', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'services-'));
    // PostgreSQL runs as a user of its own.
    await chmod(folder, 0o711);
  });
  afterAll(async () => {
    await services('down');
    await rm(folder, { recursive: true });
  });

  const services = (...words: readonly string[]) =>
    promisify(execFile)(process.execPath, [script, ...words], { cwd: folder });
  const up = async () => {
    const { stdout } = await services('up');
    const told = stdout.matchAll(/^(\w+)=(.*)$/gm);
    return readSettings(Object.fromEntries([...told].map(([, name = '', url]) => [name, url])));
  };
  const inPostgres = async (url: string | undefined, sql: string) => {
    const client = new Client(url);
    await client.connect();
    try {
      return (await client.query<{ word: string }>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('starts PostgreSQL and Redis, says where, ends them, and keeps what they hold', async () => {
    const { databaseUrl, queueUrl = '' } = await up();
    await inPostgres(databaseUrl, `CREATE TABLE kept AS SELECT '在' AS word`);
    const redis = new Redis(queueUrl);
    expect(await redis.set('kept', '在')).toBe('OK');
    await expect(services('up')).rejects.toThrow('is running already');

    const closed = once(redis, 'end');
    redis.disconnect();
    await closed;
    await services('down');
    await expect(inPostgres(databaseUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    const gone = new Redis(queueUrl, { lazyConnect: true, retryStrategy: () => null });
    gone.on('error', () => undefined);
    await expect(gone.connect()).rejects.toThrow();

    const again = await up();
    expect(await inPostgres(again.databaseUrl, 'SELECT word FROM kept')).toEqual([{ word: '在' }]);
  });

  it('takes no process for a service that has its number by now', async () => {
    await services('down');
    for (const name of ['postgres', 'redis']) {
      await writeFile(join(folder, 'data/services', name, 'pid'), String(process.pid));
    }
    await services('down');
    await writeFile(join(folder, 'data/services/redis/pid'), String(process.pid));
    expect((await up()).queueUrl).toMatch(/^redis:/);
    await expect(services('up')).rejects.toThrow('is running already');
  });

  it('says how it is called', async () => {
    await expect(services()).rejects.toMatchObject({
      code: 70,
      stderr: '用法 Usage: npm run services -- up|down\n',
    });
  });
});

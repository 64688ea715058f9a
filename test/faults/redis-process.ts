import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import { pause } from './server-process.js';

/** A Redis of its own, which may be killed, started again and flushed. */
export class RedisProcess {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly diskLog: boolean,
  ) {}

  /** @param diskLog whether it keeps a log on disk, from which it remembers when it is started again */
  static async start(folder: string, diskLog: boolean): Promise<RedisProcess> {
    const redis = new RedisProcess(folder, await freePort(), diskLog);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const words = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--dir', this.folder];
    const keeping = ['--save', '', '--appendonly', this.diskLog ? 'yes' : 'no'];
    this.child = spawn('redis-server', [...words, ...keeping], { stdio: 'ignore' });
    await this.asked((redis) => redis.ping());
  }

  flush(): Promise<unknown> {
    return this.asked((redis) => redis.flushall());
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const dead = once(child, 'exit');
    child.kill('SIGKILL');
    await dead;
  }

  private async asked(question: (redis: Redis) => Promise<unknown>): Promise<unknown> {
    const redis = new Redis(this.url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    try {
      return await Promise.race([question(redis), pause(30_000)]);
    } finally {
      redis.disconnect();
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('there is no free port');
  return address.port;
}

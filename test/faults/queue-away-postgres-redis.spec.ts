import { setTimeout as pause } from 'node:timers/promises';
import type { JobQueue } from '#application';
import { openQueue } from '#queue';
import { CutLine } from '../services/cut-line.js';

const poll = 200;

describe.each([
  ['Redis', process.env['TEST_REDIS_URL'] ?? ''],
  ['PostgreSQL', process.env['TEST_POSTGRES_URL'] ?? ''],
])('a queue whose %s is away', (_, server) => {
  let line: CutLine;
  let faults: unknown[];
  let waiting: string[];
  let ran: string[];
  let queue: JobQueue;
  beforeEach(async () => {
    [faults, waiting, ran] = [[], [], []];
    line = await CutLine.to(server);
  });
  afterEach(async () => {
    await queue.stop();
    await line.cut().catch(() => undefined);
  });

  const open = (every: number) => openQueue(line.url, (fault) => faults.push(fault), every);
  const begin = async (every = poll) => {
    queue = await open(every);
    queue.start(() => {
      const next = waiting.shift();
      if (next !== undefined) ran.push(next);
      return Promise.resolve(next !== undefined);
    });
  };
  const until = async (holds: () => boolean) => {
    while (!holds()) await pause(5);
  };
  const announced = async (job: string) => {
    waiting.push(job);
    queue.wake();
    await until(() => ran.includes(job));
  };

  it('tells of it with a rest between, and goes on finding jobs', async () => {
    await begin();
    await announced('before');
    await line.cut();
    waiting.push('meanwhile');
    await until(() => ran.includes('meanwhile'));
    const [already, started] = [faults.length, performance.now()];
    for (let time = 0; time < 50; time++) {
      queue.wake();
      await pause(20);
    }
    const rests = Math.ceil((performance.now() - started) / poll);
    // One of what listens, and one of what announces.
    expect(faults.length - already).toBeLessThanOrEqual(2 * rests);
    expect(faults.length).toBeGreaterThan(0);
  });

  it('announces again once it is back', async () => {
    await begin();
    await announced('before');
    await line.cut();
    queue.wake();
    await until(() => faults.length > 0);
    await line.mend();
    await pause(5 * poll);
    await announced('after');
  });

  it('is found when it was away from the start', async () => {
    await line.cut();
    await begin();
    waiting.push('silent');
    await until(() => ran.includes('silent'));
    await line.mend();
    await pause(5 * poll);
    await announced('after');
  });

  it('is left in time all the same', async () => {
    await begin();
    await announced('before');
    await line.cut();
    const started = performance.now();
    await queue.stop();
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimable } from './job.repository.js';
import { SqliteDatabase } from './sqlite-database.js';

it('finds the next job among the unfinished, however many there ever were', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-'));
  const database = await SqliteDatabase.open(join(folder, 'test.sqlite'), 'product');
  const plan = await database.select<{ detail: string }>(`EXPLAIN QUERY PLAN ${claimable}`, [
    '2026-11-21T12:00:00.000+08:00',
  ]);
  const ways = plan.map(({ detail }) => detail);
  expect(
    ways.filter((way) => way.startsWith('SEARCH job USING INDEX job_unfinished')),
  ).toHaveLength(2);
  expect(ways.filter((way) => way.startsWith('SCAN job'))).toEqual([]);
  await database.close();
  await rm(folder, { recursive: true });
});

import {
  jobFromKey,
  jobKey,
  type ClaimedJob,
  type FailedJob,
  type Instant,
  type Job,
  type JobRecord,
  type JobStore,
  type Page,
  type PageRequest,
} from '#application';
import { In, LessThan } from 'typeorm';
import { oneOf } from './column.mapper.js';
import type { Database } from './database.js';
import { JobEntity } from './entities/job.entity.js';
import { page } from './page.js';
import type { Value } from './select-from.js';

/** Before any moment that a clock shows, however wrong it is. */
const longAgo: Instant = '0000-01-01T00:00:00.000+08:00';

/** No job has a greater number. */
const latest = 2 ** 31 - 1;

type Claimable = Pick<JobEntity, 'number' | 'key' | 'attempts' | 'failures'>;

const oldest = (due: string) => `SELECT * FROM (
  SELECT number, key, attempts, failures FROM job
  WHERE state IN ('waiting', 'running') AND ${due}
    AND NOT EXISTS (SELECT 1 FROM job AS held
      WHERE held.key = job.key AND held.state = 'running' AND held.lease_until >= $1)
  ORDER BY number LIMIT 1) AS oldest`;

/**
 * The oldest job that waits or whose worker died, at `$1`. Asked for at once, the two would be sought
 * among all jobs that ever were; one by one, the index of the unfinished gives them.
 */
export const claimable = `${oldest("state = 'waiting' AND not_before <= $1")}
  UNION ALL ${oldest("state = 'running' AND lease_until < $1")}
  ORDER BY number LIMIT 1`;

/** The same job waits once. */
const addOnce = `INSERT INTO job (key, state, not_before) VALUES ($1, 'waiting', $2)
  ON CONFLICT (key) WHERE state = 'waiting' DO NOTHING`;

const take = `UPDATE job SET state = 'running', attempts = $2, worker = $3, lease_until = $4
  WHERE number = $1`;

const states = ['waiting', 'running', 'succeeded', 'failed'] as const;

/** The intents to run jobs, in the database. */
export class JobRepository implements JobStore {
  constructor(private readonly database: Database) {}

  async add(job: Job): Promise<void> {
    await this.database.change(addOnce, [jobKey(job), longAgo]);
  }

  async claim(worker: string, now: Instant, leaseUntil: Instant): Promise<ClaimedJob | undefined> {
    const [row] = await this.database.select<Claimable>(claimable, [now]);
    if (!row) return undefined;
    const { number, key, failures } = row;
    const attempt = row.attempts + 1;
    await this.database.change(take, [number, attempt, worker, leaseUntil]);
    return { number, job: jobFromKey(key), attempt, failures, worker };
  }

  extend(claimed: ClaimedJob, leaseUntil: Instant): Promise<boolean> {
    return this.settle(claimed, { lease_until: leaseUntil });
  }

  async succeed(claimed: ClaimedJob, at: Instant): Promise<void> {
    await this.settle(claimed, { state: 'succeeded', finished_at: at });
  }

  async retry(claimed: ClaimedJob, reason: string, at: Instant, notBefore: Instant): Promise<void> {
    const key = jobKey(claimed.job);
    const waiting = await this.database.writer.existsBy(JobEntity, { key, state: 'waiting' });
    // Where the same job was added meanwhile, that one is the next try.
    const row = waiting
      ? { state: 'failed', finished_at: at }
      : { state: 'waiting', not_before: notBefore };
    await this.settle(claimed, { ...row, reason, failures: claimed.failures + 1 });
  }

  fail(claimed: ClaimedJob, reason: string, at: Instant): Promise<boolean> {
    return this.settle(claimed, { state: 'failed', reason, finished_at: at });
  }

  async last(job: Job): Promise<JobRecord | undefined> {
    const [row] = await this.database.rows(JobEntity, {
      where: { key: jobKey(job) },
      order: { number: 'DESC' },
      take: 1,
    });
    if (!row) return undefined;
    const { number, state, attempts, reason } = row;
    return { number, job, state: oneOf(states, state), attempts, reason };
  }

  async setAside<J extends Job>(jobs: readonly J[]): Promise<readonly J[]> {
    const rows = await this.database.reader.find(JobEntity, {
      select: { key: true, state: true },
      where: { key: In(jobs.map(jobKey)) },
      order: { number: 'ASC' },
    });
    const last = new Map(rows.map(({ key, state }) => [key, state]));
    return jobs.filter((job) => last.get(jobKey(job)) === 'failed');
  }

  async failed({ limit, from = 0 }: PageRequest): Promise<Page<FailedJob>> {
    const rows = await this.database.reader.find(JobEntity, {
      // Who reads from the beginning on says 0.
      where: { state: 'failed', number: LessThan(from === 0 ? latest : from) },
      order: { number: 'DESC' },
      take: limit + 1,
    });
    return page(
      rows,
      limit,
      ({ number, key, attempts, reason, finishedAt }) => ({
        ...{ number, job: jobFromKey(key), attempts, reason, finishedAt },
      }),
      ({ number }) => number,
    );
  }

  async counts(): Promise<Record<JobRecord['state'], number>> {
    const counted = { waiting: 0, running: 0, succeeded: 0, failed: 0 };
    const rows = await this.database.select<{ state: string; jobs: number }>(
      'SELECT state AS "state", CAST(count(*) AS integer) AS "jobs" FROM job GROUP BY state',
      [],
    );
    for (const { state, jobs } of rows) counted[oneOf(states, state)] = jobs;
    return counted;
  }

  unfinished(): Promise<number> {
    return this.database.reader.countBy(JobEntity, { state: In(['waiting', 'running']) });
  }

  /** @param row by the names of the columns */
  private async settle(
    { number, worker, attempt }: ClaimedJob,
    row: Readonly<Record<string, Value>>,
  ): Promise<boolean> {
    const held = [number, worker, attempt];
    const columns = Object.keys(row).map((name, index) => `${name} = $${held.length + index + 1}`);
    const changed = await this.database.change(
      `UPDATE job SET ${columns.join()}
       WHERE number = $1 AND worker = $2 AND attempts = $3 AND state = 'running'`,
      [...held, ...Object.values(row)],
    );
    return changed === 1;
  }
}

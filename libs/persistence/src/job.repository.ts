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

/** Before any moment that a clock shows, however wrong it is. */
const longAgo: Instant = '0000-01-01T00:00:00.000+08:00';

/** No job has a greater number. */
const latest = 2 ** 31 - 1;

const states = ['waiting', 'running', 'succeeded', 'failed'] as const;

/** The intents to run jobs, in the database. */
export class JobRepository implements JobStore {
  constructor(private readonly database: Database) {}

  async add(job: Job): Promise<void> {
    const { writer } = this.database;
    const waiting = { key: jobKey(job), state: 'waiting' };
    if (await writer.existsBy(JobEntity, waiting)) return;
    await writer.insert(JobEntity, { ...waiting, notBefore: longAgo });
  }

  async claim(worker: string, now: Instant, leaseUntil: Instant): Promise<ClaimedJob | undefined> {
    const row = await this.findClaimable(now);
    if (!row) return undefined;
    const { number, key, failures } = row;
    const attempt = row.attempts + 1;
    const running = { state: 'running', attempts: attempt, worker, leaseUntil };
    await this.database.writer.update(JobEntity, { number }, running);
    return { number, job: jobFromKey(key), attempt, failures, worker };
  }

  extend(claimed: ClaimedJob, leaseUntil: Instant): Promise<boolean> {
    return this.settle(claimed, { leaseUntil });
  }

  async succeed(claimed: ClaimedJob, at: Instant): Promise<void> {
    await this.settle(claimed, { state: 'succeeded', finishedAt: at });
  }

  async retry(claimed: ClaimedJob, reason: string, at: Instant, notBefore: Instant): Promise<void> {
    const key = jobKey(claimed.job);
    const waiting = await this.database.writer.existsBy(JobEntity, { key, state: 'waiting' });
    // Where the same job was added meanwhile, that one is the next try.
    const row = waiting ? { state: 'failed', finishedAt: at } : { state: 'waiting', notBefore };
    await this.settle(claimed, { ...row, reason, failures: claimed.failures + 1 });
  }

  fail(claimed: ClaimedJob, reason: string, at: Instant): Promise<boolean> {
    return this.settle(claimed, { state: 'failed', reason, finishedAt: at });
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

  private async settle(
    { number, worker, attempt }: ClaimedJob,
    row: Partial<JobEntity>,
  ): Promise<boolean> {
    const held = { number, worker, attempts: attempt, state: 'running' };
    const { affected } = await this.database.writer.update(JobEntity, held, row);
    return affected === 1;
  }

  private async findClaimable(now: Instant): Promise<JobEntity | null> {
    return this.database.reader
      .createQueryBuilder(JobEntity, 'job')
      .where(
        `((job.state = 'waiting' AND job.notBefore <= :now)
         OR (job.state = 'running' AND job.leaseUntil < :now))`,
      )
      .andWhere((query) => {
        const held = query
          .subQuery()
          .select('1')
          .from(JobEntity, 'held')
          .where(`held.key = job.key AND held.state = 'running' AND held.leaseUntil >= :now`);
        return `NOT EXISTS ${held.getQuery()}`;
      })
      .setParameter('now', now)
      .orderBy('job.number')
      .limit(1)
      .getOne();
  }
}

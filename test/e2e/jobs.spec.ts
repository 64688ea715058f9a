import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  FollowReport,
  MoveReport,
  randomIds,
  ReadGate,
  RunJob,
  SubmitReport,
  system,
  systemClock,
  type Actor,
  jobKey,
  type ClaimedJob,
  type Evaluator,
  type Service,
} from '#application';
import { openStore } from '#persistence';
import { GuardedReader } from '#report';
import { programmes } from '#rulebook';
import sqlite from 'better-sqlite3';
import { valueOf } from '../outcome-on-trial.js';
import { demandWholeAudit } from '../whole-audit.js';
import { enrolExample, exampleSubject } from '../example-subject.js';
import { ThreadedEvaluator } from '../../config/threaded-evaluator.js';
import { smallReport } from './small-report.js';

const key = { programme: '2019-city-operation', code: '999901' };
const clerk: Actor = {
  ...{ account: 'a clerk', role: 'city-clerk', area: { kind: 'subject', code: key.code } },
};
const ingest = (report: string) => ({ kind: 'ingest-report', report }) as const;
const evaluateOn = (standing: 'draft' | 'submitted') =>
  ({ kind: 'evaluate-subject', ...key, year: 2021, standing }) as const;
const evaluate2021 = evaluateOn('draft');

describe('the jobs of the service', () => {
  let folder: string;
  let service: Service;
  let reader: GuardedReader;
  let evaluator: ThreadedEvaluator;
  let close: () => Promise<void>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jobs-'));
    const stores = await openStore(folder, 'product');
    close = () => stores.close();
    const queue = { wake: () => undefined };
    await enrolExample(stores);
    reader = new GuardedReader(programmes);
    evaluator = new ThreadedEvaluator(folder);
    service = {
      ...{ ...stores, queue, reader, evaluator, programmes, scratch: folder },
      ...{ clock: systemClock, ids: randomIds },
    };
  });
  afterEach(async () => {
    await Promise.all([reader.close(), evaluator.close()]);
    await close();
    await demandWholeAudit(folder);
    await rm(folder, { recursive: true });
  });

  const submit = async (file: Buffer, to = service, of = key) => {
    const path = join(folder, 'incoming');
    await writeFile(path, file);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const incoming = { path, sha256, size: file.length, name: '报告.json', beside: false };
    const { report, isNew } = valueOf(await new SubmitReport(to).execute(system, of, incoming));
    return { id: report.id, isNew };
  };
  const run = (job: Parameters<RunJob['run']>[0], isLastTry = false, by = service) =>
    new RunJob(by).run(job, isLastTry);
  const stateOf = async (id: string) => (await service.reports.byId(id))?.state;
  const claimed = async () => {
    const until = '9999-12-31T23:59:59.999+08:00';
    const claim = () => service.jobs.claim('on trial', until, until);
    const job = await service.transactions.run(claim);
    if (!job) throw new Error('no job waits');
    return job;
  };
  const stageOf = async (id: string) => {
    const followed = await new FollowReport(service).execute(key, id);
    return followed.ok ? followed.value.progress.stage : followed.failure.kind;
  };
  const obstacles = async () => {
    const gate = await new ReadGate(service).execute(key, 2021);
    return gate.ok ? gate.value.why : [];
  };
  /** What the database holds, asked past the product. */
  const stored = (sql: string): unknown => {
    const database = new sqlite(join(folder, 'pilot-targets.sqlite'), { readonly: true });
    try {
      return database.prepare(sql).pluck().all();
    } finally {
      database.close();
    }
  };
  /** But for what was before the jobs. */
  const audited = () =>
    stored(`SELECT what FROM audit_entry
            WHERE what NOT IN ('audit-begun', 'subject-enrolled') ORDER BY number`);
  const determinations = () => stored('SELECT determination FROM evaluation ORDER BY number');

  it('do nothing the second time', async () => {
    const { id } = await submit(smallReport(2021));
    for (let time = 0; time < 2; time++) {
      await run(ingest(id));
      await run(evaluate2021);
    }
    expect(determinations()).toHaveLength(1);
    expect(audited()).toEqual(['report-received', 'report-accepted', 'determination-made']);
  });

  it('accept a report once where two workers read it at the same time', async () => {
    const { id } = await submit(smallReport(2021));
    await Promise.all([1, 2].map(() => run(ingest(id))));
    expect(await stateOf(id)).toMatchObject({ kind: 'accepted', rows: { accepted: 4 } });
    expect(stored('SELECT count(*) FROM ledger_row')).toEqual([4]);
    expect(audited()).toEqual(['report-received', 'report-accepted']);
  });

  it('refuse a file about another subject, and keep its bytes while that subject needs them', async () => {
    const other = { ...key, code: '999902' };
    await enrolExample(service, exampleSubject(other.code));
    const { id } = await submit(smallReport(2021));
    await run(ingest(id));
    const misled = await submit(smallReport(2021), service, other);
    expect(misled).toMatchObject({ isNew: true });
    await run(ingest(misled.id));
    expect(await stateOf(misled.id)).toMatchObject({ kind: 'refused', code: 'another-subject' });
    expect(stored('SELECT count(*) FROM file')).toEqual([1]);
    expect(await stateOf(id)).toMatchObject({ kind: 'accepted' });
  });

  it('evaluate again what changed while they were at it', async () => {
    await run(ingest((await submit(smallReport(2021))).id));
    const late = await submit(smallReport(2020));
    let evaluations = 0;
    const overtaken: Evaluator = {
      evaluate: async (order) => {
        if (evaluations++ === 0) await run(ingest(late.id));
        return evaluator.evaluate(order);
      },
    };
    await run(evaluate2021, false, { ...service, evaluator: overtaken });
    expect(evaluations).toBe(2);
    expect(determinations()).toHaveLength(1);
    const current = await service.determinations.current(key, 2021, 'draft');
    const canonical = await service.determinations.canonical(key, current?.hash ?? '');
    expect(JSON.parse(canonical ?? '')).toMatchObject({ inputs: [{ year: 2020 }, { year: 2021 }] });
  });

  it('take a slow file for a fault, and refuse it only in the last try', async () => {
    const message = '读取超过20秒没有进展';
    const slow = { kind: 'unreadable', code: 'too-slow', message } as const;
    const by = { ...service, reader: { read: () => Promise.resolve(slow) } };
    const { id } = await submit(smallReport(2021));
    await expect(run(ingest(id), false, by)).rejects.toThrow(message);
    expect(await stateOf(id)).toMatchObject({ kind: 'received' });
    await run(ingest(id), true, by);
    expect(await stateOf(id)).toMatchObject({ kind: 'refused', code: 'too-slow' });
  });

  it('take a file anew whose report was refused, and its bytes with it', async () => {
    const tooLarge = { kind: 'unreadable', code: 'too-large', message: '内存' } as const;
    const by = { ...service, reader: { read: () => Promise.resolve(tooLarge) } };
    const { id } = await submit(smallReport(2021));
    await run(ingest(id), false, by);
    expect(stored('SELECT count(*) FROM file_piece')).toEqual([0]);
    expect(await submit(smallReport(2021))).toEqual({ id, isNew: true });
    await run(ingest(id));
    expect(await stateOf(id)).toMatchObject({ kind: 'accepted', rows: { accepted: 4 } });
    expect(audited()).toEqual([
      ...['report-received', 'report-refused', 'report-received', 'report-accepted'],
    ]);
    expect(await submit(smallReport(2021))).toEqual({ id, isNew: false });
  });

  it('take a file anew whose report was set aside, and read it', async () => {
    const { id } = await submit(smallReport(2021));
    const first = await claimed();
    await service.transactions.run(async () => {
      await service.jobs.fail(first, '坏了', systemClock.now());
      await new RunJob(service).setAside(first.job, '坏了');
    });
    expect([await stageOf(id), audited()]).toEqual([
      'set-aside',
      ['report-received', 'report-set-aside'],
    ]);
    expect(await submit(smallReport(2021))).toEqual({ id, isNew: true });
    expect(await stageOf(id)).toBe('waiting');
    const second = await claimed();
    expect(second.job).toEqual(ingest(id));
    await run(second.job);
    expect(await stateOf(id)).toMatchObject({ kind: 'accepted' });
  });

  it('are finished when they gave way, not when they would have been tried again', async () => {
    await submit(smallReport(2021));
    const first = await claimed();
    const [at, later] = ['2026-11-21T12:00:00.000+08:00', '2026-11-21T12:01:00.000+08:00'];
    await service.transactions.run(async () => {
      await service.jobs.add(first.job);
      await service.jobs.retry(first, '坏了', at, later);
    });
    expect(stored("SELECT finished_at FROM job WHERE state = 'failed'")).toEqual([at]);
  });

  it('hold the gate while an evaluation of what was submitted waits, runs, fails or is set aside', async () => {
    const { id } = await submit(smallReport(2021));
    const settle = (work: () => Promise<unknown>) => service.transactions.run(work);
    const at = systemClock.now();
    const finish = async (job: ClaimedJob) => {
      await run(job.job);
      await settle(() => service.jobs.succeed(job, at));
    };
    const handIn = async (year: number) => {
      const move = { move: 'submit', opinion: '报送', reasons: [] } as const;
      valueOf(await new MoveReport(service).execute(clerk, key, year, move));
    };
    const setAside = async (standing: 'draft' | 'submitted') => {
      for (let job = await claimed(); ; job = await claimed()) {
        if (jobKey(job.job) !== jobKey(evaluateOn(standing))) continue;
        return settle(async () => {
          await service.jobs.fail(job, '坏了', at);
          await new RunJob(service).setAside(job.job, '坏了');
        });
      }
    };
    await finish(await claimed());
    const draft = await claimed();
    expect(await stageOf(id)).toBe('evaluating');
    await settle(() => service.jobs.retry(draft, '坏了', at, at));
    expect(await stageOf(id)).toBe('retrying');
    expect(await obstacles()).not.toContain('evaluation-unfinished');
    await finish(await claimed());
    expect(await stageOf(id)).toBe('done');
    expect(await obstacles()).toContain('no-determination');

    await handIn(2021);
    expect(await obstacles()).toEqual(
      expect.arrayContaining(['evaluation-unfinished', 'not-verified']),
    );
    expect(await obstacles()).not.toContain('evaluation-failed');
    const first = await claimed();
    expect(await obstacles()).toContain('evaluation-unfinished');
    await settle(() => service.jobs.retry(first, '坏了', at, at));
    expect(await obstacles()).toEqual(
      expect.arrayContaining(['evaluation-unfinished', 'evaluation-failed']),
    );
    await finish(await claimed());
    expect(await obstacles()).not.toContain('evaluation-unfinished');
    expect(await obstacles()).not.toContain('no-determination');

    await run(ingest((await submit(smallReport(2020))).id));
    expect(await obstacles()).not.toContain('evaluation-unfinished');
    await setAside('draft');
    expect(await stageOf(id)).toBe('set-aside');
    await handIn(2020);
    expect(await obstacles()).toContain('evaluation-unfinished');
    await setAside('submitted');
    expect(await obstacles()).toContain('evaluation-failed');
    expect(await obstacles()).not.toContain('evaluation-unfinished');
    expect(audited()).toContain('evaluation-set-aside');
  });
});
